import { Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { BlockType } from '../units/unit.type.ts';
import {
  BoardPayload,
  BoardPromiseType,
  BoardType,
  PublishBoardInput,
  RevisePromiseInput,
  WithdrawBoardInput,
} from './board.type.ts';
import { boardsAt, boardsById, promisesOfBoards } from './board-rows.ts';
import { publishBoard, revisePromise, withdrawBoard } from './publish-board.ts';

@Resolver(() => BlockType)
export class BlockBoardsResolver {
  @FieldResolver(() => [BoardType], {
    nullable: true,
    description:
      'The public boards that stand with the block today: its own, and those of blocks that have gone into it, whose links lead here. Null where boards are not open to the viewer.',
  })
  async boards(@Ctx() ctx: Context, @Root() { townId, uuid }: BlockType): Promise<BoardType[] | null> {
    const desk = await ctx.readTownFor('notice:read', townId);
    return desk ? boardsAt(desk, { townId, uuid }) : null;
  }
}

@Resolver(() => BoardType)
export class BoardResolver {
  @FieldResolver(() => [BoardPromiseType], { description: 'What was promised on it, the latest first.' })
  async promises(@Ctx() ctx: Context, @Root() { townId, uuid }: BoardType): Promise<BoardPromiseType[]> {
    return (await ctx.readTown(townId)).load(promisesOfBoards, { townId, uuid });
  }
}

@Resolver()
export class BoardMutations {
  @Mutation(() => BoardPayload, {
    description: 'Publishes the board of a block 发布公示牌: everybody who has its link reads it.',
  })
  publishBoard(@Ctx() ctx: Context, @Input(() => PublishBoardInput) input: PublishBoardInput): Promise<BoardPayload> {
    return changeBoard(ctx, ['block', 'Unit'], 'publishBoard', input, input.block, (desk) =>
      publishBoard(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => BoardPayload, { description: 'Writes another promise on a board 修改服务承诺.' })
  revisePromise(
    @Ctx() ctx: Context,
    @Input(() => RevisePromiseInput) input: RevisePromiseInput,
  ): Promise<BoardPayload> {
    return changeBoard(ctx, ['board', 'Board'], 'revisePromise', input, input.board, (desk) =>
      revisePromise(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => BoardPayload, { description: 'Withdraws a board 撤回公示牌: its link leads nowhere any more.' })
  withdrawBoard(
    @Ctx() ctx: Context,
    @Input(() => WithdrawBoardInput) input: WithdrawBoardInput,
  ): Promise<BoardPayload> {
    return changeBoard(ctx, ['board', 'Board'], 'withdrawBoard', input, input.board, (desk) =>
      withdrawBoard(desk, ctx.signedIn, input),
    );
  }
}

/** Changes a board in the town of the id that an input names, and answers it as the change left it. */
function changeBoard(
  ctx: Context,
  [name, type]: readonly ['block', 'Unit'] | readonly ['board', 'Board'],
  operation: string,
  input: Keyed,
  id: string,
  work: (desk: Desk) => Promise<string>,
): Promise<BoardPayload> {
  const field = `input.${name}`;
  const { townId } = requireId(id, type, field);
  return ctx.changeTown(townId, field, operation, input, async (desk) => {
    const uuid = await work(desk);
    desk.forget();
    const board = await desk.load(boardsById, { townId, uuid });
    if (!board) throw notFound(field);
    return { board };
  });
}
