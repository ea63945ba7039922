import { setImmediate as turn } from 'node:timers/promises';
import pg from 'pg';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ApiClient } from '../test/client.ts';
import { budgetTimes, type TestTown, testPlatform } from '../test/platform.ts';
import { connect, type Orm } from './db/orm.ts';
import { type Running, serve } from './server.ts';

const platform = testPlatform();
const mutation =
  'mutation($input: OpenUnitInput!) { openUnit(input: $input) { unit { id children(first: 1) { nodes { id } } } } }';

let town: TestTown;
let orm: Orm;
let running: Running;
/** What was logged as errors. */
let faults: string[];
let holder: pg.Client;

// A second server on the same database, which a test can stop, and a transaction that keeps its changes of the town waiting.
beforeEach(async () => {
  town = await platform.newTown();
  orm = await connect(platform.database.appUrl, 10);
  faults = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void faults.push(line) });
  const config = { host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1:4000', budgetTimes };
  running = await serve(orm, config, log);
  holder = new pg.Client({ connectionString: platform.database.ownerUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select from tree_state where town_id = $1 for update', [town.code]);
});
afterEach(async () => {
  await holder.end();
  await running.stop();
  await orm.close(true);
});

const input = () => ({ town: town.code, kind: 'VILLAGE', name: '汇东' });
const opened = () =>
  platform.database.sql('select from unit_version where town_id = $1 and name = $2', [town.code, '汇东']);
/** Waits until a change waits for the transaction. */
const waiting = () =>
  expect
    .poll(async () => {
      const held = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return (await platform.database.sql(held)).length;
    })
    .toBe(1);

it('a stop waits for what is under way for clients that have left, and the database closes after it', async () => {
  const leaving = new AbortController();
  const asked = fetch(`${running.url}/graphql`, {
    method: 'POST',
    signal: leaving.signal,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${town.admin.token}` },
    body: JSON.stringify({ query: mutation, variables: { input: input() } }),
  });
  await waiting();
  leaving.abort();
  await expect(asked).rejects.toThrow();

  let isStopped = false;
  const stopping = running.stop().then(() => {
    isStopped = true;
    return orm.close(true);
  });
  await expect.poll(() => fetch(`${running.url}/healthz`).catch(() => 'closed')).toBe('closed');
  for (let each = 0; each < 100; each++) await turn();
  expect(isStopped).toBe(false);
  await holder.query('rollback');
  await stopping;
  expect(await opened()).toHaveLength(1);
  expect(faults).toEqual([]);
});

it('what is still under way when the database closes is given up, and is no fault', async () => {
  const client = new ApiClient(running.url, town.admin.token);
  const answer = client.send(mutation, { input: input() });
  await waiting();
  const closing = orm.close(true);
  for (let each = 0; each < 100; each++) await turn();
  await holder.query('rollback');
  expect((await answer).errors.map(({ extensions }) => extensions.code)).toEqual(['UNAVAILABLE']);
  await closing;
  expect(faults).toEqual([]);
});
