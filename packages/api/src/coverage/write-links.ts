import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { Link } from './coverage-rules.ts';

/**
 * Writes what a change made of the links of the desk's town: those that end earlier or were taken back, with the reason, then new
 * ones. Two statements at the most. Returns the organisations whose links changed, and the ids of the new links.
 */
export async function writeLinks(
  desk: Desk,
  before: readonly Link[],
  after: readonly Link[],
  because: string | null = null,
): Promise<{ organizations: string[]; added: string[] }> {
  const kept = new Map(after.flatMap((link) => (link.row === undefined ? [] : [[link.row, link] as const])));
  const ended = before.flatMap((link) => {
    const left = link.row === undefined ? undefined : kept.get(link.row);
    if (left && left.to === link.to) return [];
    return [{ id: link.row, to: left ? left.to : link.from, organization: link.organization }];
  });
  if (ended.length > 0) {
    await sql`
      update coverage_link as held set valid_to = ended."to", ended_because = ${because}
      from json_to_recordset(${JSON.stringify(ended)}::json) as ended(id uuid, "to" date)
      where held.town_id = ${desk.town} and held.id = ended.id`.execute(desk.db);
  }
  const added = after
    .filter(({ row }) => row === undefined)
    .map((link) => ({
      ...{ town_id: desk.town, id: newId(), party_organization_id: link.party, organization_id: link.organization },
      ...{ way: link.way, valid_from: link.from, valid_to: link.to, ended_because: null },
    }));
  if (added.length > 0) await desk.db.insertInto('coverage_link').values(added).execute();
  const organizations = [...ended.map((each) => each.organization), ...added.map((each) => each.organization_id)];
  return { organizations: [...new Set(organizations)], added: added.map(({ id }) => id) };
}
