import type { Desk } from '../db/door.ts';
import type { TeamLine } from '../teams/team-lines.ts';
import { teamLinesOf } from '../teams/team-lines.ts';
import { allowedParentsOf } from '../towns/allowed-parents.ts';
import { type Timeline, timelineOf } from '../units/timeline.ts';
import type { AllowedParents } from '../units/tree-rules.ts';
import type { PostTitle, TeamRole } from './columns.ts';

/** A membership with the name of whoever is meant. */
export interface PresentMember {
  team: string;
  /** The person or partner organisation. */
  who: string;
  name: string;
  role: TeamRole;
  from: string;
  to: string | null;
}

/** A post with the name of whoever holds it. */
export interface PresentPost {
  unit: string;
  who: string;
  name: string;
  title: PostTitle;
  from: string;
  to: string | null;
}

/** What of a town a file is compared with. */
export interface Present {
  timeline: Timeline;
  allowed: AllowedParents;
  teams: readonly TeamLine[];
  members: readonly PresentMember[];
  posts: readonly PresentPost[];
  /** Partner organisations, in the order in which they were registered. */
  partners: readonly { id: string; name: string }[];
  overlays: readonly { id: string; name: string }[];
}

/** Reads the desk's town with everything that holds on a day or later. Seven statements. */
export async function loadPresent(desk: Desk, since: string): Promise<Present> {
  return {
    timeline: await desk.load(timelineOf, desk.town),
    allowed: await desk.load(allowedParentsOf, desk.town),
    teams: await desk.load(teamLinesOf, desk.town),
    members: await loadMembers(desk, since),
    posts: await loadPosts(desk, since),
    partners: await desk.db
      .selectFrom('partner')
      .select(['id', 'name'])
      .where('town_id', '=', desk.town)
      .orderBy('id')
      .execute(),
    overlays: await desk.db
      .selectFrom('tree_overlay')
      .select(['id', 'name'])
      .where('town_id', '=', desk.town)
      .whereRef('valid_from', 'is distinct from', 'valid_to')
      .execute(),
  };
}

async function loadMembers(desk: Desk, since: string): Promise<PresentMember[]> {
  const rows = await desk.db
    .selectFrom('team_member as m')
    .leftJoin('person', (join) => join.onRef('person.town_id', '=', 'm.town_id').onRef('person.id', '=', 'm.person_id'))
    .leftJoin('partner', (join) =>
      join.onRef('partner.town_id', '=', 'm.town_id').onRef('partner.id', '=', 'm.partner_id'),
    )
    .select(['m.team_id as team', 'm.person_id', 'm.partner_id', 'm.role', 'm.valid_from as from', 'm.valid_to as to'])
    .select(['person.name as personName', 'partner.name as partnerName'])
    .where('m.town_id', '=', desk.town)
    .whereRef('m.valid_from', 'is distinct from', 'm.valid_to')
    .where((or) => or.or([or('m.valid_to', 'is', null), or('m.valid_to', '>', since)]))
    .orderBy('m.id')
    .execute();
  return rows.map(({ team, person_id, partner_id, role, from, to, personName, partnerName }) => ({
    team,
    who: person_id ?? partner_id ?? '',
    name: personName ?? partnerName ?? '',
    role,
    from,
    to,
  }));
}

async function loadPosts(desk: Desk, since: string): Promise<PresentPost[]> {
  return desk.db
    .selectFrom('post')
    .innerJoin('person', (join) =>
      join.onRef('person.town_id', '=', 'post.town_id').onRef('person.id', '=', 'post.person_id'),
    )
    .select(['post.unit_id as unit', 'post.person_id as who', 'person.name', 'post.title'])
    .select(['post.valid_from as from', 'post.valid_to as to'])
    .where('post.town_id', '=', desk.town)
    .whereRef('post.valid_from', 'is distinct from', 'post.valid_to')
    .where((or) => or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>', since)]))
    .orderBy('post.id')
    .execute();
}
