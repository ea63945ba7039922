import type { Actor } from '../access/actor.ts';
import { anyOf, idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { readRequest } from '../requests/raise-request.ts';
import type { RequestType } from '../requests/request.type.ts';
import { requestOf, selectRequests } from '../requests/request-rows.ts';
import type { NewRequest } from '../requests/write-requests.ts';
import type { VisitRequestInput } from './visit.input.ts';
import type { VisitType } from './visit.type.ts';
import { visitsById } from './visit-lists.ts';

/** Requests that one visit may raise. */
const most = 10;

/**
 * What raising that which was asked for at a visit writes, as requests of its household; `by` is the account that sent the
 * visit.
 * Errors: BAD_INPUT on input.requests where there are too many; those of readRequest, on input.requests.N.
 */
export async function readRequestsAtVisit(
  desk: Desk,
  actor: Actor,
  { household, visitedOn: on, by }: { household: string; visitedOn: string; by: string },
  asked: readonly VisitRequestInput[],
): Promise<NewRequest[]> {
  if (asked.length > most) throw badInput('input.requests', 'tooMany', { most });
  const requests: NewRequest[] = [];
  for (const [index, each] of asked.entries()) {
    const request = { ...each, source: 'VISIT' as const, household, on, photosBy: by };
    requests.push(await readRequest(desk, actor, request, `input.requests.${index}`));
  }
  return requests;
}

/** Batch of the requests that were raised at visits, in the order in which they were raised. One statement. */
export async function requestsOfVisits(desk: Desk, keys: readonly TownKey[]): Promise<RequestType[][]> {
  const rows = await selectRequests(desk)
    .innerJoin('visit_request as raised', (join) =>
      join.onRef('raised.town_id', '=', 'r.town_id').onRef('raised.request_id', '=', 'r.id'),
    )
    .select('raised.visit_id')
    .where('raised.town_id', 'in', townsOf(keys))
    .where('raised.visit_id', '=', anyOf(idsOf(keys)))
    .orderBy('r.year')
    .orderBy('r.number')
    .execute();
  return parted(keys, rows, 'visit_id', requestOf);
}

/** Batch of the visits at which requests were raised. Two statements. */
export async function visitsOfRequests(desk: Desk, keys: readonly TownKey[]): Promise<(VisitType | undefined)[]> {
  const rows = await desk.db
    .selectFrom('visit_request')
    .select(['town_id', 'visit_id', 'request_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('request_id', '=', anyOf(idsOf(keys)))
    .execute();
  const visits = paired(keys, rows, 'request_id', ({ town_id: townId, visit_id: uuid }) => ({ townId, uuid }));
  return Promise.all(visits.map((visit) => visit && desk.load(visitsById, visit)));
}
