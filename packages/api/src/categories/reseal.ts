import { CommandError, onRunningPlatform } from '../signin/running-platform.ts';
import { resealSecrets } from '../webhooks/sealed-secret.ts';
import { resealAll } from './reseal-all.ts';

// npm run reseal: seals with the present key, the first of PERSONAL_KEY, what earlier keys sealed in every town and of webhooks, so that
// those can be taken out of it.
await onRunningPlatform(async (orm) => {
  const [unknown] = process.argv.slice(2);
  if (unknown !== undefined) throw new CommandError(`“${unknown}” is not known here: npm run reseal`);
  const towns = await resealAll(orm);
  const all = [...towns, { code: 'webhooks', ...(await resealSecrets(orm)) }];
  for (const { code, resealed } of all) if (resealed > 0) console.log(`${code}: ${resealed} sealed anew`);
  const missing = all.flatMap(({ code, unknown: keys }) =>
    Object.entries(keys).map(([key, many]) => `${code}: ${many} are sealed with the key ${key}`),
  );
  for (const line of missing) console.error(line);
  if (missing.length > 0)
    throw new CommandError('PERSONAL_KEY does not hold these keys; what they sealed is as it was.');
  const sum = all.reduce((total, { resealed }) => total + resealed, 0);
  console.log(`${sum} sealed anew in ${towns.length} towns. All is sealed with the key ${orm.sealing.presentKeyId}.`);
});
