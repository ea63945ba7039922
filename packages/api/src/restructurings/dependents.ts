import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { type TreeFault, treeFaults } from '../units/tree-rules.ts';
import type { RestoredTown } from './restored-town.ts';
import type { StoredRestructuring } from './stored-restructuring.ts';

/** What a restructuring cannot be undone before: later restructurings, and things that hang on what it made. */
export const dependentKinds = [
  'RESTRUCTURING',
  'TEAM',
  'HOUSEHOLD',
  'POST',
  'ACCOUNT',
  'CONTACT',
  'TREE_RULE',
] as const;

export interface Dependent {
  kind: (typeof dependentKinds)[number];
  /** The later restructuring, for RESTRUCTURING. */
  restructuring: string | null;
  /** The rule of the tree that would not hold, for TREE_RULE. */
  fault: TreeFault | null;
  count: number;
}

/** What later depends on an applied restructuring of the desk's town; nothing where it can be undone. */
export async function dependentsOf(
  desk: Desk,
  { uuid, effectiveOn }: Pick<StoredRestructuring, 'uuid' | 'effectiveOn'>,
  restored: RestoredTown,
): Promise<Dependent[]> {
  const later = await laterRestructurings(desk, uuid);
  if (later.length > 0) {
    return later.map((restructuring) => ({ kind: 'RESTRUCTURING', restructuring, fault: null, count: 1 }));
  }
  const changed = new Set(restored.revisions.map((revision) => revision.uuid));
  const faults = treeFaults(restored.timeline, effectiveOn, changed, restored.allowed);
  return [
    ...(await hangingOn(desk, uuid, restored.opened)),
    ...faults.map((fault): Dependent => ({ kind: 'TREE_RULE', restructuring: null, fault, count: 1 })),
  ];
}

/** Restructurings that are in force and changed again what this one made. */
async function laterRestructurings(desk: Desk, uuid: string): Promise<string[]> {
  const touched = ['unit_version', 'team_version', 'household_block'].map(
    (table) => sql`select superseded_by_id as id from ${sql.table(table)}
      where town_id = ${desk.town} and restructuring_id = ${uuid} and superseded_by_id is not null`,
  );
  const rows = await sql<{ id: string }>`
    select later.id from restructuring later
    where later.town_id = ${desk.town} and later.status = 'APPLIED' and later.voids_id is null
      and (later.id in (${sql.join(touched, sql` union `)})
        or later.id in (
          select hung.restructuring_id from unit_version hung join unit_version made
            on made.town_id = hung.town_id and made.unit_id = hung.parent_id and made.restructuring_id = ${uuid}
          where hung.town_id = ${desk.town} and hung.superseded_at is null and hung.restructuring_id <> ${uuid}
            and not exists (select from unit_version old where old.town_id = ${desk.town}
              and old.unit_id = hung.parent_id and old.restructuring_id is distinct from ${uuid})))
    order by later.tree_version`.execute(desk.db);
  return rows.rows.map((row) => row.id);
}

/** What hangs on the units that it opened, or was changed by itself since it followed. */
async function hangingOn(desk: Desk, uuid: string, opened: readonly string[]): Promise<Dependent[]> {
  const town = desk.town;
  const counts = await sql<Record<Exclude<Dependent['kind'], 'RESTRUCTURING' | 'TREE_RULE'>, number>>`
    select
      (select count(distinct team_id) from team_version where town_id = ${town}
        and ((block_id = any(${opened}::uuid[]) and superseded_at is null and restructuring_id is distinct from ${uuid})
          or (restructuring_id = ${uuid} and superseded_at is not null and superseded_by_id is null))) as "TEAM",
      (select count(distinct household_id) from household_block where town_id = ${town}
        and ((block_id = any(${opened}::uuid[]) and superseded_at is null and restructuring_id is distinct from ${uuid})
          or (restructuring_id = ${uuid} and superseded_at is not null and superseded_by_id is null))) as "HOUSEHOLD",
      ${heldSince(town, uuid, opened, 'post')} as "POST",
      ${heldSince(town, uuid, opened, 'assignment')} as "ACCOUNT",
      (select count(*) from contact where town_id = ${town} and block_id = any(${opened}::uuid[])) as "CONTACT"
  `.execute(desk.db);
  return Object.entries(counts.rows[0] ?? {})
    .filter(([, count]) => count > 0)
    .flatMap(([name, count]) => {
      const kind = dependentKinds.find((each) => each === name);
      return kind ? [{ kind, restructuring: null, fault: null, count }] : [];
    });
}

/** Posts or roles on units that it opened which it did not begin itself, or that were ended since it began them. */
function heldSince(town: number, uuid: string, opened: readonly string[], table: 'post' | 'assignment') {
  return sql`(
    select count(*) from ${sql.table(table)} held
    left join restructuring_effect effect
      on effect.town_id = held.town_id and effect.began = held.id and effect.restructuring_id = ${uuid}
    where held.town_id = ${town} and held.valid_from is distinct from held.valid_to
      and ((effect.id is null and held.unit_id = any(${opened}::uuid[]))
        or (effect.id is not null and held.valid_to is distinct from effect.ended_before)))`;
}
