import { randomUUIDv7 } from 'node:crypto';
import type { Desk } from '../db/door.ts';
import type { VisitAccount } from './visit-account.ts';

/** Writes what an account says of a visit as a version of it: `number` 1 is the first. Returns the version's id. */
export async function writeVersion(
  desk: Desk,
  accountId: string,
  visit: string,
  number: number,
  { visitors, visitedOn, ...said }: VisitAccount,
  reason: string | null,
): Promise<string> {
  const id = randomUUIDv7();
  const key = { town_id: desk.town, id };
  await desk.db
    .insertInto('visit_version')
    .values({
      ...key,
      visit_id: visit,
      number,
      visited_on: visitedOn,
      ...said,
      reason,
      written_at: desk.now,
      written_by: accountId,
    })
    .execute();
  await desk.db
    .insertInto('visit_visitor')
    .values(visitors.map((person) => ({ town_id: desk.town, id: randomUUIDv7(), version_id: id, person_id: person })))
    .execute();
  return id;
}
