import { dayOf } from '../../api/src/today.ts';
import { compare } from './compare.ts';
import { timed } from './statements.ts';
import { markdown } from './table.ts';
import { wholeTown } from './whole-town.ts';
import type { LivingTown } from './work-town.ts';

/** The most that a page of a full town may take, in milliseconds. */
const most = 1000;

/**
 * What the pages take that tell of a whole town, for its administrator, over this year: of the town of one block and of the full one.
 * The full one's facts are many times those of the other, so the page itself is held to a bound, and its statements to the other's.
 */
export async function benchPages(small: LivingTown, full: LivingTown, rounds: number): Promise<string> {
  const today = dayOf(new Date());
  const period = { first: `${today.slice(0, 4)}-01-01`, last: today };
  const rows: string[][] = [];
  for (const { what, query } of wholeTown) {
    const side = (town: LivingTown) => () => timed(() => town.ask(query, { code: town.code, period }));
    const { base, other } = await compare(side(small), side(full), rounds);
    const took = other.all.toFixed(1);
    rows.push([
      ...[what, base.all.toFixed(1), other.all > most ? `**${took}**` : took, other.database.toFixed(1)],
      ...[base.statements.toFixed(0), other.statements.toFixed(0), `${most}`],
    ]);
  }
  return markdown(
    ['page of the town', 'one block, ms', 'full, ms', 'of it SQL, ms', 'statements', '→', 'at most, ms'],
    rows,
  );
}
