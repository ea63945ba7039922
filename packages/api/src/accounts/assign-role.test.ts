import { describe, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();

const fields = 'account { id name assignments { id role unit { id } team { id } } }';

/** An account of a town that holds one role, with what the town sees of it. */
async function officerOf(town: TestTown, name = 'officer') {
  const input = { town: town.code, name, displayName: '干部', role: 'UNIT_OFFICER', unit: town.unit(0) };
  const { account } = await town.admin.do('openAccount', input, fields);
  return { id: account.id, assignment: account.assignments[0].id, client: await platform.clientOf(account.name) };
}

describe('giving a role', () => {
  it('adds it to those the account has, from today on', async () => {
    const town = await platform.newTown();
    const { id, client } = await officerOf(town);
    const team = await town.formTeam(await town.openUnit());
    const { account } = await town.admin.do('assignRole', { account: id, role: 'TEAM_LEAD', team }, fields);
    expect(account.assignments).toMatchObject([
      { role: 'UNIT_OFFICER', unit: { id: town.unit(0) }, team: null },
      { role: 'TEAM_LEAD', unit: null, team: { id: team } },
    ]);
    await town.admin.do('assignRole', { account: id, role: 'UNIT_OFFICER', unit: town.unit(1) }, fields);
    platform.advance(5000);
    const block = { town: town.code, parent: town.unit(1), kind: 'BLOCK', name: '块区' };
    await client.do('openUnit', block, 'unit { id }');
  });

  it('refuses wrong input with the field at fault and changes nothing', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    const { id: account } = await officerOf(town);
    const foreign = await officerOf(other);
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ unit: town.unit(0) }, 'CONFLICT', 'input.role'],
      [{ unit: other.unit(0) }, 'NOT_FOUND', 'input.unit'],
      [{ unit: null }, 'BAD_INPUT', 'input.unit'],
      [{ role: 'TEAM_LEAD', unit: null }, 'BAD_INPUT', 'input.team'],
      [{ role: 'DISTRICT_OFFICE' }, 'FORBIDDEN', 'input.role'],
      [{ account: foreign.id }, 'NOT_FOUND', 'input.account'],
      [{ account: 'nonsense' }, 'NOT_FOUND', 'input.account'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [change, code, field] of wrong) {
        const input = { account, role: 'UNIT_OFFICER', unit: town.unit(1), ...change };
        expect({ change, ...(await town.admin.refused('assignRole', input)) }).toEqual({ change, code, field });
      }
    });
  });

  it('gives a role once when it is given ten times at once', async () => {
    const town = await platform.newTown();
    const { id: account } = await officerOf(town);
    const query = 'mutation($input: AssignRoleInput!) { assignRole(input: $input) { account { id } } }';
    const input = { account, role: 'UNIT_OFFICER', unit: town.unit(1) };
    const answers = await Promise.all(Array.from({ length: 10 }, () => town.admin.send(query, { input })));
    const refused = answers.flatMap(({ errors }) => errors.map((error) => error.extensions));
    expect(refused).toEqual(Array.from({ length: 9 }, () => ({ code: 'CONFLICT', field: 'input.role' })));
  });
});

