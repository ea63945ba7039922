import { CommandError, onRunningPlatform } from '../signin/running-platform.ts';
import { describe, reconcileAll } from './reconcile-all.ts';

const usage = 'npm run reconcile [-- --mend]';

// npm run reconcile: counts every town's facts and stocks anew, works out how its organisations stand, and says where what
// figures are read from differs; with --mend it puts that right.
await onRunningPlatform(async (orm) => {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => arg !== '--mend');
  if (unknown !== undefined) throw new CommandError(`“${unknown}” is not known here: ${usage}`);
  const mend = args.includes('--mend');
  const towns = await reconcileAll(orm, { mend });
  const found = towns.flatMap(describe);
  for (const line of found) console.error(line);
  const what = `${found.length} differences in ${towns.length} towns`;
  if (found.length > 0 && !mend) throw new CommandError(`${what}. ${usage} puts them right.`);
  console.log(found.length > 0 ? `${what} mended.` : `No difference in ${towns.length} towns.`);
});
