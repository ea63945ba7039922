import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { type Difference, mendTown, reconcileTown } from './reconcile-town.ts';

/** A town and where its summaries differ from its facts. */
export interface Reconciled {
  code: string;
  differences: Difference[];
}

/** Counts the facts of every town that is set up anew, each in one moment, and compares its summaries; `mend` puts them right. */
export async function reconcileAll(orm: Orm, { mend }: { mend: boolean }): Promise<Reconciled[]> {
  const towns = await atDesk(orm, { role: 'app_platform' }, new Date(), 'read', ({ db }) =>
    db.selectFrom('town').select(['id', 'code']).where('set_up_on', 'is not', null).orderBy('code').execute(),
  );
  const reconciled: Reconciled[] = [];
  for (const { id: town, code } of towns) {
    const seat = { role: 'app_town', town } as const;
    const differences = await atDesk(orm, seat, new Date(), 'read', reconcileTown);
    if (mend && differences.length > 0) await atDesk(orm, seat, new Date(), 'write', mendTown);
    reconciled.push({ code, differences });
  }
  return reconciled;
}

/** A difference in words. */
export function describe({ measure, day, block, facts, kept }: Difference): string {
  const where = block === null ? 'the town' : `block ${block}`;
  return `${measure} of ${day} in ${where}: ${facts} there, ${kept} in the summary`;
}
