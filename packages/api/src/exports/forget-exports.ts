import type { Desk } from '../db/door.ts';
import { underWay } from './export-states.ts';
import { endExports, mayGoOn } from './settle-export.ts';

/** How long a file can be fetched, and be asked what changed since, in days. */
export const keptDays = 7;
/** Files of one application that a town keeps at the most; the oldest goes. */
export const mostKept = 10;

/** Ends the oldest exports of the application of an export where it has more files than are kept. */
export async function expireOlder(desk: Desk, uuid: string): Promise<void> {
  const older = await desk.db
    .selectFrom('export as e')
    .innerJoin('export as latest', (join) =>
      join
        .onRef('latest.town_id', '=', 'e.town_id')
        .onRef('latest.global_application_id', '=', 'e.global_application_id'),
    )
    .select('e.id')
    .where('e.town_id', '=', desk.town)
    .where('latest.town_id', '=', desk.town)
    .where('latest.id', '=', uuid)
    .where('e.state', '=', 'READY')
    .orderBy('e.requested_at', 'desc')
    .orderBy('e.id', 'desc')
    .offset(mostKept)
    .execute();
  await endExports(
    desk,
    older.map(({ id }) => id),
    'EXPIRED',
  );
}

/** Deletes the files of the desk’s town whose time is over, and those whose consent holds no more. */
export async function forgetExports(desk: Desk): Promise<void> {
  const kept = desk.db
    .selectFrom('export as e')
    .select('e.id')
    .where('e.town_id', '=', desk.town)
    .where('e.state', 'in', [...underWay, 'READY']);
  const withdrawn = await kept.where((not) => not.not(mayGoOn(desk.now))).execute();
  await endExports(
    desk,
    withdrawn.map(({ id }) => id),
    'WITHDRAWN',
  );
  const before = new Date(desk.now.getTime() - keptDays * 86_400_000);
  const old = await kept.where('e.state', '=', 'READY').where('e.ended_at', '<', before).execute();
  await endExports(
    desk,
    old.map(({ id }) => id),
    'EXPIRED',
  );
}
