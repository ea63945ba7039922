import { demoAccount } from './demo-accounts.ts';
import { issueToken } from './issue-token.ts';
import { makeProvider } from './provider.ts';
import { CommandError, onRunningPlatform } from './running-platform.ts';

// npm run --silent token -- ACCOUNT: prints a bearer token for a demo account, and nothing else.
await onRunningPlatform(async (orm, config) => {
  const [name, ...rest] = process.argv.slice(2);
  if (!name || rest.length > 0) throw new CommandError('Say for which account: npm run --silent token -- ACCOUNT');
  const account = await demoAccount(orm, name, new Date());
  if (account === undefined) throw new CommandError(`There is no account ${name}.`);
  if (account === 'real')
    throw new CommandError(`${name} is no demo account. Tokens are printed for demo accounts only.`);
  console.log(await issueToken(await makeProvider(orm, config), account.id));
});
