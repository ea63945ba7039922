import { makeDeveloper } from './make-operator.ts';
import { CommandError, onRunningPlatform } from './running-platform.ts';

// npm run developer -- NAME: opens an account without any office, which registers applications, and prints its one-time password.
await onRunningPlatform(async (orm) => {
  const [name, ...rest] = process.argv.slice(2);
  if (!name || rest.length > 0) throw new CommandError('Say how it is to be called: npm run developer -- NAME');
  const { password } = await makeDeveloper(orm, name, new Date());
  console.log(`Account ${name} registers applications. Its one-time password, shown only now:\n${password}`);
});
