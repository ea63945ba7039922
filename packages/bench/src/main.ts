import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { atDesk } from '../../api/src/db/door.ts';
import { compare, type Took } from './compare.ts';
import { lookBack } from './look-back.ts';
import { liveThrough } from './past.ts';
import { plansOf } from './plans.ts';
import { type BenchPlatform, type BenchTown, startPlatform } from './platform.ts';
import { pairsOf, type Question } from './questions.ts';
import { statementsOf } from './statements.ts';
import { type Line, tableOf } from './table.ts';
import { households, many, openTree, type Shape, visitHouseholds, visitsEach } from './town.ts';

// npm run bench -- [--rounds N] [--explain]: what looking into a town's past costs. See docs/bench.md.
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '40' }, explain: { type: 'boolean', default: false } },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number of rounds, 1 or more');

const years = many(10, (each) => 2014 + each);
const platform = await startPlatform(say);
try {
  say(`Two towns with ${households} households and ${households * visitsEach} visits each; a minute or two …`);
  const town = await build(platform, { communities: 5, villages: 60, blocks: 430, teams: 510 }, years);
  const { shape, nodes, events, versions, lasting, ended } = await lookBack(platform, town);
  const plain = await build(platform, shape, []);
  await platform.vacuum();
  say(`${nodes} nodes; ${events} restructurings and ${versions} versions of units in ${years.length} years.`);
  say(`${rounds} rounds each …`);
  const lines: Line[] = [];
  for (const { what, base, other, bound } of pairsOf(town, plain, lasting, ended)) {
    lines.push({ what, bound, ...(await compare(timed(base), timed(other), rounds)) });
    if (values.explain) {
      say(`\n### ${what}\n\n${await plansOf(platform.appUrl, base)}\n\n→\n\n${await plansOf(platform.appUrl, other)}`);
    }
  }
  say(`\n${tableOf(lines)}`);
} finally {
  await platform.stop();
}

function say(message: string): void {
  console.log(message);
}

async function build({ orm, newTown }: BenchPlatform, shape: Shape, past: readonly number[]): Promise<BenchTown> {
  const town = await newTown();
  const seat = { role: 'app_town', town: town.townId } as const;
  await atDesk(orm, seat, new Date(), 'write', (desk) => openTree(desk, shape));
  await liveThrough(orm, town.actor, town.townId, past);
  await atDesk(orm, seat, new Date(), 'write', visitHouseholds);
  return town;
}

/** Asks a question and tells how long it took, in all and in the database. */
function timed({ town, query, variables }: Question): () => Promise<Took> {
  return async () => {
    const began = performance.now();
    const sent = await statementsOf(() => town.ask(query, variables));
    return { all: performance.now() - began, database: sent.reduce((sum, { took }) => sum + took, 0) };
  };
}
