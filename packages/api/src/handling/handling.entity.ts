import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';
import { requestLevels } from './levels.ts';

/** What requests are about 诉求类别, as a town lists it: 供水, 物业 … */
export const RequestSubject = defineEntity({
  name: 'RequestSubject',
  tableName: 'request_subject',
  properties: {
    ...townKey,
    name: p.text(),
    /** Its place in the town's list. */
    position: p.integer(),
    /** The first day on which nothing is raised under it any more; null while it is in use. */
    endedOn: p.date().nullable(),
  },
  checks: [
    {
      name: 'request_subject_name',
      expression: 'EXCLUDE USING gist (town_id WITH =, name WITH =) WHERE (ended_on IS NULL)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** Somebody outside the town's own units who does something about requests 外部单位: property company, water, power … */
export const ExternalParty = defineEntity({
  name: 'ExternalParty',
  tableName: 'external_party',
  properties: {
    ...townKey,
    name: p.text(),
    position: p.integer(),
    /** The first day on which nothing is referred to it any more; null while it is in use. */
    endedOn: p.date().nullable(),
  },
  checks: [
    {
      name: 'external_party_name',
      expression: 'EXCLUDE USING gist (town_id WITH =, name WITH =) WHERE (ended_on IS NULL)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** How many working days a level has for a request 办理时限: of one subject, or of all that have no rule of their own. */
export const DeadlineRule = defineEntity({
  name: 'DeadlineRule',
  tableName: 'deadline_rule',
  properties: {
    ...townKey,
    subject: () => p.manyToOne(RequestSubject).nullable(),
    level: p.enum(requestLevels),
    workingDays: p.integer(),
  },
  indexes: [{ properties: ['townId', 'subject'] }],
  checks: [
    {
      name: 'deadline_rule_once',
      expression:
        "EXCLUDE USING gist (town_id WITH =, COALESCE(subject_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, level WITH =)",
    },
    { name: 'deadline_rule_days', expression: 'working_days >= 0' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
