import { describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();

const nextYear = `${new Date().getFullYear() + 1}-12-31`;
const nameOn = 'query($id: ID!, $day: Date) { team(id: $id, asOf: $day) { name validTo version } }';

describe('renaming a team', () => {
  it('holds from a day on and keeps the earlier name readable', async () => {
    const town = await platform.newTown();
    const block = await town.openUnit({ from: '2024-01-01' });
    const formed = { block, name: '旧名', from: '2024-01-01' };
    const { id } = (await town.admin.do('formTeam', formed, 'team { id }')).team;
    const { team } = await town.admin.do(
      'renameTeam',
      { team: id, name: '新名', from: '2024-06-01', expectedVersion: 1 },
      'team { id name version block { id } }',
    );
    expect(team).toEqual({ id, name: '新名', version: 2, block: { id: block } });
    expect((await town.admin.ask(nameOn, { id, day: '2024-05-31' })).team.name).toBe('旧名');
    expect((await town.admin.ask(nameOn, { id, day: '2024-06-01' })).team.name).toBe('新名');
    const { team: later } = await town.admin.do(
      'renameTeam',
      { team: id, name: '后名', from: nextYear },
      'team { name asOf }',
    );
    expect(later).toEqual({ name: '后名', asOf: nextYear });
  });

  it('refuses wrong input with the field at fault and changes nothing', async () => {
    const town = await platform.newTown();
    const block = await town.openUnit({ from: '2024-01-01' });
    const form = async (name: string, from: string) =>
      (await town.admin.do('formTeam', { block, name, from }, 'team { id }')).team.id;
    const team = await form('甲', '2024-02-01');
    await town.admin.do('renameTeam', { team, name: '乙', from: '2024-03-01' }, 'team { id }');
    await form('丙', '2024-06-01');
    const gone = await form('丁', '2024-01-01');
    await town.admin.do('disbandTeam', { team: gone, on: '2024-02-01' }, 'team { id }');
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ name: '' }, 'BAD_INPUT', 'input.name'],
      [{ name: '丙' }, 'CONFLICT', 'input.name'],
      [{ name: '丙', from: '2024-06-01' }, 'CONFLICT', 'input.name'],
      [{ from: '2024-01-31' }, 'BAD_INPUT', 'input.from'],
      [{ expectedVersion: 1 }, 'CONFLICT', 'input.expectedVersion'],
      [{ team: gone }, 'CONFLICT', 'input.team'],
      [{ team: block }, 'NOT_FOUND', 'input.team'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [change, code, field] of wrong) {
        const refusal = await town.admin.refused('renameTeam', { team, name: '戊', from: '2024-04-01', ...change });
        expect({ change, ...refusal }).toEqual({ change, code, field });
      }
    });
  });
});

