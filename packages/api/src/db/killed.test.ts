import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ApiClient } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { type PlatformProcess, startPlatformProcess } from '../../test/platform-process.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';

const platform = testPlatform();
const scopes = ['TOWN_READ', 'UNIT_READ', 'UNIT_OPEN'];
const opening = 'mutation($input: OpenUnitInput!) { openUnit(input: $input) { unit { id } } }';

let town: TestTown;
let token: string | undefined;
let processes: [PlatformProcess, PlatformProcess];

// Two processes on one database, and an application that sends both the same.
beforeAll(async () => {
  const { ownerUrl } = platform.database;
  processes = await Promise.all([startPlatformProcess(ownerUrl), startPlatformProcess(ownerUrl)]);
}, 70_000);
afterAll(() => Promise.all(processes.map((each) => each.end('SIGTERM'))), 30_000);
beforeEach(async () => {
  town = await platform.newTown();
  const application = await registerApplication(platform, scopes);
  await consent(town, application, scopes);
  ({ token } = await clientOf(platform, application, 'town:read unit:read unit:open'));
});

const input = () => ({ town: town.code, kind: 'VILLAGE', name: '汇东', idempotencyKey: 'open-huidong' });
/** The id of what was opened; undefined where no answer came. */
const send = (url: string) =>
  new ApiClient(url, token).send(opening, { input: input() }).then(
    ({ data, errors }) => {
      expect(errors).toEqual([]);
      return data.openUnit.unit.id as string;
    },
    () => undefined,
  );
/** Twenty-five to each process. */
const sendFifty = () => Array.from({ length: 50 }, (_, index) => send(processes[index % 2 === 0 ? 0 : 1].url));
const opened = async () =>
  (await platform.database.sql('select from unit_version where town_id = $1 and name = $2', [town.code, '汇东']))
    .length;
const held = async () => {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return (await platform.database.sql(waiting)).length;
};

/** What the survivor and one that is started anew answer to the same key: once more the same. */
async function sendAgain(): Promise<string[]> {
  processes[0] = await startPlatformProcess(platform.database.ownerUrl);
  const again = await Promise.all(processes.map(({ url }) => send(url)));
  return again.filter((id) => id !== undefined);
}

it('fifty of one key have one effect where a process is killed while all wait', async () => {
  const holder = new pg.Client({ connectionString: platform.database.ownerUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select from tree_state where town_id = $1 for update', [town.code]);
  const sent = sendFifty();
  await expect.poll(held, { timeout: 10_000 }).toBeGreaterThan(1);
  await processes[0].end('SIGKILL');
  await holder.query('rollback');
  await holder.end();
  const answered = (await Promise.all(sent)).filter((id) => id !== undefined);
  expect(answered).toHaveLength(25);
  const again = await sendAgain();
  expect(again).toHaveLength(2);
  expect(new Set([...answered, ...again]).size).toBe(1);
  expect(await opened()).toBe(1);
}, 60_000);

it('and where it is killed with the first answer', async () => {
  const sent = sendFifty();
  await Promise.race(sent);
  await processes[0].end('SIGKILL');
  const answered = (await Promise.all(sent)).filter((id) => id !== undefined);
  expect(answered.length).toBeGreaterThanOrEqual(25);
  const again = await sendAgain();
  expect(again).toHaveLength(2);
  expect(new Set([...answered, ...again]).size).toBe(1);
  expect(await opened()).toBe(1);
}, 60_000);
