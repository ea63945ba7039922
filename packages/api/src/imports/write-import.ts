import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { inBatches } from '../db/in-batches.ts';
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
  for await (const some of inBatches(desk, teams, rowsAtOnce, ['team', 'team_version'])) {
    const rows = some.map(({ uuid: id, from }) => ({ town_id, id, valid_from: from, valid_to: null, version: 1 }));
    await db.insertInto('team').values(rows).execute();
    const versions = some.map(({ uuid, block, name, from }) => teamVersionRow(desk, uuid, block, name, from, null));
    await db.insertInto('team_version').values(versions).execute();
  }
  for (const table of ['person', 'partner'] as const) {
    for await (const some of inBatches(desk, people[table === 'person' ? 'people' : 'partners'], rowsAtOnce, [table])) {
      await db
        .insertInto(table)
        .values(some.map(({ id, name }) => ({ town_id, id, name })))
        .execute();
    }
  }
  const dated = (from: string) => ({ town_id, id: newId(), valid_from: from, valid_to: null });
  for await (const some of inBatches(desk, people.posts, rowsAtOnce, ['post'])) {
    const rows = some.map(({ unit, person, title, from }) => ({
      ...dated(from),
      unit_id: unit,
      person_id: person,
      title,
    }));
    await db.insertInto('post').values(rows).execute();
  }
  for await (const some of inBatches(desk, people.members, rowsAtOnce, ['team_member'])) {
    const rows = some.map(({ team, who, role, from }) => ({
      ...dated(from),
      team_id: team,
      person_id: role === 'PARTNER' ? null : who,
      partner_id: role === 'PARTNER' ? who : null,
      role,
    }));
    await db.insertInto('team_member').values(rows).execute();
  }
  desk.forget();
}
