import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';

const platform = testPlatform();

const seen = `query($code: RegisterCode!) {
  town(code: $code) { code name kind status district { code } unitCounts { kind count } teamCount }
}`;

/** A town of the register that is no tenant yet, and what the register has of it. */
async function registered(): Promise<{ code: string; units: number }> {
  const [town] = await platform.database.sql<{ code: string; units: number }>(
    `select town.code, count(*)::int as units from town join register_unit on town_code = town.code
     where set_up_on is null group by town.code order by random() limit 1`,
  );
  if (!town) throw new Error('No town left');
  return town;
}

async function stored(code: string): Promise<number | undefined> {
  const [row] = await platform.database.sql<{ count: number }>(
    'select count(*)::int from unit_version where town_id = $1',
    [code],
  );
  return row?.count;
}

it('makes a town of the register a tenant with its units in its tree, at once', async () => {
  const { code, units } = await registered();
  const before = (await platform.operator.ask(seen, { code })).town;
  expect(before).toMatchObject({ status: 'REGISTERED', unitCounts: [], teamCount: 0 });
  const { town } = await platform.operator.do(
    'setUpTown',
    { code },
    'town { code name kind status district { code } unitCounts { kind count } teamCount }',
  );
  expect(town).toEqual({ ...before, status: 'ACTIVE', unitCounts: town.unitCounts });
  const total = town.unitCounts.reduce((sum: number, each: { count: number }) => sum + each.count, 0);
  expect(total).toBe(units);
  expect((await platform.operator.ask(seen, { code })).town).toEqual(town);

  await platform.operator.do(
    'openAccount',
    { town: code, name: 'admin', displayName: '管理员', role: 'TOWN_ADMINISTRATOR' },
    'account { id }',
  );
  const admin = await platform.clientOf(`admin-${code}`);
  const tree = await admin.ask(
    'query($code: RegisterCode!) { town(code: $code) { tree { code name parent depth } } }',
    { code },
  );
  const listed = await platform.database.sql<{ code: string; name: string }>(
    'select code, name from register_unit where town_code = $1',
    [code],
  );
  const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
  expect(tree.town.tree.toSorted(byCode)).toEqual(
    listed.map((unit) => ({ ...unit, parent: null, depth: 0 })).toSorted(byCode),
  );
  const past = await admin.ask(
    `query($code: RegisterCode!) {
      before: town(code: $code, asOf: "2022-12-31") { tree { id } } on: town(code: $code, asOf: "2023-01-01") { tree { id } }
    }`,
    { code },
  );
  expect([past.before.tree.length, past.on.tree.length]).toEqual([0, units]);
});

it('sets a town up once, also when twenty ask for it at once', async () => {
  const { code, units } = await registered();
  const query = 'mutation($input: SetUpTownInput!) { setUpTown(input: $input) { town { code } } }';
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => platform.operator.send(query, { input: { code } })),
  );
  const refused = answers.flatMap(({ errors }) => errors.map((error) => error.extensions));
  expect(refused).toEqual(Array.from({ length: 19 }, () => ({ code: 'CONFLICT', field: 'input.code' })));
  expect(await platform.operator.refused('setUpTown', { code })).toEqual({ code: 'CONFLICT', field: 'input.code' });
  expect(await stored(code)).toBe(units);
  expect(platform.faults).toEqual([]);
});

it('is for the operator alone, and for towns of the register', async () => {
  const { code } = await registered();
  const { admin } = await platform.newTown();
  expect(await admin.refused('setUpTown', { code })).toEqual({ code: 'FORBIDDEN' });
  expect(await platform.public.refused('setUpTown', { code })).toEqual({ code: 'UNAUTHENTICATED' });
  const wrong: [string, string][] = [
    ['310999999', 'NOT_FOUND'],
    ['310112', 'NOT_FOUND'],
    ['浦江镇', 'BAD_INPUT'],
    ['31011211', 'BAD_INPUT'],
  ];
  for (const [wrongCode, answer] of wrong) {
    const refusal = await platform.operator.refused('setUpTown', { code: wrongCode });
    expect({ wrongCode, ...refusal }).toEqual({ wrongCode, code: answer, field: 'input.code' });
  }
  expect(await stored(code)).toBe(0);
});

it('comes before anybody works in the town', async () => {
  const { code } = await registered();
  const input = { town: code, name: 'early', displayName: '早', role: 'TOWN_ADMINISTRATOR' };
  expect(await platform.operator.refused('openAccount', input)).toEqual({ code: 'CONFLICT' });
  expect(await platform.database.sql('select from account where home_town_id = $1', [code])).toEqual([]);
});
