import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { clientOf, consent, registerApplication, type TestApplication } from '../applications/application.fixture.ts';
import { readGlobalId } from '../schema/global-id.ts';
import { allowances } from './caller.ts';

const platform = testPlatform({ budgetTimes: 1 });
const { capacity, restoresPerSecond } = allowances.application;
const scopes = ['TOWN_READ', 'UNIT_READ'];

/** An application that two towns have consented to. */
async function consented() {
  const [first, second] = [await platform.newTown(), await platform.newTown()];
  const application = await registerApplication(platform, scopes, first.admin);
  for (const town of [first, second]) await consent(town, application, scopes);
  return { first, second, application, client: await clientOf(platform, application, 'town:read unit:read') };
}

/** Where an application has spent points: in towns, or, with all of whoever registered it, in none or in the sandbox. */
async function budgetsOf({ id }: TestApplication): Promise<(string | undefined)[]> {
  const rows = await platform.database.sql<{ caller: string }>(
    `select caller from app.budget join application a on a.id = $1
     where caller like 'application ' || a.id || '%' or caller like 'developer ' || a.owner_id || '%' order by caller`,
    [readGlobalId(id)?.key],
  );
  return rows.map(({ caller }) => caller.split(' in ')[1]);
}

it('an application is told the cost in every answer, and has points in each town that consented', async () => {
  const { first, second, application, client } = await consented();
  const units = 'query($code: RegisterCode!) { town(code: $code) { units(first: 10) { nodes { id } } } }';
  const { extensions } = await client.send(units, { code: first.code });
  expect(extensions.cost).toMatchObject({ asked: 2120 + 10 * 11, capacity, restoresPerSecond });
  expect((await client.send('{ viewer { account { name } } }')).extensions.cost).toMatchObject({ capacity });
  expect(await budgetsOf(application)).toEqual([first.code, undefined]);
  // What is spent in one town is not spent in another.
  await platform.database.sql(
    'update app.budget set free = 0, at = clock_timestamp(), held = 0, held_before = 0 where caller like $1',
    [`application % in ${first.code}`],
  );
  expect((await client.send(units, { code: second.code })).extensions.cost.left).toBeGreaterThan(capacity / 2);
});

it('an operation of several towns takes an equal part of each, by codes as by ids', async () => {
  const { first, second, application, client } = await consented();
  const query = `query($id: ID!) { one: town(code: "${first.code}") { name } two: unit(id: $id) { name } }`;
  const { extensions, errors } = await client.send(query, { id: second.unit(0) });
  expect(errors).toEqual([]);
  expect(extensions.cost).toMatchObject({ asked: 2 * 111, used: 2 * 111, capacity: 2 * capacity });
  expect(extensions.cost.left).toBeGreaterThan(2 * capacity - 1000);
  expect(await budgetsOf(application)).toEqual([first.code, second.code].sort());
});

it('what is read of one town is paid in no other, whatever an operation names beside', async () => {
  const { first, second, application, client } = await consented();
  const units = 'query($code: RegisterCode!) { town(code: $code) { units(first: 10) { nodes { id } } } }';
  await client.send(units, { code: first.code, nothing: [second.code] });
  const within =
    'query($code: RegisterCode!) { town(code: $code) { figure(indicator: "unit", unit: "UNIT") { numerator } } }';
  await client.send(within.replace('UNIT', second.unit(0)), { code: first.code });
  const sandbox = 'query($codes: [RegisterCode!]!) { towns(codes: $codes) { __typename } }';
  await client.send(sandbox, { codes: [first.code, '319900001', '319900002'] });
  expect(await budgetsOf(application)).toEqual([first.code]);
});

