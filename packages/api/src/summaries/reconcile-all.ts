import { atDesk, type Desk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { differingStandings, type StandingDifference } from '../standings/reconcile-standings.ts';
import { restate } from '../standings/restate.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { type Difference, mendTown, reconcileTown } from './reconcile-town.ts';

/** A town, and where its summaries differ from its facts, and its standings from what they follow from. */
export interface Reconciled {
  code: string;
  differences: Difference[];
  standings: StandingDifference[];
}

/**
 * Counts the facts of every town that is set up anew, each in one moment, and compares its summaries; works out how its
 * organisations stand, and compares that. `mend` puts both right.
 */
export async function reconcileAll(orm: Orm, { mend }: { mend: boolean }): Promise<Reconciled[]> {
  const towns = await atDesk(orm, { role: 'app_platform' }, new Date(), 'read', ({ db }) =>
    db.selectFrom('town').select(['id', 'code']).where('set_up_on', 'is not', null).orderBy('code').execute(),
  );
  const reconciled: Reconciled[] = [];
  for (const { id: town, code } of towns) {
    const seat = { role: 'app_town', town } as const;
    const [differences, standings] = await atDesk(orm, seat, new Date(), 'read', async (desk) => [
      await reconcileTown(desk),
      await differingStandings(desk),
    ]);
    if (mend && differences.length > 0) await atDesk(orm, seat, new Date(), 'write', mendTown);
    if (mend && standings.length > 0) await atDesk(orm, seat, new Date(), 'write', mendStandings);
    reconciled.push({ code, differences, standings });
  }
  return reconciled;
}

async function mendStandings(desk: Desk): Promise<void> {
  await lockSettings(desk);
  await restate(desk, 'all');
}

/** What differs in a town, in words. */
export function describe({ code, differences, standings }: Reconciled): string[] {
  return [
    ...differences.map(({ measure, day, block, facts, kept }) => {
      const where = block === null ? 'the town' : `block ${block}`;
      return `${code}: ${measure} of ${day} in ${where}: ${facts} there, ${kept} in the summary`;
    }),
    ...standings.map(({ of, from }) => `${code}: coverage of ${of} from ${from} on: kept otherwise than it is`),
  ];
}
