import { expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { atDesk } from '../db/door.ts';
import { sumTowns } from '../db/migrations/keep-sums.ts';
import { summarizePast } from '../db/migrations/summarize.ts';
import { openOverlay, register, settledTown } from '../households/household.fixture.ts';
import { addRound, allDone, doJobs } from '../jobs/job.fixture.ts';
import { raise } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { foldTask } from './fold-summaries.ts';
import { measures } from './measures.ts';

const platform = testPlatform();

/** What the summaries of a whole town say, a line a measure and month, or a stock and day. */
async function kept({ code }: TestTown, table: 'town_summary' | 'town_change', measures: string[]): Promise<string[]> {
  const day = table === 'town_summary' ? 'month' : 'day';
  const rows = await platform.database.sql<{ said: string }>(
    `select measure || ' ' || ${day}::text || ' ' || sum(count) as said from ${table}
     where town_id = $1 and measure = any($2) group by measure, ${day} having sum(count) <> 0 order by 1`,
    [code, measures],
  );
  return rows.map(({ said }) => said);
}

/** How many households and blocks a town has on days, by its summaries and by its tree. */
async function counts({ code, admin }: TestTown, days: string[]) {
  const on = (day: string, index: number) => `on${index}: town(code: $code, asOf: "${day}") { householdCount
    households: figure(indicator: "household") { numerator } }`;
  const read = await admin.ask(`query($code: RegisterCode!) { ${days.map(on).join('\n')} }`, { code });
  return days.map((_, index) => {
    const { householdCount, households } = read[`on${index}`];
    expect(householdCount).toBe(households.numerator);
    return householdCount;
  });
}

it('a town’s facts are summed up by month, whatever block they are of', async () => {
  const { town, blocks, households } = await settledTown(platform, 2);
  const [first, second] = households;
  await town.admin.do('moveHousehold', { household: second, block: blocks[1], from: '2024-01-01' }, 'household { id }');
  const visit = await recordVisit(town, first, '2024-02-01');
  await recordVisit(town, second, '2024-02-29');
  await raise(town, { household: second, on: '2024-03-01' });
  const facts = ['contact', 'request'];
  expect(await kept(town, 'town_summary', facts)).toEqual(['contact 2024-02-01 2', 'request 2024-03-01 1']);
  await town.admin.do('withdrawVisit', { visit, reason: '重复' }, 'visit { id }');
  expect(await kept(town, 'town_summary', facts)).toEqual(['contact 2024-02-01 1', 'request 2024-03-01 1']);
  expect(await kept(town, 'town_change', facts)).toEqual([]);
});

it('a migration that says anew what counts has blocks summed up by the facts there are, and towns by their blocks', async () => {
  const { town, households } = await settledTown(platform, 2);
  for (const household of households) await recordVisit(town, household, '2024-02-01');
  for (const table of ['fact_summary', 'town_summary'])
    await platform.database.sql(`delete from ${table} where measure = 'contact'`);
  expect(await kept(town, 'town_summary', ['contact'])).toEqual([]);
  const { table, day, holds } = measures.contact;
  const anew = { table, day, measures: { contact: holds } };
  for (const statement of [...summarizePast(anew), ...sumTowns(anew)]) await platform.database.sql(statement);
  expect(await kept(town, 'town_summary', ['contact'])).toEqual(['contact 2024-02-01 2']);
});

it('households are told by the days from and to which blocks hold them: moves and overlays change nothing', async () => {
  const { town, blocks, households } = await settledTown(platform, 3);
  const [moves, ends, transferred] = households;
  const overlay = await openOverlay(town, ['安徽']);
  await town.admin.do(
    'placeInOverlay',
    { household: moves, block: overlay.blocks[0], from: '2023-02-01' },
    'household { id }',
  );
  await town.admin.do('moveHousehold', { household: moves, block: blocks[1], from: '2024-05-10' }, 'household { id }');
  await town.admin.do('endHousehold', { household: ends, on: '2024-05-20' }, 'household { id }');
  const moving = { from: blocks[0], to: blocks[2], households: [transferred] };
  await apply(town, '2024-06-01', [{ transferHouseholds: moving }, { merge: { units: [blocks[1]], into: blocks[2] } }]);
  await register(town, blocks[0], ['后来']);
  expect(await kept(town, 'town_change', ['household'])).toEqual(['household 2023-01-01 4', 'household 2024-05-20 -1']);
  expect(await kept(town, 'town_summary', ['household'])).toEqual([
    'household 2023-01-01 4',
    'household 2024-05-01 -1',
  ]);
  const days = ['2022-12-31', '2023-01-01', '2024-05-19', '2024-05-20', '2024-05-31', '2024-06-30', '2999-12-31'];
  expect(await counts(town, days)).toEqual([0, 4, 4, 3, 3, 3, 3]);
});

it('units of each kind and teams are told likewise, those of overlays left out', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const { blocks: overlaid } = await openOverlay(town, ['安徽', '江苏']);
  const form = async (block: string | undefined, from: string) =>
    town.admin.do('formTeam', { block, name: '组团', from }, 'team { id }');
  await form(blocks[0], '2024-01-15');
  await form(blocks[1], '2024-02-15');
  await form(overlaid[0], '2024-02-15');
  await apply(town, '2024-03-01', [{ merge: { units: [blocks[1]], into: blocks[0] } }]);
  expect(await kept(town, 'town_change', ['block', 'team'])).toEqual([
    'block 2023-01-01 3',
    'block 2024-03-01 -1',
    'team 2024-01-15 1',
    'team 2024-02-15 1',
  ]);
});

