import { defineEntity, p } from '@mikro-orm/core';
import { dated, districtReads, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { Household } from '../households/household.entity.ts';
import { Person } from '../people/person.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import { visitWays } from '../visits/visit.entity.ts';
import { PairingKind } from './pairing-kind.entity.ts';
import { pairingCapacities, pairingEnds } from './pairing-terms.ts';

/** A pairing 结对 of a person of the town with a household. Of a row only its end changes. */
export const Pairing = defineEntity({
  name: 'Pairing',
  tableName: 'pairing',
  properties: {
    ...townKey,
    household: () => p.manyToOne(Household),
    person: () => p.manyToOne(Person),
    kind: () => p.manyToOne(PairingKind),
    capacity: p.enum(pairingCapacities),
    /** Whether they agree that it is recorded and shown as what they do it. */
    agreesToBeNamed: p.boolean(),
    begunOn: p.date(),
    /** The first day without it. Ended on its first day, it never was. */
    endedOn: p.date().nullable(),
    endReason: p.enum(pairingEnds).nullable(),
    endNote: p.text().nullable(),
    endedAt: p.datetime().nullable(),
    /** Global accounts. */
    endedBy: p.uuid().nullable(),
    recordedBy: p.uuid(),
    recordedAt: p.datetime(),
    version: p.integer().version(),
  },
  indexes: [
    { properties: ['townId', 'person'] },
    { properties: ['townId', 'kind'] },
    { properties: ['townId', 'begunOn'] },
  ],
  checks: [
    {
      name: 'pairing_once',
      expression:
        'EXCLUDE USING gist (town_id WITH =, household_id WITH =, kind_id WITH =, person_id WITH =, daterange(begun_on, ended_on) WITH &&)',
    },
    { name: 'pairing_forward', expression: 'ended_on >= begun_on' },
    { name: 'pairing_ended', expression: 'num_nonnulls(ended_on, end_reason, ended_at, ended_by) in (0, 4)' },
    { name: 'pairing_agreed', expression: "capacity <> 'PARTY_MEMBER' or agrees_to_be_named" },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** What was agreed over a period. Of a row only its end changes. */
export const PairingVersion = defineEntity({
  name: 'PairingVersion',
  tableName: 'pairing_version',
  properties: {
    ...townKey,
    pairing: () => p.manyToOne(Pairing),
    /** What is done for the household, as agreed with it. */
    service: p.text(),
    /** Within how many days of the last contact the next one is agreed; null where nothing is. */
    contactEvery: p.smallint().nullable(),
    /** What the partner agrees to have on the contact card. */
    telephone: p.text().nullable(),
    ...dated,
    writtenAt: p.datetime(),
    /** A global account. */
    writtenBy: p.uuid(),
  },
  checks: [
    noOverlap('pairing_version_once', ['pairing_id']),
    forward('pairing_version_forward'),
    { name: 'pairing_version_every', expression: 'contact_every >= 1 and contact_every <= 366' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A contact 联系 of a partner with the household. It is never written anew: it is withdrawn, and another one recorded. */
export const PairingContact = defineEntity({
  name: 'PairingContact',
  tableName: 'pairing_contact',
  properties: {
    ...townKey,
    pairing: () => p.manyToOne(Pairing),
    /** The household, and the geographic block that held it on that day: what the contact counts for. */
    household: () => p.manyToOne(Household),
    block: () => p.manyToOne(Unit),
    contactedOn: p.date(),
    way: p.enum(visitWays),
    done: p.text(),
    recordedAt: p.datetime(),
    /** Global accounts. */
    recordedBy: p.uuid(),
    withdrawnAt: p.datetime().nullable(),
    withdrawnBy: p.uuid().nullable(),
    withdrawnBecause: p.text().nullable(),
  },
  indexes: [
    { properties: ['townId', 'pairing', 'contactedOn'] },
    { properties: ['townId', 'household'] },
    { properties: ['townId', 'block', 'contactedOn'] },
    { properties: ['townId', 'contactedOn'] },
  ],
  checks: [
    {
      name: 'pairing_contact_withdrawn',
      expression: 'num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_because) in (0, 3)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
