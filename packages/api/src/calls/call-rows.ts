import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { globalId, requireId } from '../schema/global-id.ts';
import type { CallType } from './call.type.ts';
import { findHotline, placeOfHotline } from './hotline-rows.ts';

/** A call's row, but for what is known of the caller beyond their household, and what people wrote. */
export type CallRow = Awaited<ReturnType<ReturnType<typeof selectCalls>['executeTakeFirstOrThrow']>>;

/** Calls, but for what is personal; the caller narrows it to what it needs. */
export function selectCalls(desk: Desk) {
  return desk.db
    .selectFrom('call')
    .select(['call.town_id', 'call.id', 'call.year', 'call.number', 'call.hotline_id', 'call.unit_id'])
    .select(['call.called_at', 'call.called_on', 'call.seconds', 'call.missed', 'call.state', 'call.answered_by_id'])
    .select(['call.household_id', 'call.resident_id', 'call.about_id', 'call.satisfaction', 'call.recorded_at'])
    .select(['call.recorded_by', 'call.audit_key', 'call.version']);
}

/** Batch of calls by id. One statement. */
export async function callsById(desk: Desk, keys: readonly TownKey[]): Promise<(CallType | undefined)[]> {
  const rows = await selectCalls(desk)
    .where('call.town_id', 'in', townsOf(keys))
    .where('call.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', callOf);
}

/** Whether a permission reaches a call: where its hotline stands. */
export async function reachesCall(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  { townId, hotlineUuid }: Pick<CallType, 'townId' | 'hotlineUuid'>,
): Promise<boolean> {
  const hotline = await findHotline(desk, { townId, uuid: hotlineUuid });
  return hotline !== undefined && reaches(actor, permission, await placeOfHotline(desk, hotline));
}

/** A call that the viewer may see. Errors: NOT_FOUND on `field`. */
export async function getCall(ctx: Context, id: string, field = 'id'): Promise<CallType> {
  const { townId, key: uuid } = requireId(id, 'Call', field);
  const desk = await ctx.readTownFor('call:read', townId);
  const call = await desk?.load(callsById, { townId, uuid });
  if (!desk || !call || !(await reachesCall(desk, ctx.signedIn, 'call:read', call))) throw notFound(field);
  return call;
}

/** A call's row as GraphQL shows it. */
export function callOf(row: CallRow): CallType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'Call',
    id: globalId('Call', townId, uuid),
    townId,
    uuid,
    number: `C${row.year}-${String(row.number).padStart(6, '0')}`,
    hotlineUuid: row.hotline_id,
    unitUuid: row.unit_id,
    answeredByUuid: row.answered_by_id,
    householdUuid: row.household_id,
    residentUuid: row.resident_id,
    aboutUuid: row.about_id,
    recordedById: row.recorded_by,
    calledAt: row.called_at,
    seconds: row.seconds,
    missed: row.missed,
    state: row.state,
    satisfaction: row.satisfaction,
    recordedAt: row.recorded_at,
    version: row.version,
  };
}
