import 'reflect-metadata';
import { buildSchema } from '../schema.ts';
import { CommandError, onRunningPlatform } from '../signin/running-platform.ts';
import { brokenOperations } from './stored-operation-rows.ts';

// npm run operations: before a new version of the platform is installed, says which operations that applications use it would break.
await onRunningPlatform(async (orm) => {
  const [unknown] = process.argv.slice(2);
  if (unknown !== undefined) throw new CommandError(`“${unknown}” is not known here: npm run operations`);
  const broken = await brokenOperations(orm, buildSchema());
  for (const { application, operation, why } of broken) console.error(`${application}: ${operation}: ${why}`);
  if (broken.length > 0) throw new CommandError(`This version would break ${broken.length} stored operations.`);
  console.log('This version breaks no stored operation.');
});