describe('taking a role away', () => {
  it('ends what it allowed within five seconds', async () => {
    const town = await platform.newTown();
    const { assignment, client } = await officerOf(town);
    const block = { town: town.code, parent: town.unit(0), kind: 'BLOCK', name: '块区' };
    await client.do('openUnit', block, 'unit { id }');
    const { account } = await town.admin.do('endAssignment', { assignment }, fields);
    expect(account.assignments).toEqual([]);
    platform.advance(5000);
    expect(await client.refused('openUnit', { ...block, name: '又一块区' })).toEqual({ code: 'FORBIDDEN' });
    const { errors } = await client.send('query($id: ID!) { node(id: $id) { id } }', { id: town.unit(0) });
    expect(errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id' });
  });

  it('refuses what has ended, is not there, or is another town’s', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    const { id, assignment } = await officerOf(town);
    const foreign = await officerOf(other);
    await town.admin.do('endAssignment', { assignment }, fields);
    await changesNothing(platform, town, async () => {
      for (const [input, code] of [
        [assignment, 'CONFLICT'],
        [foreign.assignment, 'NOT_FOUND'],
        [id, 'NOT_FOUND'],
      ]) {
        const refusal = await town.admin.refused('endAssignment', { assignment: input });
        expect(refusal).toEqual({ code, field: 'input.assignment' });
      }
    });
    const again = { account: id, role: 'UNIT_OFFICER', unit: town.unit(0) };
    expect((await town.admin.do('assignRole', again, fields)).account.assignments).toHaveLength(1);
  });

  it('leaves a town its last administrator, also when all of ten give theirs up at once', async () => {
    const town = await platform.newTown();
    const others = await Promise.all(Array.from({ length: 9 }, () => town.account('TOWN_ADMINISTRATOR')));
    const held = await Promise.all(
      [town.admin, ...others].map(async (client) => {
        const { viewer } = await client.ask('{ viewer { assignments { id } } }');
        return { client, assignment: viewer.assignments[0].id };
      }),
    );
    const query = 'mutation($input: EndAssignmentInput!) { endAssignment(input: $input) { account { id } } }';
    const answers = await Promise.all(
      held.map(({ client, assignment }) => client.send(query, { input: { assignment } })),
    );
    const refused = answers.flatMap(({ errors }) => errors.map((error) => error.extensions));
    expect(refused).toEqual([{ code: 'CONFLICT', field: 'input.assignment' }]);
  });
});

it('is for the town’s administrators', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const { id: account, assignment, client } = await officerOf(town);
  const input = { account, role: 'TOWN_ADMINISTRATOR' };
  await changesNothing(platform, town, async () => {
    for (const [verb, each, field] of [
      ['assignRole', input, 'input.account'],
      ['endAssignment', { assignment }, 'input.assignment'],
    ] as const) {
      expect(await client.refused(verb, each)).toEqual({ code: 'FORBIDDEN' });
      expect(await platform.operator.refused(verb, each)).toEqual({ code: 'FORBIDDEN' });
      expect(await other.admin.refused(verb, each)).toEqual({ code: 'NOT_FOUND', field });
    }
  });
});

it('lists the accounts of a town by name with what they hold, to its administrators', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const { assignment } = await officerOf(town, 'zhang');
  const { client } = await officerOf(town, 'bai');
  await town.admin.do('endAssignment', { assignment }, fields);
  const query = `query($code: RegisterCode!, $filter: NameFilter, $after: String) {
    town(code: $code) { accounts(first: 2, after: $after, filter: $filter) {
      nodes { name home assignments { role } } totalCount pageInfo { hasNextPage endCursor } edges { node { name } }
    } }
  }`;
  const list = async (args = {}) => (await town.admin.ask(query, { code: town.code, ...args })).town.accounts;
  const first = await list();
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  expect(first.nodes).toEqual([
    { name: `admin-${town.code}`, home: true, assignments: [{ role: 'TOWN_ADMINISTRATOR' }] },
    { name: `bai-${town.code}`, home: true, assignments: [{ role: 'UNIT_OFFICER' }] },
  ]);
  const next = await list({ after: first.pageInfo.endCursor });
  expect(next.edges).toEqual([{ node: { name: `zhang-${town.code}` } }]);
  expect(next.nodes[0].assignments).toEqual([]);
  expect((await list({ filter: { name: 'zha' } })).totalCount).toBe(1);
  const refusal = async (asking: typeof client) =>
    (await asking.send(query, { code: town.code })).errors[0]?.extensions;
  expect(await refusal(client)).toEqual({ code: 'FORBIDDEN', scopes: ['account:read'] });
  expect(await refusal(other.admin)).toEqual({ code: 'NOT_FOUND', field: 'code' });
});
