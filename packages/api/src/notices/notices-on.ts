import { townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { spanOf } from '../db/on-days.ts';
import { holdsOn } from '../db/versions.ts';
import { globalId } from '../schema/global-id.ts';
import type { NoticeType } from './notice.type.ts';

/** Batch of the notices that teams show on days, the newest first. One statement. */
export async function noticesOn(
  desk: Desk,
  keys: readonly { townId: number; team: string; asOf: string }[],
): Promise<NoticeType[][]> {
  const { first, last } = spanOf(keys);
  const rows = await selectNotices(desk)
    .where('town_id', 'in', townsOf(keys))
    .where('team_id', 'in', [...new Set(keys.map((key) => key.team))])
    .where('valid_from', '<=', last)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', first)]))
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const byTeam = Map.groupBy(rows, (row) => `${row.town_id} ${row.team_id}`);
  return keys.map(({ townId, team, asOf }) =>
    (byTeam.get(`${townId} ${team}`) ?? [])
      .filter(({ valid_from: from, valid_to: to }) => holdsOn({ from, to }, asOf))
      .map(noticeOf),
  );
}

/** The rows of notices. */
export function selectNotices(desk: Desk) {
  return desk.db
    .selectFrom('notice')
    .select(['town_id', 'id', 'team_id', 'title', 'text', 'valid_from', 'valid_to', 'posted_at']);
}

/** A notice as GraphQL shows it. */
export function noticeOf(row: Awaited<ReturnType<ReturnType<typeof selectNotices>['execute']>>[number]): NoticeType {
  const { town_id: townId, id, title, text, valid_from: validFrom, valid_to: validTo, posted_at: postedAt } = row;
  return { id: globalId('Notice', townId, id), title, text, validFrom, validTo, postedAt };
}
