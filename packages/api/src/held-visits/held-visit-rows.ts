import { sql } from 'kysely';
import { anyOf, idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import type { SentVisit } from './held-visit.entity.ts';
import type { HeldVisitType } from './held-visit.type.ts';

/** Batch of all visits that towns hold, the latest first; by whether somebody has dealt with them. One statement. */
export async function heldVisitsOf(
  desk: Desk,
  keys: readonly { townId: number; settled: boolean }[],
): Promise<HeldVisitType[][]> {
  const rows = await select(desk)
    .where('town_id', 'in', townsOf(keys))
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return keys.map(({ townId, settled }) =>
    rows.filter((row) => row.town_id === townId && (row.settled !== null) === settled).map(heldVisitOf),
  );
}

/** Batch of visits that are held, by id. One statement. */
export async function heldVisitsById(desk: Desk, keys: readonly TownKey[]): Promise<(HeldVisitType | undefined)[]> {
  const rows = await select(desk)
    .where('town_id', 'in', townsOf(keys))
    .where('id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', heldVisitOf);
}

/** Batch of what was said at visits that are held, with the audit key of the household where it is known. */
export async function sentOf(desk: Desk, keys: readonly TownKey[]): Promise<(SentVisit & { auditKey: string })[]> {
  const rows = await desk.db
    .selectFrom('held_visit as held')
    .leftJoin('household', (join) =>
      join.onRef('household.town_id', '=', 'held.town_id').onRef('household.id', '=', 'held.household_id'),
    )
    .select(['held.town_id', 'held.id', 'held.sent', 'household.audit_key'])
    .where('held.town_id', 'in', townsOf(keys))
    .where('held.id', '=', anyOf(idsOf(keys)))
    .execute();
  const sent = paired(keys, rows, 'id', (row) => ({ ...row.sent, auditKey: row.audit_key ?? row.id }));
  return sent.map((each, index) => {
    if (!each) throw new Error(`No visit ${keys[index]?.uuid} is held`);
    return each;
  });
}

function select(desk: Desk) {
  return desk.db
    .selectFrom('held_visit')
    .select(['town_id', 'id', 'client_id', 'account_id', 'teams', 'household_id', 'code', 'field', 'message_key'])
    .select(['message_values', 'received_at', 'tried_at', 'settled', 'settled_at', 'settled_by', 'settled_reason'])
    .select([
      sql<SentVisit['way']>`sent->>'way'`.as('way'),
      sql<string | null>`sent->>'visitedOn'`.as('visited_on'),
      sql<string>`sent->>'notedAt'`.as('noted_at'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function heldVisitOf({ town_id: townId, id: uuid, ...row }: Row): HeldVisitType {
  const notedAt = new Date(row.noted_at);
  return {
    typename: 'HeldVisit',
    id: globalId('HeldVisit', townId, uuid),
    townId,
    row: {
      ...{ townId, uuid, clientId: row.client_id, accountId: row.account_id, teams: row.teams },
      householdUuid: row.household_id,
      messageKey: row.message_key,
      messageValues: row.message_values,
      settledBy: row.settled_by,
    },
    clientId: row.client_id,
    visitedOn: row.visited_on ?? dayOf(notedAt),
    way: row.way,
    code: row.code,
    field: row.field,
    notedAt,
    receivedAt: row.received_at,
    triedAt: row.tried_at,
    status: row.settled ?? 'HELD',
    settledAt: row.settled_at,
    settledReason: row.settled_reason,
  };
}
