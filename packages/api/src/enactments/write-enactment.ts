import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { versionRow, writeRevisions } from '../db/revise.ts';
import { restateUnderUnits } from '../standings/restate.ts';
import type { Enactment } from './enactment.ts';
import type { Following } from './following.ts';

/** Rows of one statement. */
const rowsAtOnce = 2000;

/** Writes what an enactment made of the desk's town, under its restructuring. The desk forgets what it has read. */
export async function writeEnactment(desk: Desk, enactment: Enactment, restructuring: string): Promise<void> {
  await writeUnits(desk, enactment, restructuring);
  const teams = enactment.state.teams.map(({ uuid, versions }) => ({
    uuid,
    before: versions,
    after: enactment.teams.get(uuid)?.versions ?? [],
  }));
  await writeRevisions(desk, 'team', teams, restructuring);
  await moveHouseholds(desk, enactment, restructuring);
  await writeFollowing(desk, 'post', 'POST', enactment.posts, enactment.day, restructuring);
  await writeFollowing(desk, 'assignment', 'ROLE', enactment.roles, enactment.day, restructuring);
  const lineage = enactment.lineage.map(({ predecessor, successor, heir, designated }) => ({
    town_id: desk.town,
    id: newId(),
    restructuring_id: restructuring,
    predecessor_id: predecessor,
    successor_id: successor,
    day: enactment.day,
    heir,
    designated,
    voided_at: null,
  }));
  if (lineage.length > 0) await desk.db.insertInto('lineage').values(lineage).execute();
  await restateUnderUnits(desk);
}

async function writeUnits(desk: Desk, { state, timeline }: Enactment, restructuring: string): Promise<void> {
  const opened = timeline.lines.filter(({ uuid, versions }) => !state.timeline.find(uuid) && versions.length > 0);
  for (let start = 0; start < opened.length; start += rowsAtOnce) {
    const rows = opened.slice(start, start + rowsAtOnce).map(({ uuid, overlayId, versions }) => ({
      town_id: desk.town,
      id: uuid,
      overlay_id: overlayId,
      valid_from: versions[0]?.from ?? '',
      valid_to: null,
      // Counted up to 1 by its first versions.
      version: 0,
    }));
    await desk.db.insertInto('unit').values(rows).execute();
  }
  const revisions = timeline.lines
    .map(({ uuid, versions }) => ({ uuid, before: state.timeline.find(uuid)?.versions ?? [], after: versions }))
    .filter(({ before, after }) => before !== after);
  await writeRevisions(desk, 'unit', revisions, restructuring);
}

/** Supersedes the block periods of households that go elsewhere, and writes them anew up to the day and from it on. */
async function moveHouseholds(desk: Desk, { households, day }: Enactment, restructuring: string): Promise<void> {
  const { rest, named, staying } = households.plan;
  if (rest.length + named.length === 0) return;
  const moved = await sql<MovedRow>`
    with moving as (
      select placed.id, coalesce(named.goes_to, case when placed.valid_from <= ${day} then rest.goes_to
        else rest.later_goes_to end) as goes_to
      from household_block placed
      left join json_to_recordset(${JSON.stringify([...named, ...staying])}::json)
        as named(household uuid, origin uuid, goes_to uuid)
        on named.household = placed.household_id and named.origin = placed.block_id and placed.valid_from <= ${day}
      left join json_to_recordset(${JSON.stringify(rest)}::json) as rest(origin uuid, goes_to uuid, later_goes_to uuid)
        on rest.origin = placed.block_id
      where placed.town_id = ${desk.town} and placed.superseded_at is null
        and (placed.valid_to is null or placed.valid_to > greatest(placed.valid_from, ${day}::date)))
    update household_block placed set superseded_at = ${desk.now}, superseded_by_id = ${restructuring}
    from moving where placed.town_id = ${desk.town} and placed.id = moving.id and moving.goes_to <> placed.block_id
    returning placed.household_id, placed.block_id, placed.overlay_id, placed.head_id, placed.valid_from,
      placed.valid_to, moving.goes_to, (select head.id from team_member head
        join team_version team on team.town_id = head.town_id and team.team_id = head.team_id
        where head.town_id = ${desk.town} and head.id = placed.head_id and team.superseded_at is null
          and team.block_id = moving.goes_to and team.valid_from <= greatest(placed.valid_from, ${day}::date)
          and (team.valid_to is null or team.valid_to > greatest(placed.valid_from, ${day}::date))) as head_goes
  `.execute(desk.db);
  const rows = moved.rows.flatMap(({ valid_from, valid_to, goes_to, head_goes, ...placed }) => {
    const begins = valid_from < day ? day : valid_from;
    // The group head stays with the household where the head's team comes along.
    const next = { ...placed, block_id: goes_to, head_id: head_goes };
    return [
      ...(valid_from < day ? [{ ...placed, ...versionRow(desk, valid_from, day, restructuring) }] : []),
      { ...next, ...versionRow(desk, begins, valid_to, restructuring) },
    ];
  });
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await desk.db
      .insertInto('household_block')
      .values(rows.slice(start, start + rowsAtOnce))
      .execute();
  }
}

interface MovedRow {
  household_id: string;
  block_id: string;
  overlay_id: string | null;
  head_id: string | null;
  valid_from: string;
  valid_to: string | null;
  goes_to: string;
  head_goes: string | null;
}

/** Ends posts or roles that go elsewhere, begins the ones that go on, and notes both, so that it can be undone. */
async function writeFollowing(
  desk: Desk,
  table: 'post' | 'assignment',
  thing: 'POST' | 'ROLE',
  following: readonly Following<{ id: string; unit: string | null; from: string; to: string | null }>[],
  day: string,
  restructuring: string,
): Promise<void> {
  const gone = following.filter(({ unit, goesTo }) => unit !== goesTo);
  const ended = gone.map(({ id, from }) => ({ ended: id, ends: from < day ? day : from }));
  const begun = gone.flatMap(({ id, goesTo, goesOn }) =>
    goesOn.map(({ from, to }) => ({
      ended: id,
      began: newId(),
      goes_to: goesTo,
      begins: from,
      began_until: to,
    })),
  );
  if (ended.length === 0) return;
  await sql`
    update ${sql.table(table)} held set valid_to = effect.ends
    from json_to_recordset(${JSON.stringify(ended)}::json) as effect(ended uuid, ends date)
    where held.town_id = ${desk.town} and held.id = effect.ended`.execute(desk.db);
  const kept = sql.raw(table === 'post' ? 'person_id, title' : 'account_id, global_account_id, role, team_id');
  await sql`
    insert into ${sql.table(table)} (town_id, id, unit_id, valid_from, valid_to, ${kept})
    select town_id, effect.began, effect.goes_to, effect.begins, effect.began_until, ${kept}
    from ${sql.table(table)} held join json_to_recordset(${JSON.stringify(begun)}::json)
      as effect(ended uuid, began uuid, goes_to uuid, begins date, began_until date) on effect.ended = held.id
    where held.town_id = ${desk.town}`.execute(desk.db);
  const begunFor = Map.groupBy(begun, (each) => each.ended);
  const effects = gone.flatMap(({ id, to }) =>
    (begunFor.get(id) ?? [{ began: null, began_until: null }]).map(({ began, began_until }) => ({
      town_id: desk.town,
      id: newId(),
      restructuring_id: restructuring,
      thing,
      ended: id,
      ended_before: to,
      began,
      began_until,
    })),
  );
  await desk.db.insertInto('restructuring_effect').values(effects).execute();
}
