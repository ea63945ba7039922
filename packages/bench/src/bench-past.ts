import { atDesk } from '../../api/src/db/door.ts';
import { compare } from './compare.ts';
import { lookBack } from './look-back.ts';
import { liveThrough } from './past.ts';
import { plansOf } from './plans.ts';
import type { BenchPlatform, BenchTown } from './platform.ts';
import { pairsOf, type Question } from './questions.ts';
import { timed } from './statements.ts';
import type { Line } from './table.ts';
import { households, many, openTree, type Shape, visitHouseholds, visitsEach } from './town.ts';

const years = many(10, (each) => 2014 + each);

/** What looking into a town's past costs, beside the same look at its present; `explain` says the plans, too. */
export async function benchPast(
  platform: BenchPlatform,
  rounds: number,
  explain: boolean,
  say: (message: string) => void,
): Promise<Line[]> {
  say(`Two towns with ${households} households and ${households * visitsEach} visits each; a minute or two …`);
  const town = await build(platform, { communities: 5, villages: 60, blocks: 430, teams: 510 }, years);
  const { shape, nodes, events, versions, lasting, ended } = await lookBack(platform, town);
  const plain = await build(platform, shape, []);
  await platform.vacuum();
  say(`${nodes} nodes; ${events} restructurings and ${versions} versions of units in ${years.length} years.`);
  say(`${rounds} rounds each …`);
  const lines: Line[] = [];
  const ask = ({ town: asked, query, variables }: Question) => timed(() => asked.ask(query, variables));
  for (const { what, base, other, bound } of pairsOf(town, plain, lasting, ended)) {
    const compared = await compare(
      () => ask(base),
      () => ask(other),
      rounds,
    );
    lines.push({ what, bound, ...compared });
    if (explain) {
      say(`\n### ${what}\n\n${await plansOf(platform.appUrl, base)}\n\n→\n\n${await plansOf(platform.appUrl, other)}`);
    }
  }
  return lines;
}

async function build(
  { orm, newTown, vacuum }: BenchPlatform,
  shape: Shape,
  past: readonly number[],
): Promise<BenchTown> {
  const town = await newTown();
  const seat = { role: 'app_town', town: town.townId } as const;
  await atDesk(orm, seat, new Date(), 'write', (desk) => openTree(desk, shape));
  await liveThrough(orm, town.actor, town.townId, past);
  // PostgreSQL would look for each visit's household and block among all of a town that it does not know yet.
  await vacuum();
  await atDesk(orm, seat, new Date(), 'write', visitHouseholds);
  return town;
}
