import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { type Difference, timelineDifference } from '../enactments/difference.ts';
import { conflict, notFound } from '../errors.ts';
import { restateUnderUnits } from '../standings/restate.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { countInWords, type Dependent, dependentsOf } from './dependents.ts';
import { grounds } from './grounds.ts';
import { insertRestructuring } from './insert-restructuring.ts';
import { restoreTown } from './restored-town.ts';
import type { UndoRestructuringInput } from './restructuring.input.ts';
import { restructuringsById, type StoredRestructuring, titleOf } from './stored-restructuring.ts';

/**
 * Undoes a restructuring by another that voids it: the tree, teams, households, posts and roles are as if it had not
 * been, and what happened stays visible. Returns the id of the one that undoes.
 * Errors: NOT_FOUND on input.restructuring; CONFLICT where it is not in force, undoes another itself, or something later
 * depends on it (see `Query.dependents`).
 */
export async function undoRestructuring(
  desk: Desk,
  actor: Actor,
  uuid: string,
  input: UndoRestructuringInput,
): Promise<string> {
  const treeVersion = await lockTree(desk);
  const undone = await desk.load(restructuringsById, { townId: desk.town, uuid });
  if (!undone || !reachesTown(actor, 'unit:restructure', desk.town)) throw notFound('input.restructuring');
  if (undone.status !== 'APPLIED') throw conflict('notInForce', 'input.restructuring');
  if (undone.voidsUuid !== null) throw conflict('undoesAnother', 'input.restructuring');
  const restored = await restoreTown(desk, uuid);
  const [dependent] = await dependentsOf(desk, undone, restored);
  if (dependent) throw await dependsRefusal(desk, actor, dependent);

  const difference = reversed(undone.difference, timelineDifference(restored.present, restored.timeline));
  const plan = { steps: [], effectiveOn: undone.effectiveOn, origin: 'TOWN' as const, ...grounds(input) };
  const id = await insertRestructuring(desk, plan, { treeVersion, by: actor.accountId, difference, voids: uuid });
  for (const table of ['unit_version', 'team_version', 'household_block'] as const)
    await restore(desk, table, uuid, id);
  await restoreLives(desk, 'unit', 'unit_version', 'unit_id', [uuid, id]);
  await restoreLives(desk, 'team', 'team_version', 'team_id', [uuid, id]);
  await restoreFollowing(desk, 'post', 'POST', uuid);
  await restoreFollowing(desk, 'assignment', 'ROLE', uuid);
  await desk.db
    .updateTable('lineage')
    .set({ voided_at: desk.now })
    .where('town_id', '=', desk.town)
    .where('restructuring_id', '=', uuid)
    .execute();
  await desk.db
    .updateTable('restructuring')
    .set((row) => ({ status: 'VOIDED' as const, version: row('version', '+', 1) }))
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
  await restateUnderUnits(desk);
  return id;
}

async function dependsRefusal(desk: Desk, actor: Actor, dependent: Dependent) {
  const { kind, restructuring, fault } = dependent;
  if (restructuring !== null) {
    const later = await desk.load(restructuringsById, { townId: desk.town, uuid: restructuring });
    return conflict('restructuringDepends', 'input.restructuring', { title: later ? titleOf(later) : '' });
  }
  if (fault) return conflict('ruleDepends', 'input.restructuring', { date: fault.day });
  const message = {
    TEAM: 'teamsDepend',
    BOARD: 'boardsDepend',
    HOUSEHOLD: 'householdsDepend',
    POST: 'postsDepend',
    ACCOUNT: 'accountsDepend',
    VISIT: 'visitsDepend',
    REQUEST: 'requestsDepend',
    PETITION: 'petitionsDepend',
    MEDIATION: 'mediationsDepend',
    CALL: 'callsDepend',
    PROJECT: 'projectsDepend',
    RELIEF: 'reliefDepends',
    PAIRING: 'pairingsDepend',
    PROGRAMME: 'enrolmentsDepend',
    VOLUNTEER: 'volunteersDepend',
    HOTLINE: 'hotlinesDepend',
    PATROL: 'patrolsDepend',
    INSPECTION: 'inspectionsDepend',
    DELIBERATION: 'deliberationsDepend',
    ORGANIZATION: 'organizationsDepend',
    PARTY_ORGANIZATION: 'partyOrganizationsDepend',
    WORK_ASSIGNMENT: 'workAssignmentsDepend',
  } as const;
  if (kind === 'RESTRUCTURING' || kind === 'TREE_RULE') throw new Error(`A dependent of kind ${kind} without one`);
  const count = countInWords(actor, desk.town, dependent);
  return conflict(message[kind], 'input.restructuring', { count });
}