it('what is read of other towns than those that a field names is paid without a town, and counted so', async () => {
  const { first, second, application, client } = await consented();
  const towns = 'towns { units(first: 10) { nodes { id } } }';
  const across = `{ town(code: "${first.code}") { name district { name ${towns} } } }`;
  const { data, errors, extensions } = await client.send(across);
  expect(errors).toEqual([]);
  expect(data.town.district.towns.filter(({ units }: { units: unknown }) => units).length).toBeGreaterThan(0);
  expect(await budgetsOf(application)).toEqual([first.code, undefined]);
  // The town itself pays for itself and the name of its district.
  const own = { asked: 2 * 110 + 2, used: 2 * 110 + 2 };
  const alone = `{ town(code: "${second.code}") { name district { name } } }`;
  expect((await client.send(alone)).extensions.cost).toMatchObject(own);
  expect(extensions.cost.asked).toBeGreaterThan(16 * (110 + 10 * 11));
  expect(extensions.cost.used).toBeLessThanOrEqual(extensions.cost.asked);
  // What an application is for other towns neither.
  const consents = `{ town(code: "${first.code}") { consents(first: 9) { nodes { application { consents(first: 9) { nodes { town { name } } } } } } } }`;
  const admin = await first.admin.send(consents, {}, { 'lianxin-cost': '1' });
  expect(admin.extensions.cost.used).toBeLessThanOrEqual(admin.extensions.cost.asked);
});

it('a mutation that is refused gives back what it has not done', async () => {
  const { first, client } = await consented();
  const exporting = `mutation($input: RequestExportInput!) { requestExport(input: $input) { export { id } } }`;
  const input = { town: first.code, fragments: 'fragment F on Unit { id }' };
  const { errors, extensions } = await client.send(exporting, { input });
  expect(errors.map((each) => each.extensions.code)).toEqual(['FORBIDDEN']);
  expect(extensions.cost).toMatchObject({ asked: 500_000 + 2 * 110 + 1, used: 5100 });
  expect(extensions.cost.left).toBeGreaterThan(capacity - 10_000);
  const renaming = `mutation($input: RenameUnitInput!) { renameUnit(input: $input) { unit { id } } }`;
  const renamed = await client.send(renaming, { input: { unit: first.unit(0), name: '改名' } });
  expect(renamed.errors.map((each) => each.extensions.code)).toEqual(['FORBIDDEN']);
  expect(renamed.extensions.cost.used).toBe(5100);
});

it('mutations in several towns are paid in each', async () => {
  const { first, second, client } = await consented();
  const input = ({ code }: { code: string }) => `{ town: "${code}", name: "某人" }`;
  const registering = `mutation { one: registerPerson(input: ${input(first)}) { person { id } } two: registerPerson(input: ${input(second)}) { person { id } } }`;
  const { extensions } = await client.send(registering);
  // What comes after one that is refused is not done.
  const paid = [
    { town: first.code, asked: 5221, used: 5100, capacity },
    { town: second.code, asked: 5221, used: 0, capacity },
  ].sort((a, b) => Number(a.town) - Number(b.town));
  expect(extensions.cost.paidBy).toEqual(paid.map((each) => expect.objectContaining(each)));
});

it('an id has one spelling, so that none of a town is paid for without it', async () => {
  const { first, application, client } = await consented();
  const read = 'query($id: ID!) { unit(id: $id) { name } }';
  for (const spelt of [`${first.unit(0)}${'!'.repeat(220)}`, `${first.unit(0)}=`, ` ${first.unit(0)}`]) {
    expect((await client.send(read, { id: spelt })).data.unit).toBeNull();
  }
  expect((await client.ask(read, { id: first.unit(0) })).unit.name).toBeTruthy();
  expect(await budgetsOf(application)).toEqual([first.code, undefined]);
});

it('all applications of one developer spend the same points in the sandbox, and where no town is named', async () => {
  const { first, application, client } = await consented();
  const another = await registerApplication(platform, scopes, first.admin);
  const itself = await clientOf(platform, another, 'town:read unit:read');
  for (const by of [client, itself]) {
    await by.send('{ viewer { account { name } } }');
    await by.send('{ town(code: "319900001") { name } }');
  }
  // What the other one has spent is where this one spends: one purse, and not one each.
  expect(await budgetsOf(another)).toEqual([undefined]);
  expect(await budgetsOf(application)).toEqual(await budgetsOf(another));
});

it('a town that has not consented has no budget for it', async () => {
  const { application, client } = await consented();
  const stranger = await platform.newTown();
  await client.send(`{ town(code: "${stranger.code}") { name } }`);
  expect(await budgetsOf(application)).toEqual([undefined]);
});
