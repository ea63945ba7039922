import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { fund } from './relief-fund.fixture.ts';

const platform = testPlatform();

const all =
  'name source year budget committed paid free closedOn version entries { seq amount budget reason recordedBy }';
async function funds({ code, admin }: TestTown, year?: number, client: ApiClient = admin): Promise<Data> {
  const query = `query($code: RegisterCode!, $year: Int) { town(code: $code) { reliefFunds(year: $year) { ${all} } } }`;
  return (await client.ask(query, { code, year })).town.reliefFunds;
}

it('a town opens funds from several sources, makes them more and less with a reason, and closes them', async () => {
  const town = await platform.newTown();
  const { admin } = town;
  const opening = { name: '财政帮困资金', budget: '2500000.00', reason: '镇预算〔2026〕3号' };
  const { id } = await fund(town, opening);
  await fund(town, { name: '慈善基金', source: 'CHARITY', budget: '1200000.5' });
  await fund(town, { name: '上年结余', year: 2025 });
  await admin.do('adjustReliefFund', { fund: id, amount: '500000', reason: '追加' }, 'fund { id }');
  const less = { fund: id, amount: '-0.01', reason: '更正', expectedVersion: 2 };
  const { fund: adjusted } = await admin.do('adjustReliefFund', less, `fund { ${all} }`);
  const by = '管理员';
  expect(adjusted).toEqual({
    ...{ name: '财政帮困资金', source: 'FISCAL', year: 2026, budget: '2999999.99', committed: '0.00', paid: '0.00' },
    ...{ free: '2999999.99', closedOn: null, version: 3 },
    entries: [
      { seq: 1, amount: '2500000.00', budget: '2500000.00', reason: '镇预算〔2026〕3号', recordedBy: by },
      { seq: 2, amount: '500000.00', budget: '3000000.00', reason: '追加', recordedBy: by },
      { seq: 3, amount: '-0.01', budget: '2999999.99', reason: '更正', recordedBy: by },
    ],
  });
  expect((await funds(town)).map(({ name }: Data) => name)).toEqual(['财政帮困资金', '慈善基金', '上年结余']);
  const [closed] = await funds(town, 2025);
  expect(closed.closedOn).toBeNull();
  const { fund: done } = await admin.do('closeReliefFund', { fund: id }, 'fund { closedOn version }');
  expect(done).toEqual({ closedOn: expect.any(String), version: 4 });
  expect(await funds(town, 2026, await town.account('SOCIAL_WORKER', { unit: town.unit(0) }))).toEqual(
    await funds(town, 2026),
  );
});

it('a fund that is wrong is refused on the field at fault, and only whoever settles funds changes them', async () => {
  const town = await platform.newTown();
  const { admin, code } = town;
  const { id } = await fund(town, { name: '财政' });
  const closed = (await fund(town, { name: '旧' })).id;
  await admin.do('closeReliefFund', { fund: closed }, 'fund { id }');
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const usual = { town: code, year: 2026, name: '新', source: 'UNION', budget: '1' };
  await changesNothing(platform, town, async () => {
    const wrong: [string, Record<string, unknown>, string, string][] = [
      ['openReliefFund', { ...usual, name: '财政' }, 'CONFLICT', 'input.name'],
      ['openReliefFund', { ...usual, name: ' ' }, 'BAD_INPUT', 'input.name'],
      ['openReliefFund', { ...usual, year: 1999 }, 'BAD_INPUT', 'input.year'],
      ['openReliefFund', { ...usual, budget: '0.00' }, 'BAD_INPUT', 'input.budget'],
      ['openReliefFund', { ...usual, budget: '-1' }, 'BAD_INPUT', 'input.budget'],
      ['openReliefFund', { ...usual, budget: '1000000000.01' }, 'BAD_INPUT', 'input.budget'],
      ['openReliefFund', { ...usual, reason: '' }, 'BAD_INPUT', 'input.reason'],
      ['adjustReliefFund', { fund: id, amount: '0', reason: '无' }, 'BAD_INPUT', 'input.amount'],
      ['adjustReliefFund', { fund: id, amount: '-10000', reason: '清零' }, 'BAD_INPUT', 'input.amount'],
      ['adjustReliefFund', { fund: id, amount: '-10000.01', reason: '减' }, 'CONFLICT', 'input.amount'],
      ['adjustReliefFund', { fund: id, amount: '1000000000', reason: '加' }, 'BAD_INPUT', 'input.amount'],
      ['adjustReliefFund', { fund: id, amount: '1', reason: ' ' }, 'BAD_INPUT', 'input.reason'],
      [
        'adjustReliefFund',
        { fund: id, amount: '1', reason: '加', expectedVersion: 2 },
        'CONFLICT',
        'input.expectedVersion',
      ],
      ['adjustReliefFund', { fund: closed, amount: '1', reason: '加' }, 'CONFLICT', 'input.fund'],
      ['closeReliefFund', { fund: closed }, 'CONFLICT', 'input.fund'],
      ['closeReliefFund', { fund: id, expectedVersion: 7 }, 'CONFLICT', 'input.expectedVersion'],
    ];
    for (const [verb, input, problem, field] of wrong) {
      expect({ verb, input, ...(await admin.refused(verb, input)) }).toEqual({ verb, input, code: problem, field });
      expect({ verb, ...(await officer.refused(verb, input)) }).toEqual({ verb, code: 'FORBIDDEN' });
    }
  });
});

it('whoever sees no relief in a town sees none of its funds, and a district office what it gives relief for', async () => {
  const town = await platform.newTown();
  const { id } = await fund(town);
  const query = 'query($id: ID!) { reliefFund(id: $id) { name } }';
  const worker = await town.account('SOCIAL_WORKER', { unit: town.unit(0) });
  expect((await worker.ask(query, { id })).reliefFund.name).toMatch(/^帮困资金/);
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(await town.openUnit()) });
  expect((await member.send(query, { id })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  const stranger = (await platform.newTown()).admin;
  expect((await stranger.send(query, { id })).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id' });

  const district = town.code.slice(0, 6);
  const opening = { name: `r${town.code}`, displayName: '区', district };
  await platform.operator.do('openOfficeAccount', opening, 'account { id }');
  const office = await platform.clientOf(`r${town.code}-${district}`);
  const asked = 'query($code: RegisterCode!) { town(code: $code) { FIELD } }';
  const { town: seen } = await office.ask(asked.replace('FIELD', 'reliefCategories { name }'), { code: town.code });
  expect(seen.reliefCategories).toHaveLength(5);
  const { errors } = await office.send(asked.replace('FIELD', 'reliefFunds { name }'), { code: town.code });
  expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
});