function reversed(difference: StoredRestructuring['difference'], units: Difference['units']): Difference {
  const { touched, teams, households, organizations, posts, roles, figures } = difference ?? {
    touched: [],
    teams: [],
    households: [],
    organizations: [],
    posts: [],
    roles: [],
    figures: [],
  };
  return {
    touched,
    units,
    lineage: [],
    teams: teams.map((each) => ({ ...each, before: each.after, after: each.before })),
    households: households.map(({ from, to, count }) => ({ from: to, to: from, count })),
    organizations: organizations.flatMap(({ from, to, count }) => (to === null ? [] : [{ from: to, to: from, count }])),
    posts: posts.map((post) => ({ ...post, from: post.to, to: post.from })),
    roles: roles.map((role) => ({ ...role, from: role.to, to: role.from, gains: role.loses, loses: role.gains })),
    figures: figures.map((each) => ({ ...each, before: each.after, after: each.before })),
  };
}

/** Supersedes the versions that the restructuring made and writes anew, as made by whoever made them, those it replaced. */
async function restore(
  desk: Desk,
  table: 'unit_version' | 'team_version' | 'household_block',
  undone: string,
  by: string,
): Promise<void> {
  await sql`
    update ${sql.table(table)} set superseded_at = ${desk.now}, superseded_by_id = ${by}
    where town_id = ${desk.town} and restructuring_id = ${undone} and superseded_at is null`.execute(desk.db);
  const replaced = await sql<Record<string, unknown>>`
    select * from ${sql.table(table)} where town_id = ${desk.town} and superseded_by_id = ${undone}`.execute(desk.db);
  const rows = replaced.rows.map((row) => ({
    ...row,
    id: newId(),
    recorded_at: desk.now,
    superseded_at: null,
    superseded_by_id: null,
  }));
  if (rows.length === 0) return;
  await sql`
    insert into ${sql.table(table)}
    select * from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(desk.db);
}

/**
 * Gives whatever lost versions to one of these restructurings (the one undone, and the one that undoes) the life that its
 * versions have now; what has none any more was never there.
 */
async function restoreLives(
  desk: Desk,
  table: 'unit' | 'team',
  versions: 'unit_version' | 'team_version',
  key: 'unit_id' | 'team_id',
  by: readonly string[],
): Promise<void> {
  await sql`
    update ${sql.table(table)} thing
    set version = version + 1,
      valid_from = coalesce(life.begins, thing.valid_from),
      valid_to = case when life.begins is null then thing.valid_from else life.ends end
    from (
      select changed.id, min(held.valid_from) as begins,
        nullif(max(coalesce(held.valid_to, 'infinity'::date)), 'infinity'::date) as ends
      from (select distinct ${sql.ref(key)} as id from ${sql.table(versions)}
        where town_id = ${desk.town} and superseded_by_id = ${anyOf(by)}) changed
      left join ${sql.table(versions)} held
        on held.town_id = ${desk.town} and held.${sql.ref(key)} = changed.id and held.superseded_at is null
      group by changed.id) life
    where thing.town_id = ${desk.town} and thing.id = life.id`.execute(desk.db);
}

/** Takes back what began in the place of a post or role, and gives the old one its end back. */
async function restoreFollowing(
  desk: Desk,
  table: 'post' | 'assignment',
  thing: 'POST' | 'ROLE',
  undone: string,
): Promise<void> {
  const effects = sql`restructuring_effect effect`;
  const ofThis = sql`effect.town_id = ${desk.town} and effect.restructuring_id = ${undone} and effect.thing = ${thing}`;
  await sql`
    update ${sql.table(table)} held set valid_to = held.valid_from from ${effects}
    where ${ofThis} and held.town_id = ${desk.town} and held.id = effect.began`.execute(desk.db);
  await sql`
    update ${sql.table(table)} held set valid_to = effect.ended_before from ${effects}
    where ${ofThis} and held.town_id = ${desk.town} and held.id = effect.ended`.execute(desk.db);
}