it('the job brings the summaries of a town together, and they say the same after it', async () => {
  const { town, households } = await settledTown(platform, 4);
  const visits = [];
  for (const household of households) visits.push(await recordVisit(town, household, '2024-02-01'));
  await town.admin.do('withdrawVisit', { visit: visits[0], reason: '重复' }, 'visit { id }');
  const rows = async (table: string) =>
    (
      await platform.database.sql(`select from ${table} where town_id = $1 and measure in ('contact', 'household')`, [
        town.code,
      ])
    ).length;
  const said = async () => [
    await kept(town, 'town_summary', ['contact', 'household']),
    await kept(town, 'town_change', ['household']),
  ];
  const before = await said();
  expect(await rows('town_summary')).toBeGreaterThan(2);
  await doJobs(platform, [{ task: foldTask }]);
  await addRound(platform, foldTask);
  await allDone(platform, foldTask);
  expect([await rows('town_summary'), await rows('town_change')]).toEqual([2, 1]);
  expect(await said()).toEqual(before);
});

it('the platform and a district read summaries of towns, a district those of its own, and the platform none of a block', async () => {
  const { town, households } = await settledTown(platform, 1);
  await recordVisit(town, households[0], '2024-02-01');
  const id = Number(town.code);
  const read = (seat: Parameters<typeof atDesk>[1], table: string) =>
    atDesk(platform.database.orm, seat, new Date(), 'read', (desk) =>
      desk.run<{ count: number }>(`select count from ${table} where town_id = $1 and measure = 'contact'`, [id]),
    );
  expect(await read({ role: 'app_platform' }, 'town_summary')).toEqual([{ count: 1 }]);
  expect(await read({ role: 'app_district', towns: [id] }, 'town_summary')).toEqual([{ count: 1 }]);
  expect(await read({ role: 'app_district', towns: [id + 1] }, 'town_summary')).toEqual([]);
  await expect(read({ role: 'app_platform' }, 'fact_summary')).rejects.toMatchObject({ code: '42501' });
  const adding = atDesk(platform.database.orm, { role: 'app_district', towns: [id] }, new Date(), 'write', (desk) =>
    desk.run(
      `insert into town_summary (town_id, measure, month, id, count) values ($1, 'contact', '2024-02-01', gen_random_uuid(), 1)`,
      [id],
    ),
  );
  await expect(adding).rejects.toMatchObject({ code: '42501' });
});
