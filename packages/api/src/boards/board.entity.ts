import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, publicShows, townKey } from '../db/tenant.ts';
import { Unit } from '../units/unit.entity.ts';

/** The public board 公示牌 of a block, found by its code, until it is withdrawn. */
export const Board = defineEntity({
  name: 'Board',
  tableName: 'board',
  properties: {
    ...townKey,
    unit: () => p.manyToOne(Unit),
    /** What its short link ends with (board-code.ts). */
    code: p.text(),
    publishedAt: p.datetime(),
    publishedBy: p.uuid(),
    withdrawnAt: p.datetime().nullable(),
    withdrawnBy: p.uuid().nullable(),
    withdrawnBecause: p.text().nullable(),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['townId', 'unit'] }],
  uniques: [{ properties: ['townId', 'code'] }],
  checks: [
    {
      name: 'board_once',
      expression: 'EXCLUDE USING gist (town_id WITH =, unit_id WITH =) WHERE (withdrawn_at IS NULL)',
    },
    { name: 'board_withdrawn', expression: 'num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_because) in (0, 3)' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, publicShows],
});

/** A service promise 服务承诺 on a board, as it was written; the one before is superseded. */
export const BoardPromise = defineEntity({
  name: 'BoardPromise',
  tableName: 'board_promise',
  properties: {
    ...townKey,
    board: () => p.manyToOne(Board),
    text: p.text(),
    writtenAt: p.datetime(),
    writtenBy: p.uuid(),
    supersededAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['townId', 'board'] }],
  checks: [
    {
      name: 'board_promise_once',
      expression: 'EXCLUDE USING gist (town_id WITH =, board_id WITH =) WHERE (superseded_at IS NULL)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, publicShows],
});
