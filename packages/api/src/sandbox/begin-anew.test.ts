import { beforeAll, describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { clientOf, registerApplication, type TestApplication } from '../applications/application.fixture.ts';
import { atDesk, type Desk } from '../db/door.ts';
import { makesExports, shown } from '../exports/export.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';
import { addRound, allDone, doJobs } from '../jobs/job.fixture.ts';
import { prepareJobs } from '../jobs/prepare-jobs.ts';
import { tasks } from '../jobs/tasks.ts';
import { globalId } from '../schema/global-id.ts';
import { dayAfter, dayOf } from '../today.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { listening, registerEndpoint } from '../webhooks/webhook.fixture.ts';
import { beginAnew } from './begin-anew.ts';
import { makeSandbox, resetSandbox } from './make-sandbox.ts';
import { codes, rowsByTable, townTables } from './sandbox.fixture.ts';
import { keptTables } from './sandbox-tables.ts';

const platform = testPlatform();
const scopes = [
  ...listening,
  'TOWN_READ',
  'UNIT_READ',
  'HOUSEHOLD_READ',
  'VISIT_RECORD',
  'PERSON_READ',
  'RESIDENT_READ',
];
const names = 'town:read unit:read household:read visit:record visit:read person:read resident:read';
const [first] = codes;
const seat = { role: 'app_sandbox', town: Number(first) } as const;
const at = <T>(work: (desk: Desk) => Promise<T>) => atDesk(platform.database.orm, seat, new Date(), 'write', work);

let application: TestApplication;
beforeAll(async () => {
  await makeSandbox(platform.database.orm, platform.database.ownerUrl);
  application = await registerApplication(platform, scopes);
  await registerEndpoint(platform.operator, application, 'https://hooks.example/lianxin');
}, 60_000);

/** What of the first town can be told without its ids. */
async function told(): Promise<unknown[]> {
  const { sql } = platform.database;
  return [
    await sql('select name, kind, code from unit_version where town_id = $1 order by name, code', [first]),
    await sql('select address from household_address where town_id = $1 order by address', [first]),
    await sql('select name, size from organization_version where town_id = $1 order by name, valid_from', [first]),
    await sql('select visited_on::text from visit where town_id = $1 order by visited_on', [first]),
  ];
}

const idsOf = () => platform.database.sql('select id from unit where town_id = $1 order by id', [first]);

describe('a sandbox that begins anew', () => {
  it('has what it had, under other ids, tells nobody, and nothing of any other town is touched', async () => {
    const { town, households } = await settledTown(platform, 3);
    for (const household of households) await recordVisit(town, household, '2024-05-06');
    const [before, ids, was] = [await rowsByTable(platform), await idsOf(), await told()];
    const [{ version: earlier } = { version: 0 }] = await platform.database.sql<{ version: number }>(
      'select version from tree_state where town_id = $1',
      [first],
    );
    expect(await resetSandbox(platform.database.orm)).toBe(3);
    expect(await rowsByTable(platform)).toEqual(before);
    expect(await told()).toEqual(was);
    const [now] = await platform.database.sql<{ version: number }>(
      'select version from tree_state where town_id = $1',
      [first],
    );
    expect(now?.version).toBeGreaterThan(earlier);
    const anew = await idsOf();
    expect(anew.filter(({ id }) => ids.some((each) => each.id === id))).toEqual([]);
    expect(before.webhook_delivery?.sandbox).toBe(0);
    expect(before.visit?.others).not.toBe('');
    expect(await resetSandbox(platform.database.orm)).toBe(3);
  }, 60_000);

  it('keeps what applications have used of it', async () => {
    const client = await clientOf(platform, application, names);
    await client.ask('query($code: RegisterCode!) { town(code: $code) { name } }', { code: first });
    const today = dayOf(new Date());
    const variables = { clientId: application.clientId, period: { first: today, last: dayAfter(today) }, town: first };
    const used = async () => {
      const query = `query($clientId: String!, $period: PeriodInput!, $town: RegisterCode) { application(clientId: $clientId) {
        usage(period: $period, by: DAY, town: $town) { total { operations used } } } }`;
      return (await platform.operator.ask(query, variables)).application.usage.total;
    };
    await expect.poll(async () => (await used()).operations, { timeout: 10_000 }).toBe(1);
    const before = await used();
    await resetSandbox(platform.database.orm);
    expect(await used()).toEqual(before);
  }, 60_000);

  it('is as it was where it is cut short', async () => {
    const ids = await idsOf();
    const cut = at(async (desk) => {
      await beginAnew(desk);
      throw new Error('cut short');
    });
    await expect(cut).rejects.toThrow('cut short');
    expect(await idsOf()).toEqual(ids);
    await makeSandbox(platform.database.orm, platform.database.ownerUrl);
    expect(await idsOf()).toEqual(ids);
  });

  it('does so once for each of two that ask at once', async () => {
    const before = await rowsByTable(platform);
    await Promise.all([resetSandbox(platform.database.orm), resetSandbox(platform.database.orm)]);
    expect(await rowsByTable(platform)).toEqual(before);
  }, 60_000);

  it('begins anew by its nightly job', async () => {
    const task = tasks.find((each) => each.task.name === 'reset-sandbox');
    if (!task) throw new Error('There is no such task');
    await prepareJobs(platform.database.ownerUrl);
    const ids = await idsOf();
    const { said } = await doJobs(platform, [task]);
    await addRound(platform, task.task);
    await allDone(platform, task.task);
    expect((await idsOf()).filter(({ id }) => ids.some((each) => each.id === id))).toEqual([]);
    expect(said).toEqual([]);
  }, 60_000);

  it('ends the exports of it, whose files say that they are kept until then', async () => {
    await makesExports(platform);
    const exporter = await registerApplication(platform, ['TOWN_READ', 'UNIT_READ', 'RECORD_EXPORT']);
    const client = await clientOf(platform, exporter, 'town:read unit:read record:export');
    const input = { town: first, fragments: 'fragment Units on Unit { id }' };
    const { id } = (await client.do('requestExport', input, shown)).export;
    const query = `query($id: ID!) { sandbox { beginsAnewAt } node(id: $id) { ... on Export { state keptUntil } } }`;
    await expect.poll(async () => (await client.ask(query, { id })).node.state, { timeout: 10_000 }).toBe('READY');
    const { sandbox, node } = await client.ask(query, { id });
    expect(node.keptUntil).toBe(sandbox.beginsAnewAt);
    await resetSandbox(platform.database.orm);
    expect((await client.send(query, { id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  }, 60_000);

  it('answers an application that writes meanwhile as ever, or that what it names is not there', async () => {
    const client = await clientOf(platform, application, names);
    const some = async (table: string, type: 'Household' | 'Person') => {
      const rows = await platform.database.sql<{ id: string }>(`select id from ${table} where town_id = $1 limit 5`, [
        first,
      ]);
      return rows.map(({ id }) => globalId(type, Number(first), id));
    };
    let isOver = false;
    const seen = new Set<string>();
    const writing = async () => {
      while (!isOver) {
        const visitors = (await some('person', 'Person')).slice(0, 1);
        for (const household of await some('household', 'Household')) {
          const input = { household, way: 'AT_HOME', visitors, situation: '好', demand: '无', service: '无' };
          const query = 'mutation($input: RecordVisitInput!) { recordVisit(input: $input) { visit { id } } }';
          const { data, errors } = await client.send(query, { input });
          seen.add(data?.recordVisit ? 'done' : String(errors[0]?.extensions.code));
        }
      }
    };
    const writers = [writing(), writing()];
    for (let round = 0; round < 2; round++) await resetSandbox(platform.database.orm);
    isOver = true;
    await Promise.all(writers);
    expect([...seen].filter((each) => each !== 'NOT_FOUND')).toEqual(['done']);
    expect(platform.faults).toEqual([]);
  }, 60_000);
});

describe('the role that empties the sandbox', () => {
  it('enters no town of the register', async () => {
    const { code } = await platform.newTown();
    const entering = atDesk(
      platform.database.orm,
      { role: 'app_sandbox', town: Number(code) },
      new Date(),
      'write',
      beginAnew,
    );
    await expect(entering).rejects.toMatchObject({ code: '42501' });
  });

  it('deletes nothing of another town, also by a statement that forgets the town', async () => {
    const { town } = await settledTown(platform, 1);
    const others = async () =>
      Object.entries(await rowsByTable(platform)).map(([table, { others: hash }]) => [table, hash]);
    const before = await others();
    const undone = at(async (desk) => {
      await desk.run('delete from notice');
      await desk.run('delete from household_event');
      const [left] = await desk.run<{ count: number }>('select count(*)::int from household_event');
      expect(left?.count).toBe(0);
    });
    await undone;
    expect(await others()).toEqual(before);
    expect(town.code).not.toBe(first);
    await resetSandbox(platform.database.orm);
  }, 60_000);

  it('deletes from every table of towns but those that are listed as kept', async () => {
    const may = await platform.database.sql<{ name: string }>(
      `select name from unnest($1::text[]) as name
       where has_table_privilege('app_sandbox', name, 'delete') and has_column_privilege('app_sandbox', name, 'town_id', 'select') order by 1`,
      [await townTables(platform)],
    );
    const kept = [...keptTables, 'town_version'];
    expect(may.map(({ name }) => name)).toEqual((await townTables(platform)).filter((name) => !kept.includes(name)));
    const town = await platform.database.sql(
      `select 1 where has_table_privilege('app_sandbox', 'town', 'delete') or has_column_privilege('app_sandbox', 'town', 'sandbox', 'update')`,
    );
    expect(town).toEqual([]);
  });
});
