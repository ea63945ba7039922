import type { BlockBoardsQuery, PublicBoardQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const BLOCK_BOARDS = graphql(`
  query BlockBoards($id: ID!) {
    unit(id: $id) {
      __typename
      id
      ... on Block {
        boards { id code version publishedAt promises { text writtenAt supersededAt } }
        teams {
          id
          viewerCan
          members { id person { id name } publication { id } }
        }
      }
    }
  }
`);

/** What everybody reads of a board; the page of the public asks the same. */
export const PUBLIC_BOARD = graphql(`
  query PublicBoard($code: String!) {
    publicBoard(code: $code) {
      code
      name
      town
      above
      promise
      numbers { label telephone }
      teams {
        name
        members { name role telephone photo }
        notices { title text validFrom validTo }
      }
    }
  }
`);

export type Block = Extract<NonNullable<BlockBoardsQuery['unit']>, { __typename: 'Block' }>;
export type Board = NonNullable<Block['boards']>[number];
export type PublicBoard = NonNullable<PublicBoardQuery['publicBoard']>;

/** The address by which everybody reads a board. */
export function boardLink(code: string): string {
  return `${window.location.origin}/b/${code}`;
}
