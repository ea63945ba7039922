import { expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../test/platform.ts';

const platform = testPlatform();

const tree = (town: TestTown, alias: string) => `${alias}: town(code: "${town.code}") { name tree { id } }`;

/** An administrator of the first town who also has a role in the others. */
async function workingFor([home, ...others]: [TestTown, ...TestTown[]]) {
  await home.admin.do(
    'openAccount',
    { town: home.code, name: 'both', displayName: '两镇', role: 'TOWN_ADMINISTRATOR' },
    'account { id }',
  );
  const both = await platform.clientOf(`both-${home.code}`);
  for (const town of others) {
    const { code } = await town.admin.do('inviteToTown', { town: town.code, role: 'TOWN_ADMINISTRATOR' }, 'code');
    await both.do('acceptInvitation', { code }, 'viewer { account { id } }');
    // At once, without waiting for what this process remembers of the token.
    expect((await both.ask(`{ ${tree(town, 'town')} }`)).town.tree.length).toBeGreaterThan(0);
  }
  return both;
}

it('answers many operations at once that each read several towns', async () => {
  const towns: [TestTown, TestTown, TestTown] = [
    await platform.newTown(),
    await platform.newTown(),
    await platform.newTown(),
  ];
  const both = await workingFor(towns);
  const query = `{ ${towns.map((town, index) => tree(town, `t${index}`)).join(' ')} }`;
  const answers = await Promise.all(Array.from({ length: 40 }, () => both.send(query)));
  expect(answers.flatMap((answer) => answer.errors)).toEqual([]);
  expect(new Set(answers.map((answer) => JSON.stringify(answer.data))).size).toBe(1);
}, 20_000);

it('goes on answering after operations that failed while parts of them still ran', async () => {
  const town = await platform.newTown();
  const query = `{ unit(id: "${town.unit(0)}") { children(first: 0) { totalCount } town { district { name } } ancestors { name } } }`;
  for (let round = 0; round < 30; round++) {
    expect((await town.admin.send(query)).errors.length).toBeGreaterThan(0);
  }
  await town.admin.ask(`{ ${tree(town, 'town')} }`);
  const open = () =>
    platform.database.sql(
      "select pid from pg_stat_activity where usename = 'lianxin_app' and state = 'idle in transaction' and datname = current_database()",
    );
  await expect.poll(open).toEqual([]);
}, 20_000);

it('reads at most four towns one by one', async () => {
  const towns = await Promise.all([1, 2, 3, 4, 5].map(() => platform.newTown()));
  const [first, ...rest] = towns;
  if (!first) throw new Error('no town');
  const all = await workingFor([first, ...rest]);
  const four = await all.send(
    `{ ${towns
      .slice(0, 4)
      .map((town, index) => tree(town, `t${index}`))
      .join(' ')} }`,
  );
  expect(four.errors).toEqual([]);
  const { viewer } = await all.ask('{ viewer { assignments { town { name } } } }');
  expect(viewer.assignments).toHaveLength(5);
  const five = await all.send(`{ ${towns.map((town, index) => tree(town, `t${index}`)).join(' ')} }`);
  expect(five.errors.map((error) => error.extensions.code)).toEqual(['LIMIT_EXCEEDED']);
});
