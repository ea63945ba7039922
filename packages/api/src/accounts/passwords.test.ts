import { expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();

async function officerOf(town: TestTown, name: string) {
  const input = { town: town.code, name, displayName: '干部', role: 'UNIT_OFFICER', unit: town.unit(0) };
  const { password, account } = await town.admin.do('openAccount', input, 'password account { id name }');
  return { id: account.id, name: account.name, password, client: await platform.clientOf(account.name) };
}

const renew = 'a password of one’s own';

it('resets a password: the new one works, the old one and all sessions have ended', async () => {
  const town = await platform.newTown();
  const officer = await officerOf(town, 'wang');
  expect((await officer.client.ask('{ viewer { account { name } } }')).viewer.account.name).toBe(officer.name);
  const { password, account } = await town.admin.do(
    'resetPassword',
    { account: officer.id },
    'password account { id name }',
  );
  expect(account).toEqual({ id: officer.id, name: officer.name });
  expect(password).not.toBe(officer.password);
  platform.advance(5000);
  expect((await officer.client.send('{ viewer { account { name } } }')).status).toBe(401);
  const again = await platform.clientOf(officer.name);
  const wrong = { current: officer.password, new: renew };
  expect(await again.refused('changePassword', wrong)).toEqual({ code: 'BAD_INPUT', field: 'input.current' });
  await again.do('changePassword', { current: password, new: renew }, 'account { name }');
});

it('resets only the passwords of accounts that the town opened, and only for its administrators', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const guest = await officerOf(other, 'guest');
  const { code } = await town.admin.do(
    'inviteToTown',
    { town: town.code, role: 'UNIT_OFFICER', unit: town.unit(0) },
    'code',
  );
  await guest.client.do('acceptInvitation', { code }, 'viewer { account { id } }');
  const { town: seen } = await town.admin.ask(
    'query($code: RegisterCode!) { town(code: $code) { accounts(filter: { name: "guest" }) { nodes { id home } } } }',
    { code: town.code },
  );
  expect(seen.accounts.nodes).toEqual([{ id: expect.any(String), home: false }]);
  const officer = await officerOf(town, 'officer');
  const hashes = () => platform.database.sql('select password_hash, signed_out_before from account order by id');
  const before = await hashes();
  await changesNothing(platform, town, async () => {
    const refusal = (account: string) => town.admin.refused('resetPassword', { account });
    expect(await refusal(seen.accounts.nodes[0].id)).toEqual({ code: 'CONFLICT', field: 'input.account' });
    expect(await refusal(guest.id)).toEqual({ code: 'NOT_FOUND', field: 'input.account' });
    expect(await refusal(town.unit(0))).toEqual({ code: 'NOT_FOUND', field: 'input.account' });
    expect(await officer.client.refused('resetPassword', { account: officer.id })).toEqual({ code: 'FORBIDDEN' });
  });
  expect(await hashes()).toEqual(before);
});

it('changes one’s own password, which ends all sessions, this one too', async () => {
  const town = await platform.newTown();
  const { name, password, client } = await officerOf(town, 'zhou');
  const { account } = await client.do('changePassword', { current: password, new: renew }, 'account { name }');
  expect(account.name).toBe(name);
  platform.advance(5000);
  expect((await client.send('{ viewer { account { name } } }')).status).toBe(401);
  const again = await platform.clientOf(name);
  await again.do('changePassword', { current: renew, new: password }, 'account { name }');
});

it('refuses a wrong present password, or a new one too short or long, and changes nothing', async () => {
  const town = await platform.newTown();
  const { password, client, name } = await officerOf(town, 'wu');
  const hash = () =>
    platform.database.sql('select password_hash, signed_out_before from account where name = $1', [name]);
  const before = await hash();
  const wrong: [Record<string, unknown>, string][] = [
    [{ current: `${password}x` }, 'input.current'],
    [{ current: '' }, 'input.current'],
    [{ new: '一二三四五六七八九十一' }, 'input.new'],
    [{ new: 'x'.repeat(129) }, 'input.new'],
    [{ new: '𠮷'.repeat(11) }, 'input.new'],
  ];
  for (const [change, field] of wrong) {
    const refusal = await client.refused('changePassword', { current: password, new: renew, ...change });
    expect({ change, ...refusal }).toEqual({ change, code: 'BAD_INPUT', field });
  }
  expect(await hash()).toEqual(before);
  const input = { current: password, new: renew };
  expect(await platform.public.refused('changePassword', input)).toEqual({ code: 'UNAUTHENTICATED' });
  await client.do('changePassword', { current: password, new: '一二三四五六七八九十一二' }, 'account { name }');
});

it('lets one of two new passwords win that are given at once', async () => {
  const town = await platform.newTown();
  const { password, client } = await officerOf(town, 'zheng');
  const query = 'mutation($input: ChangePasswordInput!) { changePassword(input: $input) { account { name } } }';
  const answers = await Promise.all(
    ['the first long password', 'the second long password'].map((next) =>
      client.send(query, { input: { current: password, new: next } }),
    ),
  );
  const refused = answers.flatMap(({ errors }) => errors.map((error) => error.extensions));
  expect(refused).toEqual([{ code: 'BAD_INPUT', field: 'input.current' }]);
});

it('limits guessing of the present password, as signing in does', async () => {
  const town = await platform.newTown();
  const { password, client } = await officerOf(town, 'qian');
  const guess = (current: string) => client.refused('changePassword', { current, new: renew });
  for (let attempt = 0; attempt < 5; attempt++) {
    expect(await guess(`guess ${attempt}`)).toEqual({ code: 'BAD_INPUT', field: 'input.current' });
  }
  expect(await guess(password)).toEqual({ code: 'LIMIT_EXCEEDED', field: 'input.current' });
});

it('answers the same passwords under one key once more, and refuses others', async () => {
  const town = await platform.newTown();
  const { name, password, client } = await officerOf(town, 'sun');
  const input = { current: password, new: renew, idempotencyKey: 'renewal' };
  await client.do('changePassword', input, 'account { name }');
  platform.advance(5000);
  const again = await platform.clientOf(name);
  expect((await again.do('changePassword', input, 'account { name }')).account.name).toBe(name);
  expect(await again.refused('changePassword', { ...input, new: 'quite another password' })).toEqual({
    code: 'CONFLICT',
    field: 'input.idempotencyKey',
  });
});
