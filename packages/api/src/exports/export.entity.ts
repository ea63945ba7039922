import { defineEntity, p } from '@mikro-orm/core';
import { ApplicationConsent } from '../applications/application.entity.ts';
import { purposeNames } from '../audit/purpose.ts';
import { ownTown, townKey } from '../db/tenant.ts';
import { exportStates } from './export-states.ts';

/** How many records of a type an export has written, and how many it says are gone. */
export interface CountOfType {
  type: string;
  records: number;
  gone: number;
}

/** What an application took out of a town in bulk 导出. The row stays when its file is gone: it says who took what, and when. */
export const Export = defineEntity({
  name: 'Export',
  tableName: 'export',
  properties: {
    ...townKey,
    /** The global application, the account with which it acts for itself, and that of whoever registered it. */
    applicationId: p.uuid().name('global_application_id'),
    accountId: p.uuid().name('global_account_id'),
    ownerId: p.uuid().name('global_owner_id'),
    /** By which the town lets it; with it the file goes. */
    consent: () => p.manyToOne(ApplicationConsent),
    /** What the application’s token was for. */
    scopes: p.array(),
    /** What is asked of each record: fragments of GraphQL. */
    fragments: p.text(),
    purpose: p.enum(purposeNames).nullable(),
    /** The export since which this one tells what changed; null for all there is. */
    since: () => p.manyToOne(Export).nullable(),
    state: p.enum(exportStates),
    requestedAt: p.datetime(),
    /** The one moment of which all of it is. */
    asOf: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    /** How many times it was begun: a process that dies begins it no further, another one begins it anew. */
    attempts: p.integer(),
    counts: p.json<readonly CountOfType[]>(),
    /** Bytes of the file, packed. */
    size: p.bigint('number'),
    /** Of the file, in hexadecimal. */
    sha256: p.text().nullable(),
    /** What it cost, in points. */
    points: p.bigint('number'),
    /** Why it failed: a code of errors, and the field at fault. */
    failure: p.text().nullable(),
    failedAt: p.text().nullable(),
    downloads: p.integer(),
    downloadedAt: p.datetime().nullable(),
  },
  indexes: [
    { properties: ['townId', 'consent'] },
    { properties: ['townId', 'since'] },
    { properties: ['townId', 'requestedAt', 'id'] },
    { properties: ['ownerId', 'requestedAt'] },
  ],
  checks: [
    {
      name: 'export_one_at_a_time',
      expression: `EXCLUDE USING gist (town_id WITH =, global_application_id WITH =) WHERE (state = ANY (ARRAY['WAITING'::text, 'RUNNING'::text]))`,
    },
  ],
  rowLevelSecurity: 'force',
  policies: [
    ownTown,
    {
      name: 'own_exports',
      command: 'select',
      roles: ['app_signin'],
      using: `nullif(current_setting('app.account_id'::text, true), ''::text)::uuid = ANY (ARRAY[global_account_id, global_owner_id])`,
    },
  ],
});

/** A part of an export’s file: a member of gzip by itself, so that all of them in a row are one file. */
export const ExportPart = defineEntity({
  name: 'ExportPart',
  tableName: 'export_part',
  properties: {
    ...townKey,
    export: () => p.manyToOne(Export),
    number: p.integer(),
    /** Where in the file it begins, and where it ends. */
    start: p.bigint('number').name('starts'),
    end: p.bigint('number').name('ends'),
    content: p.blob(),
  },
  uniques: [{ properties: ['townId', 'export', 'number'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** By what the records of a type in an export are known again: of each its key and a digest of what it was (fingerprints.ts). */
export const ExportFingerprints = defineEntity({
  name: 'ExportFingerprints',
  tableName: 'export_fingerprints',
  properties: {
    ...townKey,
    export: () => p.manyToOne(Export),
    type: p.text(),
    content: p.blob(),
  },
  uniques: [{ properties: ['townId', 'export', 'type'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
