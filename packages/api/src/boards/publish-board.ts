import type { Actor } from '../access/actor.ts';
import { type Place, reaches } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { supersede } from '../db/supersede.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { placeOfBlock } from '../teams/find-team.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { isBlock, timelineOf } from '../units/timeline.ts';
import type { BoardType, PublishBoardInput, RevisePromiseInput, WithdrawBoardInput } from './board.type.ts';
import { newBoardCode } from './board-code.ts';
import { boardsAt, boardsById } from './board-rows.ts';

/**
 * Publishes the board of a block. Returns its id in the town.
 * Errors: NOT_FOUND on input.block; BAD_INPUT there for what is no block today, or on input.promise; CONFLICT on input.block that has one.
 */
export async function publishBoard(desk: Desk, actor: Actor, input: PublishBoardInput): Promise<string> {
  await lockSettings(desk);
  const field = 'input.block';
  const key = { townId: desk.town, uuid: requireIdIn(desk.town, input.block, 'Unit', field) };
  const state = (await desk.load(timelineOf, desk.town)).stateOn(key.uuid, dayOf(desk.now));
  if (!state || !reaches(actor, 'board:publish', await placeOfBlock(desk, key))) throw notFound(field);
  if (!isBlock(state)) throw badInput(field, 'notABlock');
  if ((await boardsAt(desk, key)).length > 0) throw conflict('boardPublished', field);
  const id = newId();
  await desk.db
    .insertInto('board')
    .values({
      ...{ town_id: desk.town, id, unit_id: key.uuid, code: newBoardCode(desk.town), version: 1 },
      ...{ published_at: desk.now, published_by: actor.accountId },
      ...{ withdrawn_at: null, withdrawn_by: null, withdrawn_because: null },
    })
    .execute();
  await writePromise(desk, actor, id, input.promise);
  return id;
}

/**
 * Writes another promise on a board; the one before stays to be read by who keeps it. Returns the board's id in the town.
 * Errors: those of holdBoard; CONFLICT on input.expectedVersion; BAD_INPUT on input.promise.
 */
export async function revisePromise(desk: Desk, actor: Actor, input: RevisePromiseInput): Promise<string> {
  const board = await holdBoard(desk, actor, input.board);
  requireVersion(board, input.expectedVersion);
  const standing = await desk.db
    .selectFrom('board_promise')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('board_id', '=', board.uuid)
    .where('superseded_at', 'is', null)
    .execute();
  await supersede(
    desk,
    'board_promise',
    standing.map(({ id }) => id),
  );
  await writePromise(desk, actor, board.uuid, input.promise);
  await desk.db
    .updateTable('board')
    .set({ version: board.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', board.uuid)
    .execute();
  return board.uuid;
}

/** Withdraws a board: nobody reads it any more. Returns its id in the town. Errors: those of holdBoard; BAD_INPUT on input.reason. */
export async function withdrawBoard(desk: Desk, actor: Actor, input: WithdrawBoardInput): Promise<string> {
  const board = await holdBoard(desk, actor, input.board);
  const withdrawn_because = oneLine(input.reason, 'input.reason');
  await desk.db
    .updateTable('board')
    .set({ withdrawn_at: desk.now, withdrawn_by: actor.accountId, withdrawn_because, version: board.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', board.uuid)
    .execute();
  return board.uuid;
}

/** The board that an input names, held until this change is done. Errors: NOT_FOUND on input.board, CONFLICT there where it was withdrawn. */
async function holdBoard(desk: Desk, actor: Actor, id: string): Promise<BoardType> {
  await lockSettings(desk);
  const field = 'input.board';
  const board = await desk.load(boardsById, { townId: desk.town, uuid: requireIdIn(desk.town, id, 'Board', field) });
  if (!board || !reaches(actor, 'board:publish', await placeOfBoard(desk, board))) throw notFound(field);
  if (board.withdrawnAt !== null) throw conflict('boardWithdrawn', field);
  return board;
}

/** Where a board stands today, to ask for reach. */
async function placeOfBoard(desk: Desk, { townId, unitUuid }: BoardType): Promise<Place> {
  const [timeline, links] = await Promise.all([desk.load(timelineOf, townId), desk.load(lineageOfTowns, townId)]);
  const uuid = standsIn(timeline, links, unitUuid, dayOf(desk.now));
  return uuid === null ? { townId, units: [] } : placeOfBlock(desk, { townId, uuid });
}

async function writePromise(desk: Desk, actor: Actor, board_id: string, promise: string): Promise<void> {
  const written = { written_at: desk.now, written_by: actor.accountId, superseded_at: null };
  await desk.db
    .insertInto('board_promise')
    .values({ town_id: desk.town, id: newId(), board_id, text: paragraphs(promise, 'input.promise'), ...written })
    .execute();
}
