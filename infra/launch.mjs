#!/usr/bin/env node
// Starts every task of this project: `node infra/launch.mjs TASK [ARGUMENTS]`. An installed Node 20 and npm are all
// it takes; the pinned pnpm, the packages and Node 24 are installed first when they are not there or have changed.
import { install } from './install.mjs';
import { exitCodeOf, StepFailed, watchParent } from './run.mjs';
import { tasks } from './tasks.mjs';

const [name = '', ...args] = process.argv.slice(2);

try {
  if (!Object.hasOwn(tasks, name)) {
    throw new StepFailed(`There is no task "${name}". There are: ${Object.keys(tasks).join(', ')}.`, 2);
  }
  watchParent();
  const environment = await install();
  process.exitCode = await tasks[name](environment, args);
} catch (cause) {
  if (!(cause instanceof Error)) throw cause;
  console.error(cause instanceof StepFailed || 'code' in cause ? cause.message : cause);
  process.exitCode = exitCodeOf(cause);
}
