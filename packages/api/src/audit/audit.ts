import { atDesk } from '../db/door.ts';
import { CommandError, onRunningPlatform } from '../signin/running-platform.ts';
import { sealReadings } from './seal-readings.ts';
import { verifySeals } from './verify-seals.ts';

const usage = 'npm run audit [-- --seal] [TOWN:SEAL:HASH …]';

// npm run audit: verifies the chain of seals over every town's readings, and says what is not sealed yet; with --seal it
// seals that first. Lines that an earlier run printed, kept elsewhere and given again, are compared with the chain.
await onRunningPlatform(async (orm) => {
  const args = process.argv.slice(2);
  const kept = args.filter((arg) => arg !== '--seal').map(readKept);
  const towns = await atDesk(orm, { role: 'app_platform' }, new Date(), 'read', ({ db }) =>
    db.selectFrom('town').select(['id', 'code']).where('set_up_on', 'is not', null).orderBy('code').execute(),
  );
  const unknown = kept.find(({ town }) => !towns.some((each) => each.code === town));
  if (unknown) throw new CommandError(`No town ${unknown.town} is set up.`);
  let faults = 0;
  for (const { id, code } of towns) {
    if (args.includes('--seal')) await sealReadings(orm, id, new Date());
    const { seals, sealed, unsealed, hashes, ...found } = await verifySeals(orm, id, new Date());
    const changed = kept
      .filter(({ town, seal, hash }) => town === code && hashes[seal - 1] !== hash)
      .map(({ seal }) => `Seal ${seal} is not the one that was written down.`);
    for (const fault of [...found.faults, ...changed]) {
      faults++;
      console.error(`${code}: ${fault}`);
    }
    if (seals === 0 && unsealed === 0) continue;
    const last = seals > 0 ? `, the last ${code}:${seals}:${hashes.at(-1)}` : '';
    console.log(`${code}: ${sealed} readings under ${seals} seals${last}; ${unsealed} not sealed yet`);
  }
  if (faults > 0) throw new CommandError(`${faults} faults: the record of readings is not what was sealed.`);
});

/** A line that an earlier run printed: the town, the number of the seal and its hash. */
function readKept(arg: string): { town: string; seal: number; hash: string } {
  const [, town = '', seal = '', hash = ''] = /^(\d{9}):(\d+):([0-9a-f]{64})$/.exec(arg) ?? [];
  if (!hash) throw new CommandError(`“${arg}” is not known here: ${usage}`);
  return { town, seal: Number(seal), hash };
}
