import { BlockBoardsResolver, BoardMutations, BoardResolver } from './board.resolver.ts';
import { PublicBoardResolver } from './public-board.resolver.ts';

/** All that resolves what the schema says of public boards. */
export const resolvers = [BlockBoardsResolver, BoardMutations, BoardResolver, PublicBoardResolver];