describe('disbanding a team', () => {
  it('ends its memberships with it and keeps its past readable', async () => {
    const town = await platform.newTown();
    const block = await town.openUnit({ from: '2024-01-01' });
    const { id } = (await town.admin.do('formTeam', { block, name: '组团', from: '2024-01-01' }, 'team { id }')).team;
    const join = (person: string, role: string, from: string) =>
      town.admin.do('joinTeam', { team: id, person, role, from }, 'member { id }');
    await join(await town.person('张'), 'LEAD', '2024-01-01');
    await join(await town.person('李'), 'VOLUNTEER', '2024-08-01');
    const past = await join(await town.person('王'), 'VOLUNTEER', '2024-01-01');
    await town.admin.do('leaveTeam', { member: past.member.id, on: '2024-02-01' }, 'member { id }');
    const { team } = await town.admin.do(
      'disbandTeam',
      { team: id, on: '2024-06-01' },
      'team { name validTo version members { id } }',
    );
    expect(team).toEqual({ name: '组团', validTo: '2024-06-01', version: 2, members: [] });
    const { team: then } = await town.admin.ask(
      'query($id: ID!) { team(id: $id, asOf: "2024-05-31") { validTo members { person { name } validFrom validTo } } }',
      { id },
    );
    expect(then).toEqual({
      validTo: '2024-06-01',
      members: [{ person: { name: '张' }, validFrom: '2024-01-01', validTo: '2024-06-01' }],
    });
    const periods = await platform.database.sql<{ period: string }>(
      `select valid_from || ' ' || valid_to as period from team_member where town_id = $1 order by 1`,
      [town.code],
    );
    expect(periods.map((row) => row.period)).toEqual([
      '2024-01-01 2024-02-01',
      '2024-01-01 2024-06-01',
      '2024-08-01 2024-08-01',
    ]);
    await town.admin.do('closeUnit', { unit: block, on: '2024-06-01' }, 'unit { id }');
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const { team: kept } = await officer.ask(
      'query($id: ID!) { team(id: $id) { block { status } members(asOf: "2024-05-31") { person { name } } } }',
      { id },
    );
    expect(kept).toEqual({ block: { status: 'CLOSED' }, members: [{ person: { name: '张' } }] });
    expect(await officer.refused('disbandTeam', { team: id })).toEqual({ code: 'CONFLICT', field: 'input.team' });
  });

  it('takes a team back that is disbanded on the day it began', async () => {
    const town = await platform.newTown();
    const team = await town.formTeam(await town.openUnit(), '误设');
    const { team: gone } = await town.admin.do('disbandTeam', { team }, 'team { name validFrom validTo }');
    expect(gone).toEqual({ name: '误设', validFrom: gone.validFrom, validTo: gone.validFrom });
    const { town: seen } = await town.admin.ask('query($code: RegisterCode!) { town(code: $code) { teamCount } }', {
      code: town.code,
    });
    expect(seen.teamCount).toBe(0);
  });

  it('refuses wrong input, and while accounts are assigned to it, and changes nothing', async () => {
    const town = await platform.newTown();
    const block = await town.openUnit({ from: '2024-01-01' });
    const form = async (name: string) =>
      (await town.admin.do('formTeam', { block, name, from: '2024-02-01' }, 'team { id }')).team.id;
    const [team, worked, gone] = [await form('甲'), await form('乙'), await form('丙')];
    await town.admin.do('renameTeam', { team, name: '新甲', from: '2024-03-01' }, 'team { id }');
    await town.account('TEAM_MEMBER', { team: worked });
    await town.admin.do('disbandTeam', { team: gone, on: nextYear }, 'team { id }');
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ team, on: '2024-01-31' }, 'BAD_INPUT', 'input.on'],
      [{ team, on: '2024-02-15' }, 'CONFLICT', 'input.on'],
      [{ team, expectedVersion: 1 }, 'CONFLICT', 'input.expectedVersion'],
      [{ team: worked }, 'CONFLICT', 'input.team'],
      [{ team: gone }, 'CONFLICT', 'input.team'],
      [{ team: 'nonsense' }, 'NOT_FOUND', 'input.team'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [input, code, field] of wrong) {
        expect({ input, ...(await town.admin.refused('disbandTeam', input)) }).toEqual({ input, code, field });
      }
      const person = await town.admin.refused('joinTeam', { team: gone, person: team, role: 'LEAD' });
      expect(person).toEqual({ code: 'CONFLICT', field: 'input.team' });
    });
  });
});

it('lets nobody change a team out of their reach', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const team = await town.formTeam(await town.openUnit());
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const elsewhere = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const lead = await town.account('TEAM_LEAD', { team: await town.formTeam(await town.openUnit()) });
  await changesNothing(platform, town, async () => {
    for (const [verb, input] of [
      ['renameTeam', { team, name: '改名' }],
      ['disbandTeam', { team }],
    ] as const) {
      const missing = { code: 'NOT_FOUND', field: 'input.team' };
      expect(await elsewhere.refused(verb, input)).toEqual(missing);
      expect(await other.admin.refused(verb, input)).toEqual(missing);
      expect(await lead.refused(verb, input)).toEqual({ code: 'FORBIDDEN' });
    }
  });
  await officer.do('renameTeam', { team, name: '改名' }, 'team { id }');
  await officer.do('disbandTeam', { team }, 'team { id }');
});

it('leaves no account on a team that is disbanded at the same time', async () => {
  const town = await platform.newTown();
  const block = await town.openUnit();
  const disband = 'mutation($input: DisbandTeamInput!) { done: disbandTeam(input: $input) { __typename } }';
  const open = 'mutation($input: OpenAccountInput!) { done: openAccount(input: $input) { __typename } }';
  for (const name of ['one', 'two', 'three']) {
    const team = await town.formTeam(block);
    const account = { town: town.code, name, displayName: name, role: 'TEAM_LEAD', team };
    const answers = await Promise.all([
      town.admin.send(disband, { input: { team } }),
      town.admin.send(open, { input: account }),
    ]);
    expect(answers.filter((answer) => answer.data?.done)).toHaveLength(1);
  }
});

it('keeps what a team was called, period by period', async () => {
  const town = await platform.newTown();
  const block = await town.openUnit({ from: '2024-01-01' });
  const { team } = await town.admin.do('formTeam', { block, name: '先锋组团', from: '2024-01-01' }, 'team { id }');
  const renamed = { team: team.id, name: '连心组团', from: '2025-06-01' };
  const answer = await town.admin.do(
    'renameTeam',
    renamed,
    'team { versions { name validFrom validTo block { id } } }',
  );
  expect(answer.team.versions).toEqual([
    { name: '先锋组团', validFrom: '2024-01-01', validTo: '2025-06-01', block: { id: block } },
    { name: '连心组团', validFrom: '2025-06-01', validTo: null, block: { id: block } },
  ]);
});
