import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { insertion, withParts } from '../db/insertion.ts';
import { newId } from '../db/new-id.ts';
import type { ConcernedRows } from './concern-households.ts';
import type { Outcome } from './fold.ts';
import { rowsOfEvents } from './request-event-rows.ts';
import type { RequestRow } from './request-rows.ts';
import type { Standing } from './standing.ts';

/** A request that is to be written, with the steps that it has been through. Its number is drawn with the writing. */
export interface NewRequest {
  begun: Omit<RequestRow, 'number'>;
  description: string;
  /** Which households it concerns beside its own, on the day on which it was raised. */
  concerned: ConcernedRows;
  outcomes: readonly Outcome[];
  standing: Pick<Standing, 'path'>;
  /** Photographs of the place. */
  photos: readonly string[];
}

/** Writes requests that were raised. One statement. */
export async function writeRequests(desk: Desk, requests: readonly NewRequest[]): Promise<void> {
  if (requests.length === 0) return;
  await sql`${withParts(partsOfRequests(desk, requests, sql`true`))} select`.execute(desk.db);
}

/**
 * The parts of a statement that write requests, where `when` holds. Others that draw a number wait from here until this
 * transaction ends; where it fails the numbers are given to the next.
 */
export function partsOfRequests(
  desk: Desk,
  requests: readonly NewRequest[],
  when: RawBuilder<unknown>,
): Record<string, RawBuilder<unknown>> {
  if (requests.length === 0) return {};
  const rows = requests.map(({ begun, outcomes, description }) => ({
    ...{ ...(outcomes.at(-1)?.after ?? begun), number: 0 },
    description,
  }));
  const years = Map.groupBy(rows, (row) => row.year);
  // How many of the year are numbered after it in this statement: its number is so much below the last one drawn.
  for (const each of years.values()) for (const [index, row] of each.entries()) row.number = each.length - 1 - index;
  const columns = Object.keys(rows[0] ?? {}).map((name) => sql.ref(name));
  const numbered = columns.map((column, index) =>
    Object.keys(rows[0] ?? {})[index] === 'number' ? sql`drawn.last - added.number` : sql`added.${column}`,
  );
  return {
    drawn: sql`
      insert into request_counter (town_id, year, last)
      select ${desk.town}::bigint, year, count
      from unnest(${[...years.keys()]}::int[], ${[...years.values()].map((each) => each.length)}::int[]) as y (year, count)
      where ${when}
      on conflict (town_id, year) do update set last = request_counter.last + excluded.last returning year, last`,
    requests: sql`
      insert into request (${sql.join(columns)}) select ${sql.join(numbered)}
      from json_populate_recordset(null::request, ${JSON.stringify(rows)}::json) as added join drawn using (year)`,
    concerned: concernedPart(desk, requests, when),
    events: insertion(
      'request_event',
      requests.flatMap(({ begun, outcomes, standing }) => rowsOfEvents(desk, begun.recorded_by, standing, outcomes)),
      when,
    ),
    photographs: insertion(
      'request_photo',
      requests.flatMap(({ begun, photos }) =>
        photos.map((photo, position) => ({
          town_id: desk.town,
          id: newId(),
          request_id: begun.id,
          photo_id: photo,
          position,
        })),
      ),
      when,
    ),
  };
}

/** Which households requests concern: their own, single ones, and those that blocks held on the day; each once. */
function concernedPart(desk: Desk, requests: readonly NewRequest[], when: RawBuilder<unknown>): RawBuilder<unknown> {
  const single = requests.flatMap(({ begun, concerned }) =>
    [...concerned.households, ...(begun.household_id === null ? [] : [begun.household_id])].map((household) => ({
      request: begun.id,
      household,
    })),
  );
  const blocks = requests.flatMap(({ begun, concerned }) =>
    concerned.blocks.map((block) => ({ request: begun.id, block, day: begun.raised_on })),
  );
  const texts = <Each>(each: readonly Each[], of: (one: Each) => string) => each.map(of);
  // An id for each would have to be made here; these are found by their households alone.
  return sql`
    insert into request_household (town_id, id, request_id, household_id)
    select ${desk.town}::bigint, gen_random_uuid(), request, household
    from (
      select request, household from unnest(${texts(single, (each) => each.request)}::uuid[],
        ${texts(single, (each) => each.household)}::uuid[]) as s (request, household)
      union
      select request, household_id from unnest(${texts(blocks, (each) => each.request)}::uuid[],
        ${texts(blocks, (each) => each.block)}::uuid[], ${texts(blocks, (each) => each.day)}::date[]) as b (request, block, day)
      join household_block on town_id = ${desk.town} and block_id = block and superseded_at is null
        and valid_from <= day and (valid_to is null or valid_to > day)
    ) as concerned where ${when}`;
}
