import type { Actor } from '../access/actor.ts';
import { reaches, reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { badInput, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { placeOfBlock } from '../teams/find-team.ts';
import { findTeamsOfPerson } from '../teams/members.ts';
import { teamsOfTowns } from '../teams/read-teams.ts';
import { unitsById } from '../units/find-unit.ts';
import { townTrees } from '../units/town-tree.ts';

/** Whose households a due list is about: those of a unit, of a team’s block, or of the blocks of a member’s teams. */
export interface DueScope {
  unit?: string | null;
  team?: string | null;
  person?: string | null;
}

/**
 * The blocks of a scope on a day, as far as the viewer sees the households of any; null where that is the whole town, and
 * undefined where the viewer sees those of none. Without a unit, blocks of overlays count too, if they are all one has.
 * Errors: NOT_FOUND on unit, team or person; BAD_INPUT on the second of them that is named.
 */
export async function blocksInScope(
  desk: Desk,
  actor: Actor,
  townId: number,
  asOf: string,
  scope: DueScope,
): Promise<string[] | null | undefined> {
  const [, second] = (['unit', 'team', 'person'] as const).filter((name) => scope[name] != null);
  if (second) throw badInput(second, 'oneScope');
  const all = reachesTown(actor, 'category:read', townId);
  const named = await namedBlocks(desk, townId, asOf, scope);
  if (named === undefined && all) return null;
  const blocks = named ?? (await blocksOn(desk, townId, asOf)).map(({ uuid }) => uuid);
  const places = await Promise.all(blocks.map((uuid) => placeOfBlock(desk, { townId, uuid })));
  const seen = blocks.filter((_, index) => {
    const place = places[index];
    return place !== undefined && reaches(actor, 'category:read', place);
  });
  return seen.length > 0 || all ? seen : undefined;
}

/** The blocks of the unit, team or person that a scope names; undefined where it names none. */
async function namedBlocks(
  desk: Desk,
  townId: number,
  asOf: string,
  { unit, team, person }: DueScope,
): Promise<string[] | undefined> {
  if (unit != null) return blocksUnder(desk, townId, asOf, requireIdIn(townId, unit, 'Unit', 'unit'));
  if (team == null && person == null) return undefined;
  const teams = await desk.load(teamsOfTowns, { townId, asOf });
  if (team != null) {
    const uuid = requireIdIn(townId, team, 'Team', 'team');
    const found = teams.find((each) => each.uuid === uuid);
    if (!found) throw notFound('team');
    return [found.blockUuid];
  }
  const own = await findTeamsOfPerson(desk, townId, requireIdIn(townId, person ?? '', 'Person', 'person'), asOf);
  if (!own) throw notFound('person');
  return [...new Set(teams.filter(({ uuid }) => own.has(uuid)).map(({ blockUuid }) => blockUuid))];
}

/** The geographic blocks under a unit, or the unit itself where it is a block, be it of an overlay. */
async function blocksUnder(desk: Desk, townId: number, asOf: string, uuid: string): Promise<string[]> {
  const unit = await desk.load(unitsById, { townId, asOf, uuid });
  if (!unit) throw notFound('unit');
  if (unit.kind === 'BLOCK') return [uuid];
  const under = (await desk.load(townTrees, { townId, asOf })).subtree(uuid);
  return under.filter((each) => each.kind === 'BLOCK' && each.overlayUuid === null).map((each) => each.uuid);
}

async function blocksOn(desk: Desk, townId: number, asOf: string) {
  return (await desk.load(townTrees, { townId, asOf })).units.filter(({ kind }) => kind === 'BLOCK');
}
