import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { type TestPlatform, type TestTown, testPlatform } from '../../test/platform.ts';
import { laterVisit, sync } from '../held-visits/held-visit.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';
import { subject, takeMany } from '../requests/request.fixture.ts';
import { listener, type Received, receiver, soon, verified } from './webhook.fixture.ts';

const platform = testPlatform();

/** `npm run kills` does the whole: 10,000 changes and 20 times. */
const changes = Number(process.env.CHANGES ?? 1000);
const kills = Number(process.env.KILLS ?? 3);
/** Milliseconds that the whole may take. */
const longest = 60_000 + changes * 40 + kills * 20_000;

it(`of ${changes} changes, while the process that sends is killed ${kills} times, every one arrives, in order, and none is lost`, {
  timeout: longest,
}, async () => {
  const { town, households } = await settledTown(platform, 50);
  // One in fifty is refused, once: it comes again in five seconds, and what is told of its object after it.
  const refused = new Set<string>();
  const inbox = await receiver(({ id }, _request, response) => {
    const refuses = Number.parseInt(id.slice(0, 4), 16) % 50 === 0 && !refused.has(id);
    if (refuses) refused.add(id);
    response.writeHead(refuses ? 503 : 204).end();
  });
  const { endpoint } = await listener(platform, town, inbox.url);
  const killing = killAgainAndAgain(platform, inbox.got);
  await change(town, households);
  const last = await killing;
  await soon(async () => expect(await undelivered()).toBe(0), longest);
  last.kill('SIGKILL');

  // What the ledger says has happened, and what has arrived.
  const happened = await platform.database.sql<{ object: string }>(
    `select 'visit ' || id || ' 1' as object from visit where town_id = $1
       union all select 'request ' || request_id || ' ' || seq from request_event where town_id = $1`,
    [town.code],
  );
  expect(happened).toHaveLength(changes);
  const arrived = inbox.got.map((message) => keyOf(message));
  expect([...new Set(arrived)].sort()).toEqual(happened.map(({ object }) => object).sort());
  expect(new Set(inbox.got.map(({ id }) => id)).size).toBe(changes);
  const seen = new Map<string, number>();
  for (const { body } of inbox.got) {
    const object = body.data.visit ?? body.data.request;
    expect(body.data.version).toBeGreaterThanOrEqual(seen.get(object) ?? 1);
    seen.set(object, body.data.version);
  }
  for (const message of inbox.got.filter((_, index) => index % 100 === 0)) {
    expect(verified(message, endpoint.secret)).toEqual(message.body);
  }
  if (process.env.KILLS)
    console.log(`${changes} changes, ${kills} kills, ${refused.size} refused once: ${inbox.got.length} messages`);
});

/** A change as the ledger calls it, by what was received. */
function keyOf({ body: { data } }: Received): string {
  const id = Buffer.from(data.visit ?? data.request, 'base64url')
    .toString()
    .split(':')[2];
  return `${data.visit ? 'visit' : 'request'} ${id} ${data.version}`;
}

async function undelivered(): Promise<number> {
  const [row] = await platform.database.sql<{ count: number }>(
    `select count(*)::int as count from webhook_delivery where state <> 'DELIVERED'`,
  );
  return row?.count ?? 0;
}

/** Makes the changes: a fifth are visits, the rest requests that are raised and accepted. */
async function change(town: TestTown, households: readonly string[]): Promise<void> {
  const about = await subject(town);
  const holder = await town.person();
  for (let done = 0; done < changes; done += 250) {
    const visits = await Promise.all(households.map((household) => laterVisit(town, household)));
    const results = await sync(town, visits);
    expect(results.every(({ status }) => status === 'RECORDED')).toBe(true);
    const raising = Array.from({ length: 100 }, (_, index) => ({
      ...{ household: households[index % households.length], source: 'VISIT', subject: about, description: '修' },
    }));
    const raised = await takeMany(town.admin, 'raiseRequest', raising);
    const accepting = raised.map(({ id }) => ({ request: id, holder }));
    await takeMany(town.admin, 'acceptRequest', accepting);
  }
}

/** Has a process send, and kills it once it has sent something, again and again. Returns one that goes on. */
async function killAgainAndAgain({ database }: TestPlatform, got: readonly unknown[]): Promise<ChildProcess> {
  for (let kill = 0; ; kill++) {
    const child = sender(database.ownerUrl);
    await once(child.stdout ?? child, 'data');
    if (kill === kills) return child;
    const before = got.length;
    await soon(() => expect(got.length).toBeGreaterThan(before + 5), longest).catch(() => {});
    await pause(Math.random() * 1000);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

function sender(ownerUrl: string): ChildProcess {
  const api = join(import.meta.dirname, '../..');
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/send-webhooks.ts', ownerUrl], {
    cwd: api,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(api, 'tsconfig.json') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}
