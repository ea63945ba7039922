import { print } from 'graphql';
import { PUBLIC_BOARD, type PublicBoard } from '../boards/board.ts';

/**
 * Reads a board as everybody may, without what the application of those who are signed in brings along. Null where there is none;
 * rejects where the platform cannot be reached.
 */
export async function readBoard(code: string): Promise<PublicBoard | null> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(PUBLIC_BOARD), variables: { code } }),
  });
  const { data, errors = [] }: Answer = await response.json();
  if (data?.publicBoard) return data.publicBoard;
  if (errors.some(({ extensions }) => extensions?.code === 'NOT_FOUND')) return null;
  throw new Error(`The board was not answered: ${response.status}`);
}

interface Answer {
  data?: { publicBoard: PublicBoard | null } | null;
  errors?: readonly { extensions?: { code?: string } }[];
}
