import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, townKey } from '../db/tenant.ts';
import { Household } from '../households/household.entity.ts';
import type { VisitWay } from '../visits/visit.entity.ts';
import type { VisitRequestInput } from '../visits/visit.input.ts';

/** A visit as its client sent it; ids are global. */
export interface SentVisit {
  household: string;
  visitedOn: string | null;
  /** In ISO 8601. */
  notedAt: string;
  way: VisitWay;
  visitors: string[];
  situation: string;
  demand: string;
  service: string;
  outcome: string | null;
  requests: VisitRequestInput[];
}

/** What became of a visit that was held: it was recorded after all, or dropped on purpose. */
export const settlements = ['RECORDED', 'DROPPED'] as const;

/** A visit that was made without a network and could not be taken when it was sent. It is kept with the reason. */
export const HeldVisit = defineEntity({
  name: 'HeldVisit',
  tableName: 'held_visit',
  properties: {
    ...townKey,
    clientId: p.uuid(),
    /** Who sent it, and the teams that they were in then. */
    accountId: p.uuid(),
    teams: p.array<string>().columnType('uuid[]'),
    /** The household, where it is one of the town. */
    household: () => p.manyToOne(Household).nullable(),
    sent: p.json<SentVisit>(),
    /** Why it could not be taken, as a refusal says it. */
    code: p.text(),
    messageKey: p.text(),
    messageValues: p.json<Record<string, string | number>>(),
    field: p.text().nullable(),
    receivedAt: p.datetime(),
    /** When it was last tried, again in vain. */
    triedAt: p.datetime(),
    settled: p.enum(settlements).nullable(),
    settledAt: p.datetime().nullable(),
    settledBy: p.uuid().nullable(),
    settledReason: p.text().nullable(),
  },
  uniques: [{ properties: ['townId', 'accountId', 'clientId'] }],
  indexes: [{ properties: ['townId', 'receivedAt'] }, { properties: ['townId', 'household'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
