import 'reflect-metadata';
import { CommandError, onRunningPlatform } from '../signin/running-platform.ts';
import { resetSandbox } from './make-sandbox.ts';

// npm run sandbox -- --reset: has the towns of the sandbox begin anew, as they do each night.
await onRunningPlatform(async (orm) => {
  if (process.argv.slice(2).join(' ') !== '--reset')
    throw new CommandError('Say what to do: npm run sandbox -- --reset');
  const towns = await resetSandbox(orm);
  if (towns === 0) throw new CommandError('This platform has no sandbox; it is made at the start, with SANDBOX=yes.');
  console.log(`${towns} towns of the sandbox have begun anew.`);
});
