import { sql } from 'kysely';
import { anyOf } from './batch.ts';
import type { Desk } from './door.ts';
import { newId } from './new-id.ts';
import { lifeOf, type Version, type Versions } from './versions.ts';

/** Things whose versions are dated: the table of their versions and its column for the thing. */
const revisable = {
  unit: { versions: 'unit_version', key: 'unit_id' },
  team: { versions: 'team_version', key: 'team_id' },
  household: { versions: 'household_block', key: 'household_id' },
} as const;

/** One thing with its versions as they are stored and as they are to be. */
export interface Revision<State> {
  uuid: string;
  before: Versions<State>;
  after: Versions<State>;
}

/** PostgreSQL takes 65,535 values a statement. */
const rowsAtOnce = 2000;

/**
 * Writes what changed of things that exist: versions that no longer hold are superseded, those that hold now are added,
 * and each thing's life and `version` follow. A thing without any version left was never there: its life is empty.
 * A number of statements that does not grow with the things.
 */
export async function writeRevisions<State extends object>(
  desk: Desk,
  what: keyof typeof revisable,
  revisions: readonly Revision<State>[],
  restructuring: string | null,
): Promise<void> {
  const changed = await writeVersions(desk, what, revisions, restructuring);
  if (changed.length === 0) return;
  const lives = changed.map(({ uuid, before, after }) => {
    const first = before[0]?.from ?? after[0]?.from;
    const life = lifeOf(after) ?? { from: first, to: first };
    return { id: uuid, ...life };
  });
  await sql`
    update ${sql.table(what)} as thing set version = version + 1, valid_from = life."from", valid_to = life."to"
    from json_to_recordset(${JSON.stringify(lives)}::json) as life(id uuid, "from" date, "to" date)
    where thing.town_id = ${desk.town} and thing.id = life.id`.execute(desk.db);
}

/**
 * Supersedes the versions that no longer hold and adds those that hold now, without touching the things themselves.
 * Columns of a version are named as the members of its state. Returns the revisions that changed something.
 */
export async function writeVersions<State extends object>(
  desk: Desk,
  what: keyof typeof revisable,
  revisions: readonly Revision<State>[],
  restructuring: string | null,
): Promise<Revision<State>[]> {
  const changed = revisions.map(different).filter(({ gone, come }) => gone.length + come.length > 0);
  if (changed.length === 0) return [];
  const { versions, key } = revisable[what];
  const gone = changed.flatMap((each) => each.gone);
  await sql`
    update ${sql.table(versions)} set superseded_at = ${desk.now}, superseded_by_id = ${restructuring}
    where town_id = ${desk.town} and id = ${anyOf(gone)}`.execute(desk.db);
  const rows = changed.flatMap(({ uuid, come }) =>
    come.map(({ from, to, state }) => ({ ...state, [key]: uuid, ...versionRow(desk, from, to, restructuring) })),
  );
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await insertRows(desk, versions, rows.slice(start, start + rowsAtOnce));
  }
  return changed;
}

/** The columns that every version has, recorded now. */
export function versionRow(desk: Desk, from: string, to: string | null, restructuring: string | null) {
  return {
    town_id: desk.town,
    id: newId(),
    valid_from: from,
    valid_to: to,
    recorded_at: desk.now,
    superseded_at: null,
    restructuring_id: restructuring,
    superseded_by_id: null,
  };
}

async function insertRows(desk: Desk, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(columns.map((column) => sql.ref(column)))}
    from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(desk.db);
}

function different<State extends object>({ uuid, before, after }: Revision<State>) {
  const same = (a: Version<State>, b: Version<State>) =>
    a.from === b.from && a.to === b.to && JSON.stringify(a.state) === JSON.stringify(b.state);
  return {
    uuid,
    before,
    after,
    gone: before.filter((old) => !after.some((next) => same(old, next))).flatMap(({ row }) => row ?? []),
    come: after.filter((next) => !before.some((old) => same(old, next))),
  };
}
