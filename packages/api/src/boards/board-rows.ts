import { anyOf, idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import type { BoardPromiseType, BoardType } from './board.type.ts';

function selectBoards(desk: Desk, keys: readonly Pick<TownKey, 'townId'>[]) {
  return desk.db
    .selectFrom('board')
    .select(['town_id', 'id', 'unit_id', 'code', 'published_at', 'withdrawn_at', 'withdrawn_because', 'version'])
    .where('town_id', 'in', [...new Set(keys.map(({ townId }) => townId))]);
}

function boardOf(row: Awaited<ReturnType<ReturnType<typeof selectBoards>['executeTakeFirstOrThrow']>>): BoardType {
  return {
    id: globalId('Board', row.town_id, row.id),
    ...{ townId: row.town_id, uuid: row.id, unitUuid: row.unit_id, code: row.code, publishedAt: row.published_at },
    ...{ withdrawnAt: row.withdrawn_at, withdrawnBecause: row.withdrawn_because, version: row.version },
  };
}

/** Batch of boards by id. One statement. */
export async function boardsById(desk: Desk, keys: readonly TownKey[]): Promise<(BoardType | undefined)[]> {
  const rows = await selectBoards(desk, keys)
    .where('id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', boardOf);
}

/** Batch of the boards of towns that everybody reads, the first one first. One statement. */
async function boardsOfTowns(desk: Desk, towns: readonly number[]): Promise<BoardType[][]> {
  const rows = await selectBoards(
    desk,
    towns.map((townId) => ({ townId })),
  )
    .where('withdrawn_at', 'is', null)
    .orderBy('published_at')
    .orderBy('id')
    .execute();
  return towns.map((town) => rows.filter(({ town_id }) => town_id === town).map(boardOf));
}

/** The boards that stand with a block today: its own, and those of blocks that have gone into it. At most three statements. */
export async function boardsAt(desk: Desk, { townId, uuid }: TownKey): Promise<BoardType[]> {
  const [boards, timeline, links] = await Promise.all([
    desk.load(boardsOfTowns, townId),
    desk.load(timelineOf, townId),
    desk.load(lineageOfTowns, townId),
  ]);
  return boards.filter(({ unitUuid }) => standsIn(timeline, links, unitUuid, dayOf(desk.now)) === uuid);
}

/** Batch of what was promised on boards, the latest first. One statement. */
export async function promisesOfBoards(desk: Desk, keys: readonly TownKey[]): Promise<BoardPromiseType[][]> {
  const rows = await desk.db
    .selectFrom('board_promise')
    .select(['town_id', 'board_id', 'text', 'written_at', 'superseded_at'])
    .where('town_id', 'in', townsOf(keys))
    .where('board_id', '=', anyOf(idsOf(keys)))
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return parted(keys, rows, 'board_id', ({ text, written_at: writtenAt, superseded_at: supersededAt }) => ({
    ...{ text, writtenAt, supersededAt },
  }));
}
