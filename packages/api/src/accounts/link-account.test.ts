import { expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();

/** Opens an account that is an officer of the town's first unit. Answers its id in the town and a client for it. */
async function officer(town: TestTown, name: string, person?: string) {
  const opening = { town: town.code, name, displayName: '干部', role: 'UNIT_OFFICER', unit: town.unit(0), person };
  const { account } = await town.admin.do('openAccount', opening, 'account { id person { id } }');
  return { id: account.id, person: account.person, client: await platform.clientOf(`${name}-${town.code}`) };
}

/** As whom the town's administrator sees the accounts act, by the names of the people. */
async function seen({ admin, code }: TestTown): Promise<unknown[]> {
  const query =
    'query($code: RegisterCode!) { town(code: $code) { accounts(first: 100) { nodes { person { name } assignments { person { name } } } } } }';
  const { town } = await admin.ask(query, { code });
  return town.accounts.nodes;
}

/** As whom somebody acts, town by town. */
async function actsAs(client: ApiClient): Promise<unknown[]> {
  // A token's holder is remembered for some seconds.
  platform.advance(5000);
  const { viewer } = await client.ask('{ viewer { assignments { town { code } person { id name } } } }');
  return viewer.assignments;
}

it('an account acts as the person it was opened for, then as whom it is linked to, in each town as somebody else', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const [wang, li] = [await town.person('王建国'), await town.person('李秀英')];
  const { id, person, client } = await officer(town, 'wang', wang);
  expect(person).toEqual({ id: wang });
  expect(await actsAs(client)).toEqual([{ town: { code: town.code }, person: { id: wang, name: '王建国' } }]);

  const link = (to: string | null) =>
    town.admin.do('linkAccountToPerson', { account: id, person: to }, 'account { id person { name } }');
  expect(await link(li)).toEqual({ account: { id, person: { name: '李秀英' } } });
  expect(await link(li)).toEqual({ account: { id, person: { name: '李秀英' } } });
  const named = { person: { name: '李秀英' }, assignments: [{ person: { name: '李秀英' } }] };
  expect(await seen(town)).toEqual([{ person: null, assignments: [{ person: null }] }, named]);

  const { code } = await other.admin.do('inviteToTown', { town: other.code, role: 'TOWN_ADMINISTRATOR' }, 'code');
  await client.do('acceptInvitation', { code }, 'viewer { account { id } }');
  const { town: guests } = await other.admin.ask(
    'query($code: RegisterCode!) { town(code: $code) { accounts(filter: { name: "wang" }) { nodes { id home person { id } } } } }',
    { code: other.code },
  );
  const [guest] = guests.accounts.nodes;
  expect(guest).toMatchObject({ home: false, person: null });
  const there = await other.person('王外调');
  await other.admin.do('linkAccountToPerson', { account: guest.id, person: there }, 'account { id }');
  const both = [
    { town: { code: town.code }, person: { id: li, name: '李秀英' } },
    { town: { code: other.code }, person: { id: there, name: '王外调' } },
  ].sort((a, b) => Number(a.town.code) - Number(b.town.code));
  expect(await actsAs(client)).toEqual(both);

  expect(await link(null)).toEqual({ account: { id, person: null } });
  expect(await actsAs(client)).toContainEqual({ town: { code: town.code }, person: null });
});

it('a person acts with one account of a town at the most, also where two are linked at once', async () => {
  const town = await platform.newTown();
  const [wang, li] = [await town.person('王建国'), await town.person('李秀英')];
  const accounts = [await officer(town, 'wang', wang), await officer(town, 'li'), await officer(town, 'zhao')];
  const [first, second] = accounts;
  const taken = { code: 'CONFLICT', field: 'input.person' };
  await changesNothing(platform, town, async () => {
    expect(await town.admin.refused('linkAccountToPerson', { account: second?.id, person: wang })).toEqual(taken);
    const opening = { town: town.code, name: 'sun', displayName: '孙', role: 'TOWN_ADMINISTRATOR', person: wang };
    expect(await town.admin.refused('openAccount', opening)).toEqual(taken);
  });
  expect(await platform.database.sql('select from account where name = $1', [`sun-${town.code}`])).toEqual([]);
  const query =
    'mutation($input: LinkAccountToPersonInput!) { linkAccountToPerson(input: $input) { account { person { name } } } }';
  const answers = await Promise.all(
    accounts.map(({ id }) => town.admin.send(query, { input: { account: id, person: li } })),
  );
  const refused = answers.flatMap(({ errors }) => errors.map((error) => error.extensions));
  expect(refused).toEqual([taken, taken]);
  expect(platform.faults).toEqual([]);
  // Whoever is free again can act with another account.
  await town.admin.do('linkAccountToPerson', { account: first?.id }, 'account { id }');
  await town.admin.do('linkAccountToPerson', { account: second?.id, person: wang }, 'account { id }');
});

it('is said by the town’s administrators, of accounts and people of the town', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const [person, foreign, partner] = [
    await town.person(),
    await other.person(),
    (await town.admin.do('registerPartner', { town: town.code, name: '幼儿园' }, 'partner { id }')).partner.id,
  ];
  const { id, client } = await officer(town, 'wang');
  const { id: elsewhere } = await officer(other, 'wang');
  await changesNothing(platform, town, async () => {
    const wrong: [ApiClient, Record<string, unknown>, Record<string, unknown>][] = [
      [town.admin, { account: id, person: foreign }, { code: 'NOT_FOUND', field: 'input.person' }],
      [town.admin, { account: id, person: partner }, { code: 'NOT_FOUND', field: 'input.person' }],
      [town.admin, { account: id, person: 'x' }, { code: 'NOT_FOUND', field: 'input.person' }],
      [town.admin, { account: elsewhere, person }, { code: 'NOT_FOUND', field: 'input.account' }],
      [town.admin, { account: person, person }, { code: 'NOT_FOUND', field: 'input.account' }],
      [other.admin, { account: id, person: foreign }, { code: 'NOT_FOUND', field: 'input.account' }],
      [client, { account: id, person }, { code: 'FORBIDDEN' }],
      [platform.operator, { account: id, person }, { code: 'FORBIDDEN' }],
      [platform.public, { account: id, person }, { code: 'UNAUTHENTICATED' }],
    ];
    for (const [who, input, refusal] of wrong) {
      expect(await who.refused('linkAccountToPerson', input)).toEqual(refusal);
    }
    const opening = { town: town.code, name: 'li', displayName: '李', role: 'TOWN_ADMINISTRATOR' };
    expect(await town.admin.refused('openAccount', { ...opening, person: foreign })).toEqual({
      code: 'NOT_FOUND',
      field: 'input.person',
    });
  });
  // The operator opens a town's first administrator, but knows nobody there.
  const [bare] = await platform.database.sql<{ code: string }>('select code from town where set_up_on is null limit 1');
  const first = { town: bare?.code, name: 'first', displayName: '管理员', role: 'TOWN_ADMINISTRATOR', person };
  await platform.operator.do('setUpTown', { code: bare?.code }, 'town { code }');
  expect(await platform.operator.refused('openAccount', first)).toEqual({ code: 'FORBIDDEN', field: 'input.person' });
});
