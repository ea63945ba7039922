import { makeOperator } from './make-operator.ts';
import { CommandError, onRunningPlatform } from './running-platform.ts';

// npm run operator -- NAME: opens an account that operates the platform, and prints its one-time password.
await onRunningPlatform(async (orm) => {
  const [name, ...rest] = process.argv.slice(2);
  if (!name || rest.length > 0) throw new CommandError('Say how it is to be called: npm run operator -- NAME');
  const { password } = await makeOperator(orm, name, new Date());
  console.log(`Account ${name} operates the platform. Its one-time password, shown only now:\n${password}`);
});
