import type { Desk } from '../db/door.ts';
import { postsOn } from '../people/posts.ts';
import { membersOn } from '../teams/members.ts';
import { teamsOfTowns } from '../teams/read-teams.ts';
import type { TeamType } from '../teams/team.type.ts';
import { type TownTree, type TreeKey, townTrees } from '../units/town-tree.ts';
import type { UnitType } from '../units/unit.type.ts';
import type { FindingType } from './finding.type.ts';

/**
 * What is incomplete in a town on a day, in the tree's order: each village and committee should have blocks, each block
 * a team, each team a lead, and each lead a post at a unit above the block. Overlays are left out: residents look after
 * each other there, under group heads. Four statements.
 */
export async function findIncomplete(desk: Desk, key: TreeKey): Promise<FindingType[]> {
  const [tree, teams] = await Promise.all([desk.load(townTrees, key), desk.load(teamsOfTowns, key)]);
  const leads = await leadsOf(desk, teams);
  const posts = await postsHeld(desk, key, [...leads.values()]);
  const teamsAt = Map.groupBy(teams, (team) => team.blockUuid);
  return tree.units.flatMap((unit): FindingType[] => {
    if (unit.kind === 'VILLAGE' || unit.kind === 'COMMITTEE') {
      const cut = tree.subtree(unit.uuid).some((below) => below.kind === 'BLOCK' && below.overlayUuid === null);
      return cut ? [] : [{ rule: 'UNIT_WITHOUT_BLOCK', unit, team: null }];
    }
    if (unit.kind !== 'BLOCK' || unit.overlayUuid !== null) return [];
    const own = teamsAt.get(unit.uuid);
    if (!own) return [{ rule: 'BLOCK_WITHOUT_TEAM', unit, team: null }];
    return own.flatMap((team) => aboutLead(tree, unit, team, leads.get(team.uuid), posts));
  });
}

function aboutLead(
  tree: TownTree,
  unit: UnitType,
  team: TeamType,
  lead: string | undefined,
  posts: Map<string, Set<string>>,
): FindingType[] {
  if (lead === undefined) return [{ rule: 'TEAM_WITHOUT_LEAD', unit, team }];
  const officer = tree.ancestors(unit.uuid).some((above) => posts.get(lead)?.has(above.uuid));
  return officer ? [] : [{ rule: 'LEAD_WITHOUT_POST', unit, team }];
}

/** The person who leads each team. */
async function leadsOf(desk: Desk, teams: readonly TeamType[]): Promise<Map<string, string>> {
  const leads = new Map<string, string>();
  await Promise.all(
    teams.map(async ({ townId, uuid, asOf }) => {
      const members = await desk.load(membersOn, { townId, team: uuid, asOf });
      const lead = members.find((member) => member.role === 'LEAD')?.person;
      if (lead) leads.set(uuid, lead.uuid);
    }),
  );
  return leads;
}

/** The units at which each person holds a post. */
async function postsHeld(desk: Desk, key: TreeKey, people: readonly string[]): Promise<Map<string, Set<string>>> {
  const held = new Map<string, Set<string>>();
  await Promise.all(
    [...new Set(people)].map(async (person) => {
      const posts = await desk.load(postsOn, { ...key, person });
      held.set(person, new Set(posts.map((post) => post.unitUuid)));
    }),
  );
  return held;
}
