import type { Actor } from '../access/actor.ts';
import { anyOf, idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { raiseRequest } from '../requests/raise-request.ts';
import type { RequestType } from '../requests/request.type.ts';
import { requestOf, selectRequests } from '../requests/request-rows.ts';
import { globalId } from '../schema/global-id.ts';
import type { CallRequestInput } from './call.input.ts';
import type { CallType } from './call.type.ts';
import { callOf, selectCalls } from './call-rows.ts';

/** Requests that one step of a call may raise. */
const most = 10;

/**
 * Raises what was asked for in a call as requests of the caller's household, or about places.
 * Errors: BAD_INPUT on input.requests where there are too many; those of raiseRequest, on input.requests.N.
 */
export async function raiseOutOf(
  desk: Desk,
  actor: Actor,
  { call, household_id, on }: { call: string; household_id: string | null; on: string },
  asked: readonly CallRequestInput[],
): Promise<void> {
  if (asked.length > most) throw badInput('input.requests', 'tooMany', { most });
  const household = household_id === null ? null : globalId('Household', desk.town, household_id);
  for (const [index, each] of asked.entries()) {
    const whose = each.place == null ? household : null;
    const request = { ...each, source: 'HOTLINE' as const, household: whose, on };
    const { uuid } = await raiseRequest(desk, actor, request, `input.requests.${index}`);
    await desk.db
      .insertInto('call_request')
      .values({ town_id: desk.town, id: newId(), call_id: call, request_id: uuid })
      .execute();
  }
}

/** Batch of the requests that were raised out of calls, in the order in which they were raised. One statement. */
export async function requestsOfCalls(desk: Desk, keys: readonly TownKey[]): Promise<RequestType[][]> {
  const rows = await selectRequests(desk)
    .innerJoin('call_request as made', (join) =>
      join.onRef('made.town_id', '=', 'r.town_id').onRef('made.request_id', '=', 'r.id'),
    )
    .select('made.call_id')
    .where('made.town_id', 'in', townsOf(keys))
    .where('made.call_id', '=', anyOf(idsOf(keys)))
    .orderBy('r.year')
    .orderBy('r.number')
    .execute();
  return parted(keys, rows, 'call_id', requestOf);
}

/**
 * Batch of the requests that are handled and not followed up, out of the calls of hotlines, by their ids in the town. One
 * statement.
 */
export async function requestsToFollowUp(desk: Desk, keys: readonly TownKey[]): Promise<string[][]> {
  const rows = await desk.db
    .selectFrom('call')
    .innerJoin('call_request as made', (join) =>
      join.onRef('made.town_id', '=', 'call.town_id').onRef('made.call_id', '=', 'call.id'),
    )
    .innerJoin('request as r', (join) =>
      join.onRef('r.town_id', '=', 'made.town_id').onRef('r.id', '=', 'made.request_id'),
    )
    .select(['call.town_id', 'call.hotline_id', 'r.id'])
    .where('call.town_id', 'in', townsOf(keys))
    .where('call.hotline_id', '=', anyOf(idsOf(keys)))
    .where('r.state', '=', 'HANDLED')
    .execute();
  return parted(keys, rows, 'hotline_id', ({ id }) => id);
}

/** Batch of the calls out of which requests were raised, or in which somebody asked about them, the first one first. One statement. */
export async function callsOfRequests(desk: Desk, keys: readonly TownKey[]): Promise<CallType[][]> {
  const rows = await selectCalls(desk)
    .leftJoin('call_request as made', (join) =>
      join.onRef('made.town_id', '=', 'call.town_id').onRef('made.call_id', '=', 'call.id'),
    )
    .select('made.request_id')
    .where('call.town_id', 'in', townsOf(keys))
    .where((or) => {
      const some = anyOf(idsOf(keys));
      return or.or([or('made.request_id', '=', some), or('call.about_id', '=', some)]);
    })
    .orderBy('call.called_at')
    .orderBy('call.id')
    .execute();
  return keys.map(({ townId, uuid }) => {
    const mine = rows.filter((row) => row.town_id === townId && (row.request_id === uuid || row.about_id === uuid));
    return [...new Map(mine.map((row) => [row.id, callOf(row)])).values()];
  });
}
