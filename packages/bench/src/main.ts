import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { benchDrafts } from './bench-drafts.ts';
import { benchExports } from './bench-exports.ts';
import { benchHostile } from './bench-hostile.ts';
import { benchImport } from './bench-import.ts';
import { benchPages } from './bench-pages.ts';
import { benchPast } from './bench-past.ts';
import { benchWork } from './bench-work.ts';
import { benchPeers } from './peers/bench-peers.ts';
import { startPlatform } from './platform.ts';
import { tableOf } from './table.ts';
import { livingTown } from './work-town.ts';

// npm run bench -- [past] [work] [peers] [hostile] [exports] [drafts] [--rounds N] [--explain] [--households N] [--seconds N] [--towns N]: see docs/bench.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '40' },
    households: { type: 'string', default: '40000' },
    seconds: { type: 'string', default: '5' },
    towns: { type: 'string', default: '14' },
    explain: { type: 'boolean', default: false },
  },
});
const rounds = numberOf('rounds');
const households = numberOf('households');
const parts = positionals.length > 0 ? positionals : ['past', 'work'];
const known = ['past', 'work', 'peers', 'hostile', 'exports', 'drafts'];
const unknown = parts.find((part) => !known.includes(part));
if (unknown !== undefined) throw new Error(`There is no part ${unknown}: ${known.join(', ')}`);

const platform = await startPlatform(say);
try {
  if (parts.includes('past')) say(`\n${tableOf(await benchPast(platform, rounds, values.explain, say))}`);
  if (parts.includes('work')) {
    say(`A town of ${households} households with three visits each; some minutes …`);
    const small = await livingTown(platform, 1, Math.round(households / 220));
    const full = await livingTown(platform, 220, households);
    await platform.vacuum();
    say(`${rounds} rounds each …`);
    say(`\n${tableOf(await benchWork(platform, small, full, rounds))}`);
    say(`\n${await benchPages(small, full, rounds)}`);
    say(`\n${await benchImport(platform, full, say)}`);
  }
  if (parts.includes('peers')) {
    say(`A town of ${households} households for the peers …`);
    const town = await livingTown(platform, 220, households);
    await platform.vacuum();
    const load = { rounds, seconds: numberOf('seconds'), towns: numberOf('towns') };
    say(`\n${await benchPeers(platform, town, load, say)}`);
  }
  if (parts.includes('hostile')) {
    say(`A town of ${households} households for somebody to work in beside the hostile …`);
    const town = await livingTown(platform, 220, households);
    await platform.vacuum();
    say(`\n${await benchHostile(platform, town, { rounds, seconds: numberOf('seconds') })}`);
  }
  if (parts.includes('drafts')) say(`\n${await benchDrafts(platform, rounds, say)}`);
  if (parts.includes('exports')) {
    say(`Towns of ${households} households, and of a tenth of them, to be exported …`);
    const small = await livingTown(platform, 22, Math.round(households / 10));
    const full = await livingTown(platform, 220, households);
    await platform.vacuum();
    say(`\n${await benchExports(platform, [small, full])}`);
  }
} finally {
  await platform.stop();
}

function numberOf(name: 'rounds' | 'households' | 'seconds' | 'towns'): number {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} takes a number, 1 or more`);
  return number;
}

function say(message: string): void {
  console.log(message);
}
