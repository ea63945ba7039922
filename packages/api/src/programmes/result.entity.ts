import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, townKey, yearCounter } from '../db/tenant.ts';
import { ProgrammeEnrolment } from './programme.entity.ts';

/** With what somebody came out of a programme 成绩. Never changed, but by the next record of the same. */
export const ProgrammeResult = defineEntity({
  name: 'ProgrammeResult',
  tableName: 'programme_result',
  properties: {
    ...townKey,
    enrolment: () => p.manyToOne(ProgrammeEnrolment),
    passed: p.boolean(),
    /** As people write it: 92 分, 一等奖. */
    mark: p.text().nullable(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    /** When it was recorded otherwise; null for what holds. */
    supersededAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['townId', 'enrolment'] }],
  checks: [
    {
      name: 'programme_result_once',
      expression: 'EXCLUDE USING gist (town_id WITH =, enrolment_id WITH =) WHERE (superseded_at IS NULL)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A certificate 证书 of who passed. Never changed, but revoked. */
export const ProgrammeCertificate = defineEntity({
  name: 'ProgrammeCertificate',
  tableName: 'programme_certificate',
  properties: {
    ...townKey,
    enrolment: () => p.manyToOne(ProgrammeEnrolment),
    /** Which of the town's in a year it is. */
    year: p.integer(),
    number: p.integer(),
    issuedOn: p.date(),
    /** Its last day; null for good. */
    validTo: p.date().nullable(),
    /** A global account. */
    issuedBy: p.uuid(),
    revokedAt: p.datetime().nullable(),
    revokedBecause: p.text().nullable(),
  },
  uniques: [{ properties: ['townId', 'year', 'number'] }],
  indexes: [{ properties: ['townId', 'enrolment'] }],
  checks: [
    { name: 'programme_certificate_forward', expression: 'valid_to >= issued_on' },
    { name: 'programme_certificate_revoked', expression: 'num_nonnulls(revoked_at, revoked_because) in (0, 2)' },
    {
      name: 'programme_certificate_once',
      expression: 'EXCLUDE USING gist (town_id WITH =, enrolment_id WITH =) WHERE (revoked_at IS NULL)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** The last number that a town has given to a certificate of a year. */
export const CertificateCounter = defineEntity({
  name: 'CertificateCounter',
  tableName: 'certificate_counter',
  ...yearCounter,
});
