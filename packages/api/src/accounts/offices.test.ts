import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { atDesk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import { verifyPassword } from '../signin/password.ts';

const platform = testPlatform();
const district = '310112';
const all = '{ offices { id role since account { id name displayName } district { code name } } }';

/** Opens an office; answers it with a client for its account. */
async function opened(name: string, place: string | null): Promise<{ office: Data; client: ApiClient }> {
  const input = { name, displayName: '办公室', district: place };
  const { account } = await platform.operator.do('openOfficeAccount', input, 'account { id name }');
  const { offices } = await platform.operator.ask(all);
  const office = offices.find((each: Data) => each.account.id === account.id);
  return { office, client: await platform.clientOf(account.name) };
}

const names = async () => (await platform.operator.ask(all)).offices.map((each: Data) => each.account.name);
const stored = () =>
  platform.database.sql(
    `select password_hash, signed_out_before, o.id, valid_to::text from account a
     left join office o on o.account_id = a.id order by a.id, o.id`,
  );

it('lists the offices of today, operators first, and no account of a town', async () => {
  const town = await platform.newTown();
  const { office } = await opened('listed', district);
  const [today] = await platform.database.sql<{ day: string }>(
    `select (now() at time zone 'Asia/Shanghai')::date::text as day`,
  );
  expect(office).toEqual({
    id: office.id,
    role: 'DISTRICT_OFFICE',
    since: today?.day,
    account: { id: office.account.id, name: `listed-${district}`, displayName: '办公室' },
    district: { code: district, name: '闵行区' },
  });
  const { offices } = await platform.operator.ask(all);
  expect(offices[0]).toMatchObject({ role: 'PLATFORM_OPERATOR', account: { name: 'operator' }, district: null });
  expect(await names()).not.toContain(`admin-${town.code}`);
});

it('ends an office: it is listed no more, and its tokens die', async () => {
  const { office, client } = await opened('ended', district);
  expect((await client.ask('{ districts { code } }')).districts).toEqual([{ code: district }]);
  const input = { office: office.id, idempotencyKey: randomUUID() };
  const selection = 'office { id role account { name } district { code } }';
  const payload = await platform.operator.do('endOffice', input, selection);
  expect(payload).toEqual({
    office: {
      id: office.id,
      role: 'DISTRICT_OFFICE',
      account: { name: `ended-${district}` },
      district: { code: district },
    },
  });
  expect(await names()).not.toContain(`ended-${district}`);
  platform.advance(3001);
  expect((await client.send('{ viewer { account { name } } }')).status).toBe(401);
  const again = await platform.clientOf(`ended-${district}`);
  expect((await again.ask('{ viewer { assignments { role } } }')).viewer.assignments).toEqual([]);
  expect((await again.send('{ districts { code } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');

  expect(await platform.operator.do('endOffice', input, selection)).toEqual(payload);
  const refusal = { code: 'CONFLICT', field: 'input.office' };
  expect(await platform.operator.refused('endOffice', { office: office.id })).toEqual(refusal);
  expect(await platform.operator.refused('resetOfficePassword', { office: office.id })).toEqual(refusal);
});

it('resets the password of an office, told once, and ends its sessions', async () => {
  const { office, client } = await opened('forgot', district);
  await client.ask('{ viewer { account { name } } }');
  const input = { office: office.id, idempotencyKey: randomUUID() };
  const selection = 'office { id account { name } } password';
  const reset = await platform.operator.do('resetOfficePassword', input, selection);
  expect(reset).toEqual({
    office: { id: office.id, account: { name: `forgot-${district}` } },
    password: expect.stringMatching(/^(\w{4}-){3}\w{4}$/),
  });
  const [row] = await platform.database.sql<{ password_hash: string }>(
    'select password_hash from account where name = $1',
    [`forgot-${district}`],
  );
  expect(await verifyPassword(reset.password, row?.password_hash ?? '')).toBe(true);
  platform.advance(3001);
  expect((await client.send('{ viewer { account { name } } }')).status).toBe(401);
  const renew = { current: reset.password, new: 'a password of one’s own' };
  await (await platform.clientOf(`forgot-${district}`)).do('changePassword', renew, 'account { name }');

  const before = await stored();
  expect(await platform.operator.do('resetOfficePassword', input, selection)).toEqual({ ...reset, password: null });
  expect(await stored()).toEqual(before);
});

it('is for operators only, and knows offices by their ids only', async () => {
  const town = await platform.newTown();
  const { office, client } = await opened('asks', district);
  const before = await stored();
  for (const stranger of [town.admin, client]) {
    expect((await stranger.send(all)).errors[0]?.extensions).toEqual({ code: 'FORBIDDEN', scopes: ['office:open'] });
    for (const mutation of ['endOffice', 'resetOfficePassword']) {
      expect(await stranger.refused(mutation, { office: office.id })).toEqual({ code: 'FORBIDDEN' });
    }
  }
  expect((await platform.public.send(all)).errors[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
  const key = Buffer.from(office.id, 'base64url').toString().split(':')[2] ?? '';
  const wrong = ['', 'x', key, office.account.id, town.unit(0), globalId('Assignment', 0, key)];
  wrong.push(globalId('Office', Number(town.code), key), globalId('Office', 0, randomUUID()));
  for (const id of wrong) {
    for (const mutation of ['endOffice', 'resetOfficePassword']) {
      const refusal = await platform.operator.refused(mutation, { office: id });
      expect({ id, ...refusal }).toEqual({ id, code: 'NOT_FOUND', field: 'input.office' });
    }
  }
  expect(await stored()).toEqual(before);
});

it('at the platform’s desk there are no accounts of towns, no password, and no other column to change', async () => {
  const town = await platform.newTown();
  const at = (statement: string) =>
    atDesk(platform.database.orm, { role: 'app_platform' }, new Date(), 'write', (desk) =>
      desk.run<{ name: string }>(statement),
    );
  const seen = (await at('select name from account')).map(({ name }) => name);
  expect(seen).toContain('operator');
  expect(seen).not.toContain(`admin-${town.code}`);
  const before = await stored();
  await at(`update account set password_hash = 'x', signed_out_before = now() where name = 'admin-${town.code}'`);
  expect(await stored()).toEqual(before);
  for (const statement of [
    'select password_hash from account',
    `update account set name = 'x'`,
    'update account set home_town_id = null',
    'update office set account_id = account_id',
    'delete from office',
    'delete from account',
  ]) {
    await expect(at(statement), statement).rejects.toMatchObject({ code: '42501' });
  }
});

it('keeps the last operator, also where two end each other at once', async () => {
  const query = 'mutation($input: EndOfficeInput!) { endOffice(input: $input) { office { id } } }';
  const [own, ...others] = (await platform.operator.ask(all)).offices.filter((each: Data) => each.district === null);
  expect(others).toEqual([]);
  const before = await stored();
  const { errors } = await platform.operator.send(query, { input: { office: own.id } });
  const refusal = { code: 'CONFLICT', field: 'input.office' };
  expect(errors[0]).toMatchObject({ message: 'The platform needs at least one operator.', extensions: refusal });
  expect(await stored()).toEqual(before);

  const { office, client } = await opened('second', null);
  // Both tokens are known for three seconds, so that neither is refused for what the other does.
  await client.ask('{ viewer { account { id } } }');
  const answers = await Promise.all([
    platform.operator.send(query, { input: { office: office.id } }),
    client.send(query, { input: { office: own.id } }),
  ]);
  expect(answers.flatMap((answer) => answer.errors.map((error) => error.extensions))).toEqual([refusal]);
  const left = await platform.database.sql('select from office where district_code is null and valid_to is null');
  expect(left).toHaveLength(1);
});
