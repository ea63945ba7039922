import type { OverlayBlocksQuery, TownOverlaysQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const TOWN_OVERLAYS = graphql(`
  query TownOverlays($code: RegisterCode!, $asOf: Date) {
    town(code: $code, asOf: $asOf) {
      id
      overlays { id name validFrom validTo version blockCount(asOf: $asOf) }
    }
  }
`);

export const OVERLAY_BLOCKS = graphql(`
  query OverlayBlocks($id: ID!, $asOf: Date, $after: String) {
    node(id: $id) {
      id
      ... on Overlay {
        blocks(asOf: $asOf, first: 50, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          edges {
            cursor
            node {
              id
              name
              parent { id name }
              ... on Block {
                households(first: 1) { totalCount }
                teams { id members { id role person { id name } } }
              }
            }
          }
        }
      }
    }
  }
`);

export type Overlay = NonNullable<NonNullable<TownOverlaysQuery['town']>['overlays']>[number];

type Blocks = Extract<NonNullable<OverlayBlocksQuery['node']>, { blocks: unknown }>['blocks'];
export type OverlayBlock = Blocks['edges'][number]['node'];

/** The names of the group heads of a block, each once. */
export function headsOf(block: OverlayBlock): string[] {
  const members = 'teams' in block ? block.teams.flatMap((team) => team.members ?? []) : [];
  const heads = members.filter(({ role }) => role === 'GROUP_HEAD');
  return [...new Set(heads.flatMap(({ person }) => person?.name ?? []))];
}

/** How many households a block of an overlay holds on the day it is shown; null where the viewer does not see them. */
export function householdsIn(block: OverlayBlock): number | null {
  return 'households' in block ? (block.households?.totalCount ?? null) : null;
}
