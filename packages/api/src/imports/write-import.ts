import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { record } from '../restructurings/restructure.ts';
import { teamVersionRow } from '../teams/form-team.ts';
import { lockTree } from '../towns/lock-tree.ts';
import type { ImportPlan } from './plan.ts';

/** Rows of one statement: PostgreSQL takes 65,535 values, and a row here has at most 11. */
const rowsAtOnce = 2000;

/**
 * Does what a plan without faults says: the units of each day as one restructuring from a file, then teams, people, posts
 * and memberships. A number of statements that grows with days and with each 2,000 rows only.
 */
export async function writeImport(
  desk: Desk,
  actor: Actor,
  plan: ImportPlan,
  grounds: { reason: string | null; documentNumber: string | null },
): Promise<void> {
  for (const { enactment, steps } of plan.days) {
    const restructuring = { steps, effectiveOn: enactment.day, origin: 'FILE' as const, ...grounds };
    await record(desk, actor, await lockTree(desk), restructuring, enactment);
  }
  const { db, town: town_id } = desk;
  const { teams, people } = plan;
  await inChunks(teams, (some) => {
    const rows = some.map(({ uuid: id, from }) => ({ town_id, id, valid_from: from, valid_to: null, version: 1 }));
    return db.insertInto('team').values(rows).execute();
  });
  await inChunks(teams, (some) => {
    const rows = some.map(({ uuid, block, name, from }) => teamVersionRow(desk, uuid, block, name, from, null));
    return db.insertInto('team_version').values(rows).execute();
  });
  for (const table of ['person', 'partner'] as const) {
    await inChunks(people[table === 'person' ? 'people' : 'partners'], (some) => {
      const rows = some.map(({ id, name }) => ({ town_id, id, name }));
      return db.insertInto(table).values(rows).execute();
    });
  }
  const dated = (from: string) => ({ town_id, id: newId(), valid_from: from, valid_to: null });
  await inChunks(people.posts, (some) => {
    const rows = some.map(({ unit, person, title, from }) => ({
      ...dated(from),
      unit_id: unit,
      person_id: person,
      title,
    }));
    return db.insertInto('post').values(rows).execute();
  });
  await inChunks(people.members, (some) => {
    const rows = some.map(({ team, who, role, from }) => ({
      ...dated(from),
      team_id: team,
      person_id: role === 'PARTNER' ? null : who,
      partner_id: role === 'PARTNER' ? who : null,
      role,
    }));
    return db.insertInto('team_member').values(rows).execute();
  });
  desk.forget();
}

async function inChunks<Item>(items: readonly Item[], write: (some: Item[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < items.length; start += rowsAtOnce) await write(items.slice(start, start + rowsAtOnce));
}
