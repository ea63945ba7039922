import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { copyDatabase } from '../../test/database.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { raise } from '../requests/request.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';

const platform = testPlatform();
const run = promisify(execFile);

function reconcile(...args: string[]) {
  const root = resolve(import.meta.dirname, '../../../..');
  const env = { PATH: process.env.PATH, DATABASE_URL: platform.database.ownerUrl };
  return run(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'reconcile.ts'), ...args], {
    cwd: root,
    env,
  });
}

/** Does something to a town's facts that no trigger sees. */
async function unseen(work: () => Promise<unknown>): Promise<void> {
  for (const table of ['visit', 'request'])
    await platform.database.sql(`alter table ${table} disable trigger summarize`);
  await work();
  for (const table of ['visit', 'request'])
    await platform.database.sql(`alter table ${table} enable trigger summarize`);
}

async function contactsOf({ code, admin }: TestTown): Promise<number> {
  const query = `query($code: RegisterCode!) { town(code: $code) {
    figure(indicator: "contact", period: { first: "2024-01-01", last: "2024-12-31" }) { numerator } } }`;
  return (await admin.ask(query, { code })).town.figure.numerator;
}

describe('the command reconcile', () => {
  it('finds no difference where facts and summaries were written together', async () => {
    const { town, households } = await settledTown(platform, 2);
    await recordVisit(town, households[0], '2024-02-01');
    await raise(town, { household: households[1], on: '2024-02-01' });
    const { stdout } = await reconcile();
    expect(stdout).toMatch(/^No difference in \d+ towns\.\n$/);
  });

  it('says which block of which month differs, ends with 1, and mends it when it is told to', async () => {
    const { town, households } = await settledTown(platform, 2);
    await recordVisit(town, households[0], '2024-02-01');
    await unseen(async () => {
      await recordVisit(town, households[0], '2024-02-02');
      await raise(town, { household: households[1], on: '2024-03-01' });
    });
    await platform.database.sql(
      `insert into fact_summary (town_id, measure, month, block_id, id, count)
       select town_id, 'contact', '2024-06-01', block_id, gen_random_uuid(), 3 from visit where town_id = $1 limit 1`,
      [town.code],
    );
    await platform.database.sql(
      `insert into town_change (town_id, measure, day, id, count) values ($1, 'household', '2024-06-02', gen_random_uuid(), 1)`,
      [town.code],
    );
    const faults = await reconcile().catch((fault: { code: number; stderr: string }) => fault);
    expect(faults).toMatchObject({ code: 1, stdout: '' });
    const lines = faults.stderr.split('\n').filter((line) => line.startsWith(`${town.code}: `));
    expect(lines.map((line) => line.replace(/ block \S+:/, ' a block:'))).toEqual([
      `${town.code}: contact of 2024-02-01 in a block: 2 there, 1 in the summary`,
      `${town.code}: contact of 2024-02-01 in the town: 2 there, 1 in the summary`,
      `${town.code}: contact of 2024-06-01 in a block: 0 there, 3 in the summary`,
      `${town.code}: household of 2024-06-02 in the town: 0 there, 1 in the summary`,
      `${town.code}: request of 2024-03-01 in a block: 1 there, 0 in the summary`,
      `${town.code}: request of 2024-03-01 in the town: 1 there, 0 in the summary`,
      `${town.code}: request-reported of 2024-03-01 in a block: 1 there, 0 in the summary`,
      `${town.code}: request-reported of 2024-03-01 in the town: 1 there, 0 in the summary`,
    ]);
    expect(faults.stderr).toContain('8 differences in ');

    expect((await reconcile('--mend')).stdout).toMatch(/^8 differences in \d+ towns mended\.\n$/);
    expect((await reconcile()).stdout).toMatch(/^No difference/);
    expect(await contactsOf(town)).toBe(2);
  });

  it('refuses what it does not know', async () => {
    await expect(reconcile('--repair')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('--mend') });
  });
});

it('every database of the tests is reconciled before it goes', async () => {
  const database = await copyDatabase();
  const [town = { code: '' }] = await database.sql<{ code: string }>(
    `update town set set_up_on = '2024-01-01' where id = (select min(id) from town) returning code`,
  );
  await database.sql(
    `insert into fact_summary (town_id, measure, month, block_id, id, count)
     values ($1, 'contact', '2024-02-01', gen_random_uuid(), gen_random_uuid(), 1)`,
    [town.code],
  );
  await expect(database.drop()).rejects.toThrow(`${town.code}: contact of 2024-02-01 in block`);
});
