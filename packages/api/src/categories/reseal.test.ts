import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { atDesk } from '../db/door.ts';
import { connect } from '../db/orm.ts';
import { keyFrom } from '../db/sealing.ts';
import { settledTown } from '../households/household.fixture.ts';
import { categoriesOf, categorize } from './category.fixture.ts';
import { resealAll } from './reseal-all.ts';
import { contentOf } from './sealed-content.ts';

const platform = testPlatform();
const run = promisify(execFile);
const key = () => randomBytes(32);

/** Runs the command with these keys, the present one first. */
function reseal(keys: readonly Buffer[], ...args: string[]) {
  const root = resolve(import.meta.dirname, '../../../..');
  const PERSONAL_KEY = keys.map((each) => each.toString('hex')).join();
  const env = { PATH: process.env.PATH, DATABASE_URL: platform.database.ownerUrl, PERSONAL_KEY };
  return run(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'reseal.ts'), ...args], {
    cwd: root,
    env,
  });
}

/** A town of which so many households are in a sensitive category, and one in another. */
async function withSecrets(many: number): Promise<{ town: TestTown; id: number }> {
  const { town, households } = await settledTown(platform, many + 1);
  const ids = await categoriesOf(town);
  for (const [index, household] of households.slice(0, many).entries()) {
    await categorize(town.admin, household, ids.残疾人家庭, '2024-01-01', { reason: `原因${index}` });
  }
  await categorize(town.admin, households[many], ids.独居老人, '2024-01-01');
  const [row] = await platform.database.sql<{ id: number }>('select id from town where code = $1', [town.code]);
  return { town, id: row?.id ?? 0 };
}

/** How many rows of a town each key seals. */
async function sealedBy(id: number): Promise<Record<string, number>> {
  const rows = await platform.database.sql<{ key: string; many: number }>(
    'select key_id as key, count(*)::int as many from household_category where town_id = $1 and key_id is not null group by 1',
    [id],
  );
  return Object.fromEntries(rows.map(({ key: of, many }) => [of, many]));
}

/** The reasons that a town's sealed rows hold, opened with some keys. */
async function reasons(town: number, keys: readonly Buffer[]): Promise<string[]> {
  const orm = await connect(platform.database.appUrl, 1, keys);
  try {
    return await atDesk(orm, { role: 'app_town', town }, new Date(), 'read', async (desk) => {
      const rows = await desk.db
        .selectFrom('household_category')
        .select(['town_id', 'id', 'household_id', 'category_id', 'reason', 'sealed', 'key_id'])
        .where('key_id', 'is not', null)
        .orderBy('id')
        .execute();
      return rows.map((row) => contentOf(desk, row).why);
    });
  } finally {
    await orm.close(true);
  }
}

it('what an earlier key sealed is sealed with the present one, in every town, and is read as before', async () => {
  const [one, other] = [await withSecrets(3), await withSecrets(1)];
  const before = await reasons(one.id, []);
  expect(before).toHaveLength(3);
  const stored = () =>
    platform.database.sql('select sealed from household_category where key_id is not null order by id');
  const old = await stored();
  const present = key();
  const { stdout } = await reseal([present]);
  expect(stdout.split('\n')).toEqual(
    [...[one, other].map(({ town }, index) => `${town.code}: ${index === 0 ? 3 : 1} sealed anew`)]
      .toSorted()
      .concat(expect.stringMatching(/^4 sealed anew in \d+ towns\. All is sealed with the key [0-9a-f]{16}\.$/), ''),
  );
  for (const [index, row] of (await stored()).entries()) expect(row).not.toEqual(old[index]);
  expect(await reasons(one.id, [present])).toEqual(before);
  expect(Object.values(await sealedBy(one.id))).toEqual([3]);
  // Again there is nothing to do.
  expect((await reseal([present])).stdout).toMatch(/^0 sealed anew in /);

  // A second change of the key, after which the first is not needed.
  const next = key();
  await reseal([next, present]);
  expect(await reasons(one.id, [next])).toEqual(before);
  await expect(reasons(one.id, [present])).rejects.toThrow('PERSONAL_KEY does not hold');
  // For the tests that follow: back to what the password gives.
  const password = keyFrom(new URL(platform.database.appUrl).password);
  await reseal([password, next]);
  expect(await reasons(one.id, [])).toEqual(before);
});

it('what is sealed with a key that is not there is named and stays, and all else is sealed anew', async () => {
  const { town, id } = await withSecrets(2);
  const [lost, present] = [key(), key()];
  const password = keyFrom(new URL(platform.database.appUrl).password);
  const orm = await connect(platform.database.appUrl, 2, [lost]);
  try {
    await resealAll(orm);
  } finally {
    await orm.close(true);
  }
  const other = await withSecrets(1);
  const known = await sealedBy(id);
  const fault = await reseal([present]).catch((each: { code: number; stderr: string }) => each);
  expect(fault).toMatchObject({ code: 1 });
  const [lostId = ''] = Object.keys(known);
  expect('stderr' in fault ? fault.stderr : '').toContain(`${town.code}: 2 are sealed with the key ${lostId}`);
  expect(await sealedBy(id)).toEqual(known);
  expect(await reasons(other.id, [present])).toEqual(['原因0']);
  await reseal([password, lost, present]);
  expect(await reasons(id, [])).toEqual(['原因0', '原因1']);
});

it('the command takes nothing else', async () => {
  await expect(reseal([key()], '--all')).rejects.toMatchObject({ code: 1 });
});

it('more rows than one transaction seals are all sealed anew', async () => {
  const { id } = await withSecrets(1);
  const orm = await connect(platform.database.appUrl, 2, [key()]);
  try {
    // 1,100 more rows as they would be sealed by the password's key.
    const sealed = await atDesk(
      platform.database.orm,
      { role: 'app_town', town: id },
      new Date(),
      'read',
      async (desk) => {
        const [row] = await desk.db
          .selectFrom('household_category')
          .selectAll()
          .where('key_id', 'is not', null)
          .execute();
        if (!row) throw new Error('Nothing is sealed');
        return { row, seal: (text: string, bound: string) => desk.sealing.seal(text, bound) };
      },
    );
    const { row, seal } = sealed;
    for (let many = 0; many < 1100; many += 1) {
      const rowId = crypto.randomUUID();
      const bound = `household_category ${id} ${row.household_id} ${rowId}`;
      const { sealed: bytes, keyId } = seal(`${crypto.randomUUID()}第${many}`, bound);
      await platform.database.sql(
        `insert into household_category (town_id, id, household_id, sealed, key_id, valid_from, valid_to, recorded_at, recorded_by)
         values ($1, $2, $3, $4, $5, '2024-01-01', '2024-01-01', now(), $6)`,
        [id, rowId, row.household_id, bytes, keyId, row.recorded_by],
      );
    }
    const town = (await resealAll(orm)).find(({ resealed }) => resealed > 1000);
    expect(town).toMatchObject({ resealed: 1101, unknown: {} });
    expect(await sealedBy(id)).toEqual({ [orm.sealing.presentKeyId]: 1101 });
  } finally {
    await orm.close(true);
  }
});
