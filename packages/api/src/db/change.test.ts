import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';

const platform = testPlatform();

it('answers the same key and input as the first time, and changes nothing again', async () => {
  const town = await platform.newTown();
  const input = { town: town.code, name: '王建国', idempotencyKey: 'first' };
  const first = await town.admin.do('registerPerson', input, 'person { id name }');
  expect(await town.admin.do('registerPerson', input, 'person { id name }')).toEqual(first);
  expect(await countPeople(town.code)).toBe(1);
});

it('answers as things stood then, even where they have changed since', async () => {
  const town = await platform.newTown();
  const opened = { town: town.code, parent: town.unit(0), kind: 'BLOCK', name: '东块区', idempotencyKey: 'open' };
  const { unit } = await town.admin.do('openUnit', opened, 'unit { id name version }');
  await town.admin.do('renameUnit', { unit: unit.id, name: '西块区' }, 'unit { name }');
  expect((await town.admin.do('openUnit', opened, 'unit { id name version parent { id } }')).unit).toEqual({
    ...unit,
    parent: { id: town.unit(0) },
  });
});

it('refuses a key that comes with another input or for another mutation', async () => {
  const town = await platform.newTown();
  const input = { town: town.code, name: '李秀英', idempotencyKey: 'once' };
  await town.admin.do('registerPerson', input, 'person { id }');
  const reused = { code: 'CONFLICT', field: 'input.idempotencyKey' };
  expect(await town.admin.refused('registerPerson', { ...input, name: '李秀芳' })).toEqual(reused);
  expect(await town.admin.refused('registerPartner', input)).toEqual(reused);
  expect(await countPeople(town.code)).toBe(1);
});

it('has one effect when fifty come at once', async () => {
  const town = await platform.newTown();
  const input = { town: town.code, name: '赵志强', idempotencyKey: 'fifty' };
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => town.admin.do('registerPerson', input, 'person { id }')),
  );
  expect(new Set(answers.map((answer) => answer.person.id)).size).toBe(1);
  expect(await countPeople(town.code)).toBe(1);
});

it('keeps keys of different accounts apart', async () => {
  const [one, two] = [await platform.newTown(), await platform.newTown()];
  await one.admin.do('registerPerson', { town: one.code, name: '周敏', idempotencyKey: 'same' }, 'person { id }');
  await two.admin.do('registerPerson', { town: two.code, name: '吴静', idempotencyKey: 'same' }, 'person { id }');
  const second = await one.account('TOWN_ADMINISTRATOR');
  await second.do('registerPerson', { town: one.code, name: '郑爽', idempotencyKey: 'same' }, 'person { id }');
  expect(await countPeople(one.code)).toBe(2);
});

it('forgets a key after 24 hours', async () => {
  const town = await platform.newTown();
  const input = { town: town.code, name: '孙丽', idempotencyKey: 'daily' };
  await town.admin.do('registerPerson', input, 'person { id }');
  const [before] = await platform.database.sql<{ count: number }>(
    'select count(*)::int from idempotency_record where key = $1',
    ['daily'],
  );
  expect(before?.count).toBe(1);
  await platform.database.sql(
    `update idempotency_record set created_at = created_at - interval '25 hours' where key = 'daily'`,
  );
  await town.admin.do('registerPerson', input, 'person { id }');
  expect(await countPeople(town.code)).toBe(2);
});

it('keeps nothing of a mutation that was refused, so that it can be tried again', async () => {
  const town = await platform.newTown();
  const input = { town: town.code, parent: town.unit(0), kind: 'BUILDING', name: '一号楼', idempotencyKey: 'again' };
  expect(await town.admin.refused('openUnit', input)).toEqual({ code: 'BAD_INPUT', field: 'input.kind' });
  await town.admin.do(
    'setAllowedParents',
    { town: town.code, kind: 'BUILDING', parents: ['VILLAGE', 'COMMITTEE'] },
    'town { code }',
  );
  await town.admin.do('openUnit', input, 'unit { id }');
});

it('shows a password only the first time, and stores none', async () => {
  const town = await platform.newTown();
  const input = {
    town: town.code,
    name: 'wang',
    displayName: '王',
    role: 'TOWN_ADMINISTRATOR',
    idempotencyKey: 'secret',
  };
  const first = await town.admin.do('openAccount', input, 'password account { id }');
  expect(first.password).toMatch(/^\w{4}-/);
  expect(await town.admin.do('openAccount', input, 'password account { id }')).toEqual({ ...first, password: null });
  const [record] = await platform.database.sql<{ payload: string }>(
    `select payload::text from idempotency_record where key = 'secret'`,
  );
  expect(record?.payload).not.toContain(first.password);
});

it('takes only keys of 1 to 255 visible characters', async () => {
  const town = await platform.newTown();
  for (const idempotencyKey of ['', ' ', 'a b', '键', 'x'.repeat(256)]) {
    expect(await town.admin.refused('registerPerson', { town: town.code, name: '钱', idempotencyKey })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.idempotencyKey',
    });
  }
  expect(await countPeople(town.code)).toBe(0);
});

async function countPeople(town: string): Promise<number | undefined> {
  const [row] = await platform.database.sql<{ count: number }>('select count(*)::int from person where town_id = $1', [
    town,
  ]);
  return row?.count;
}
