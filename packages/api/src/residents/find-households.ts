import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { reaches } from '../access/reach.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { householdOf } from '../households/find-household.ts';
import type { HouseholdType } from '../households/household.type.ts';
import { halfWidth, oneLine } from '../schema/text.ts';
import { teamsOfTowns } from '../teams/read-teams.ts';
import { dayOf } from '../today.ts';
import { townTrees } from '../units/town-tree.ts';

/** What a search asks for, and whom it finds. */
export interface FoundHouseholds {
  households: HouseholdType[];
  /** The audit keys of the households found, and of the residents by whom they were. */
  subjects: string[];
}

/**
 * The households of the desk's town, today, that a text finds: part of a number, of the address, of a member's name or of
 * their telephone number; within what the actor's `resident:read` reaches, and within a block if one is named. By number,
 * `first` at the most. Four statements at the most.
 * Errors: BAD_INPUT on text.
 */
export async function findHouseholds(
  desk: Desk,
  actor: Actor,
  search: { text: string; block?: string | undefined; first: number },
): Promise<FoundHouseholds> {
  const text = halfWidth(oneLine(search.text, 'text'));
  if ([...text].length < 2) throw badInput('text', 'tooShort', { least: 2 });
  const digits = text.replace(/[\s()（）-]/g, '');
  const today = dayOf(desk.now);
  const reached = await blocksWithin(desk, actor);
  const blocks = reached.filter((block) => search.block === undefined || block === search.block);
  const holds = (of: string) =>
    sql<boolean>`${sql.ref(`${of}.valid_from`)} <= ${today} and (${sql.ref(`${of}.valid_to`)} is null or ${sql.ref(`${of}.valid_to`)} > ${today})`;
  // Fewer digits than these are in everybody's number.
  const telephone = /^\d{4,}$/.test(digits) ? digits : null;
  const { rows } = await sql<Parameters<typeof householdOf>[0] & { audit_key: string; residents: string[] | null }>`
    with found as (
      select id as household, null::uuid as resident from household
      where town_id = ${desk.town} and position(${text} in code) > 0
      union all
      select household_id, null from household_address a
      where town_id = ${desk.town} and position(${text} in address) > 0 and ${holds('a')}
      union all
      select s.household_id, r.audit_key from resident r
      join resident_stay s on s.town_id = r.town_id and s.resident_id = r.id and ${holds('s')}
      where r.town_id = ${desk.town} and (position(${text} in r.name) > 0 or position(${telephone} in r.telephone) > 0)
    ), households as (
      select household, array_agg(resident) filter (where resident is not null) as residents from found group by household
    )
    select h.town_id, h.id, h.code, h.valid_from, h.valid_to, h.version, h.audit_key, residents
    from households join household h on h.town_id = ${desk.town} and h.id = household
    where exists (
      select from household_block p
      where p.town_id = h.town_id and p.household_id = h.id and p.superseded_at is null and ${holds('p')}
        and p.block_id = ${anyOf(blocks)})
    order by h.code, h.id limit ${search.first}`.execute(desk.db);
  return {
    households: rows.map(householdOf),
    subjects: rows.flatMap((row) => [row.audit_key, ...(row.residents ?? [])]),
  };
}

/** The blocks of today whose residents the actor sees, geographic ones and those of overlays. */
async function blocksWithin(desk: Desk, actor: Actor): Promise<string[]> {
  const key = { townId: desk.town, asOf: dayOf(desk.now) };
  const [tree, teams] = await Promise.all([desk.load(townTrees, key), desk.load(teamsOfTowns, key)]);
  const byBlock = Map.groupBy(teams, (team) => team.blockUuid);
  return tree.units
    .filter((unit) => unit.kind === 'BLOCK')
    .map((unit) => unit.uuid)
    .filter((uuid) => {
      const own = (byBlock.get(uuid) ?? []).map((team) => team.uuid);
      return reaches(actor, 'resident:read', tree.place(uuid, own));
    });
}
