import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { readBoardCode } from './board-code.ts';
import { findPublicBoard } from './public-board.ts';
import { PublicBoardType } from './public-board.type.ts';

@Resolver()
export class PublicBoardResolver {
  @Query(() => PublicBoardType, {
    nullable: true,
    description:
      'A block’s board by the code that its link ends with, for everybody, also without signing in. NOT_FOUND where there is none, or it was withdrawn.',
  })
  async publicBoard(
    @Ctx() ctx: Context,
    @Arg('code', () => String, { description: 'The code, in upper or lower case.' }) code: string,
  ): Promise<PublicBoardType> {
    const read = readBoardCode(code);
    const board = read && (await findPublicBoard(await ctx.readPublic(read.townId), read.code));
    if (!board) throw notFound('code');
    return board;
  }
}
