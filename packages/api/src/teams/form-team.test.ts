import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();

it('forms a team for a block from a day on', async () => {
  const town = await platform.newTown();
  const block = await town.openUnit({ from: '2024-01-01' });
  const { team } = await town.admin.do(
    'formTeam',
    { block, name: ' 先锋组团 ', from: '2024-02-01' },
    'team { __typename id name version validFrom validTo block { id } town { code } members { id } }',
  );
  expect(team).toEqual({
    __typename: 'Team',
    id: team.id,
    name: '先锋组团',
    version: 1,
    validFrom: '2024-02-01',
    validTo: null,
    block: { id: block },
    town: { code: town.code },
    members: [],
  });
  const teamsOn = async (day: string) =>
    (
      await town.admin.ask(
        'query($id: ID!, $day: Date!) { unit(id: $id) { ... on Block { teams(asOf: $day) { id } } } }',
        {
          id: block,
          day,
        },
      )
    ).unit.teams;
  expect(await teamsOn('2024-01-31')).toEqual([]);
  expect(await teamsOn('2024-02-01')).toEqual([{ id: team.id }]);
});

it('lists the teams of a block by name, and finds one by its id on a day', async () => {
  const town = await platform.newTown();
  const block = await town.openUnit();
  for (const name of ['第10组团', '第2组团', '啊组团']) await town.formTeam(block, name);
  const { unit } = await town.admin.ask('query($id: ID!) { unit(id: $id) { ... on Block { teams { id name } } } }', {
    id: block,
  });
  expect(unit.teams.map((team: { name: string }) => team.name)).toEqual(['啊组团', '第2组团', '第10组团']);
  const byId = 'query($id: ID!, $day: Date) { team(id: $id, asOf: $day) { name } }';
  const { id } = unit.teams[0];
  expect((await town.admin.ask(byId, { id })).team.name).toBe('啊组团');
  const other = await platform.newTown();
  for (const [client, variables] of [
    [town.admin, { id, day: '2024-01-01' }],
    [town.admin, { id: block }],
    [other.admin, { id }],
  ] as const) {
    const { errors } = await client.send(byId, variables);
    expect(errors.map((error) => error.extensions)).toEqual([{ code: 'NOT_FOUND', field: 'id' }]);
  }
});

it('refuses wrong input with the field at fault and changes nothing', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const block = await town.openUnit({ from: '2024-01-01' });
  const closed = await town.openUnit({ from: '2024-01-01' });
  await town.admin.do('closeUnit', { unit: closed, on: '2024-06-01' }, 'unit { id }');
  await town.admin.do('formTeam', { block, name: '已有', from: '2024-06-01' }, 'team { id }');
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ name: '' }, 'BAD_INPUT', 'input.name'],
    [{ name: '一'.repeat(61) }, 'BAD_INPUT', 'input.name'],
    [{ name: '一\u0000' }, 'BAD_INPUT', 'input.name'],
    [{ name: '已有' }, 'CONFLICT', 'input.name'],
    [{ name: '已有', from: '2024-03-01' }, 'CONFLICT', 'input.name'],
    [{ from: '2023-12-31' }, 'BAD_INPUT', 'input.from'],
    [{ from: '1949-09-30' }, 'BAD_INPUT', 'input.from'],
    [{ block: town.unit(0) }, 'BAD_INPUT', 'input.block'],
    [{ block: closed, from: '2024-03-01' }, 'CONFLICT', 'input.block'],
    [{ block: other.unit(0) }, 'NOT_FOUND', 'input.block'],
    [{ block: 'nonsense' }, 'NOT_FOUND', 'input.block'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [change, code, field] of wrong) {
      const refusal = await town.admin.refused('formTeam', { block, name: '新组团', ...change });
      expect({ change, ...refusal }).toEqual({ change, code, field });
    }
  });
});

it('reaches no farther than the actor does', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const block = await town.openUnit();
  const team = await town.formTeam(block);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const elsewhere = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const lead = await town.account('TEAM_LEAD', { team });
  const input = { block, name: '新组团' };
  await changesNothing(platform, town, async () => {
    const missing = { code: 'NOT_FOUND', field: 'input.block' };
    expect(await elsewhere.refused('formTeam', input)).toEqual(missing);
    expect(await other.admin.refused('formTeam', input)).toEqual(missing);
    expect(await lead.refused('formTeam', input)).toEqual({ code: 'FORBIDDEN' });
  });
  await officer.do('formTeam', input, 'team { id }');
});

it('forms one team of a name when several are formed at once', async () => {
  const town = await platform.newTown();
  const block = await town.openUnit();
  const query = 'mutation($input: FormTeamInput!) { formTeam(input: $input) { team { id } } }';
  // Several rounds: while the first connections are made, requests hardly meet.
  for (const name of ['一组团', '二组团', '三组团']) {
    const input = { block, name };
    const answers = await Promise.all(Array.from({ length: 10 }, () => town.admin.send(query, { input })));
    const refused = answers.flatMap(({ errors }) => errors.map((error) => error.extensions));
    expect(refused).toEqual(Array.from({ length: 9 }, () => ({ code: 'CONFLICT', field: 'input.name' })));
  }
});
