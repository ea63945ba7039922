import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { insertion, withParts } from '../db/insertion.ts';
import { newId } from '../db/new-id.ts';
import { type NewRequest, partsOfRequests } from '../requests/write-requests.ts';
import type { VisitRows } from './visit-rows.ts';

/** Visits with what was raised at each. */
export interface RaisedAtVisit {
  visit: string;
  request: NewRequest;
}

/**
 * Writes visits and the requests that were raised at them. One statement. Where the first of the visits is there already
 * nothing is written; the others have to be new. Returns whether they were.
 */
export async function writeVisits(
  desk: Desk,
  visits: readonly VisitRows[],
  raised: readonly RaisedAtVisit[],
): Promise<boolean> {
  const isNew = sql`exists (select from written)`;
  const links = raised.map(({ visit, request }) => ({
    ...{ town_id: desk.town, id: newId(), visit_id: visit, request_id: request.begun.id },
  }));
  const requests = raised.map(({ request }) => request);
  const { rows } = await sql<{ count: number }>`
    ${withParts({
      written: sql`${insertion(
        'visit',
        visits.map(({ visit }) => visit),
      )} on conflict (town_id, id) do nothing returning id`,
      versions: insertion(
        'visit_version',
        visits.map(({ version }) => version),
        isNew,
      ),
      visitors: insertion(
        'visit_visitor',
        visits.flatMap((visit) => visit.visitors),
        isNew,
      ),
      ...partsOfRequests(desk, requests, isNew),
      ...(links.length > 0 ? { links: insertion('visit_request', links, isNew) } : {}),
    })}
    select count(*)::int as count from written`.execute(desk.db);
  return (rows[0]?.count ?? 0) > 0;
}
