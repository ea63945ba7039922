import type { TeamQuery, TeamRole } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const TEAM = graphql(`
  query Team($id: ID!, $asOf: Date) {
    team(id: $id, asOf: $asOf) {
      id
      name
      asOf
      version
      validFrom
      validTo
      viewerCan
      town { id code name viewerCanSomewhere district { id name } }
      block { id name ancestors { id name } }
      versions { name validFrom validTo }
      members {
        id
        role
        validFrom
        validTo
        person { id name }
        partner { id name }
        publication { id telephone agreedOn photo { id } }
      }
      notices { id title text validFrom validTo }
    }
  }
`);

export type TeamInFull = NonNullable<TeamQuery['team']>;
export type Member = NonNullable<TeamInFull['members']>[number];

/** The roles of a team, the lead first. */
export const teamRoles = [
  'LEAD',
  'LINE_CADRE',
  'PARTY_GROUP_LEADER',
  'VILLAGE_GROUP_LEADER',
  'BUILDING_HEAD',
  'GROUP_HEAD',
  'VOLUNTEER',
  'PARTNER',
] as const satisfies readonly TeamRole[];

/** Members in the order of their roles. */
export function inOrder(members: readonly Member[]): Member[] {
  return [...members].sort((a, b) => teamRoles.indexOf(a.role) - teamRoles.indexOf(b.role));
}

/** What a member is called: the person's name, or the partner organisation's. */
export function nameOf(member: Pick<Member, 'person' | 'partner'>): string {
  return member.person?.name ?? member.partner?.name ?? '';
}

/** The address of a team's page. */
export function teamPath(id: string): string {
  return `/teams/${encodeURIComponent(id)}`;
}
