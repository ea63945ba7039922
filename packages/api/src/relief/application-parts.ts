import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { ReliefEventType, ReliefGrantType } from './relief.type.ts';

/** Grants; the caller narrows it to what it needs. */
function selectGrants(desk: Desk) {
  return desk.db
    .selectFrom('relief_grant as g')
    .select(['g.town_id', 'g.id', 'g.application_id', 'g.household_id', 'g.fund_id', 'g.amount'])
    .select(['g.granted_on', 'g.paid_on', 'g.way', 'g.cancelled_on']);
}

type GrantRow = Awaited<ReturnType<ReturnType<typeof selectGrants>['executeTakeFirstOrThrow']>>;

function grantOf(row: GrantRow): ReliefGrantType {
  return {
    ...{ id: globalId('ReliefGrant', row.town_id, row.id), townId: row.town_id, uuid: row.id, fundUuid: row.fund_id },
    ...{ amount: row.amount, grantedOn: row.granted_on, paidOn: row.paid_on, way: row.way },
    cancelledOn: row.cancelled_on,
  };
}

/** Batch of the grants of applications, in the order in which they were approved. One statement. */
export async function grantsOf(desk: Desk, keys: readonly TownKey[]): Promise<ReliefGrantType[][]> {
  const rows = await selectGrants(desk)
    .where('g.town_id', 'in', townsOf(keys))
    .where('g.application_id', 'in', idsOf(keys))
    .orderBy('g.id')
    .execute();
  return parted(keys, rows, 'application_id', grantOf);
}

/** Batch of the grants of households that were not taken back, the first one first. One statement. */
export async function grantsOfHouseholds(desk: Desk, keys: readonly TownKey[]): Promise<ReliefGrantType[][]> {
  const rows = await selectGrants(desk)
    .where('g.town_id', 'in', townsOf(keys))
    .where('g.household_id', 'in', idsOf(keys))
    .where('g.cancelled_on', 'is', null)
    .orderBy('g.granted_on')
    .orderBy('g.id')
    .execute();
  return parted(keys, rows, 'household_id', grantOf);
}

/** Batch of why applications need it, as people wrote it. One statement. */
export async function reasonsOf(desk: Desk, keys: readonly TownKey[]): Promise<(string | undefined)[]> {
  const rows = await desk.db
    .selectFrom('relief_application')
    .select(['town_id', 'id', 'reason'])
    .where('town_id', 'in', townsOf(keys))
    .where('id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', (row) => row.reason);
}

/** Batch of the steps of applications, the first one first. One statement. */
export async function reliefEventsOf(desk: Desk, keys: readonly TownKey[]): Promise<ReliefEventType[][]> {
  const rows = await desk.db
    .selectFrom('relief_event as e')
    .innerJoin('relief_application as r', (join) =>
      join.onRef('r.town_id', '=', 'e.town_id').onRef('r.id', '=', 'e.application_id'),
    )
    .innerJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'r.town_id').onRef('h.id', '=', 'r.household_id'),
    )
    .select(['e.town_id', 'e.application_id', 'e.seq', 'e.step', 'e.happened_on', 'e.recorded_at', 'e.recorded_by'])
    .select(['e.state', 'e.amount', 'e.text', 'h.audit_key'])
    .where('e.town_id', 'in', townsOf(keys))
    .where('e.application_id', 'in', idsOf(keys))
    .orderBy('e.seq')
    .execute();
  return parted(keys, rows, 'application_id', (row) => ({
    townId: row.town_id,
    recordedById: row.recorded_by,
    subject: row.audit_key,
    textInFull: row.text,
    seq: row.seq,
    ...{ step: row.step, happenedOn: row.happened_on, recordedAt: row.recorded_at, state: row.state },
    amount: row.amount,
  }));
}
