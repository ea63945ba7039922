import { sql } from 'kysely';
import { writeDated } from '../db/dated.ts';
import type { Desk } from '../db/door.ts';
import type { PartyTree } from './party-tree.ts';

/**
 * Writes what a change made of the Party's tree: new Party organisations, versions, and lives, those that end with a reason.
 * Whatever is otherwise has a higher `version`. Four statements at the most.
 */
export async function writePartyTree(
  desk: Desk,
  before: PartyTree,
  after: PartyTree,
  because: string | null = null,
): Promise<void> {
  const revisions = after.lines
    .filter((line) => line !== before.find(line.uuid))
    .map(({ uuid, versions }) => ({ uuid, before: before.versionsOf(uuid), after: versions }));
  const lives = revisions.map(({ uuid }) => {
    const life = after.lifeOf(uuid);
    return { id: uuid, ...life, successor: after.find(uuid)?.successor ?? null };
  });
  await sql`
    insert into party_organization (town_id, id, valid_from, valid_to, ended_because, successor_id, version)
    select ${desk.town}, id, "from", "to", null, null, 1
    from json_to_recordset(${JSON.stringify(lives.filter(({ id }) => !before.find(id)))}::json) as life(id uuid, "from" date, "to" date)`.execute(
    desk.db,
  );
  await writeDated(desk, 'partyOrganization', revisions);
  await sql`
    update party_organization as held set version = version + 1, valid_to = life."to", successor_id = life.successor,
      ended_because = case when held.valid_to is distinct from life."to" then ${because} else ended_because end
    from json_to_recordset(${JSON.stringify(lives.filter(({ id }) => before.find(id)))}::json) as life(id uuid, "to" date, successor uuid)
    where held.town_id = ${desk.town} and held.id = life.id`.execute(desk.db);
}
