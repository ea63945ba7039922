import { CommandError, onRunningPlatform } from '../signin/running-platform.ts';
import { describe, reconcileAll } from './reconcile-all.ts';

const usage = 'npm run reconcile [-- --mend]';

// npm run reconcile: counts every town's facts anew, block by block and month by month, and says where the summaries that
// figures are read from differ; with --mend it puts them right.
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
