import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { clientOf, consent, registerApplication, type TestApplication } from '../applications/application.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';
import { readGlobalId } from '../schema/global-id.ts';
import { dayAfter, dayOf } from '../today.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { type Heard, listen, refusalOf, told } from './town-event.fixture.ts';

const platform = testPlatform({ budgetTimes: 1 });
const elsewhere = testPlatform();
const permissions = ['TOWN_READ', 'VISIT_READ'];
const badInput = [['BAD_INPUT', 'after']];

let town: TestTown;
let households: readonly string[];
let application: TestApplication;
let consented: string;
let client: ApiClient;

beforeEach(async () => {
  ({ town, households } = await settledTown(platform, 2));
  // Another one listens all the time, so that everything is written down.
  await consent(town, await registerApplication(platform, permissions), permissions);
  application = await registerApplication(platform, permissions);
  consented = await consent(town, application, permissions);
  client = await clientOf(platform, application, 'town:read visit:read');
});

const visited = async () => ['VISIT_RECORDED', await recordVisit(town, households[0], '2024-02-01')];
const after = (cursor: string) => listen(client, town, `, after: "${cursor}"`);
const cursors = ({ events }: Heard): string[] => events.map(({ cursor }) => cursor);

/** A cursor of an event that was told. */
async function honest(): Promise<string> {
  const heard = await listen(client, town);
  await pause(500);
  await told(heard).toEqual([await visited()]);
  heard.close();
  return cursors(heard)[0] ?? '';
}

/** A cursor as it is told, with other numbers in it. */
function madeUp(cursor: string, change: (parts: readonly string[]) => readonly unknown[]): string {
  const parts = Buffer.from(cursor, 'base64url').toString().split('.');
  return Buffer.from(change(parts).join('.')).toString('base64url');
}

/** The same cursor as if it were the first of all, and of this moment. */
const first = (cursor: string) => madeUp(cursor, ([epoch]) => [epoch, 0, 0, Date.now()]);

describe('events after a cursor', () => {
  it('cost points one by one; without enough the subscription says so and ends, and goes on later where it was', async () => {
    const begin = await honest();
    await platform.database.sql(
      `insert into town_event (town_id, id, seq, event, about, object_id, happened_at)
       select $1, gen_random_uuid(), nextval('app.webhook_order'), 'VISIT_RECORDED', 'Visit', gen_random_uuid(), now()
       from generate_series(1, 100)`,
      [town.code],
    );
    const budget = (set: string) =>
      platform.database.sql(`update app.budget set ${set} where caller = $1`, [
        `application ${readGlobalId(application.id)?.key} in ${town.code}`,
      ]);
    // Whatever a process holds is over two seconds later.
    await pause(2100);
    await budget(`free = 4000, at = clock_timestamp() + interval '1 minute', held = 0, held_before = 0`);
    const some = await after(begin);
    await expect.poll(() => some.ended, { timeout: 9000 }).toBe(true);
    expect(some.refused).toMatchObject([
      { code: 'LIMIT_EXCEEDED', limit: 'budget', retryAfter: expect.any(Number), asked: expect.any(Number) },
    ]);
    const paid = some.refused[0]?.asked * (some.events.length + 1);
    expect([some.events.length > 10, paid <= 4000, paid > 3000]).toEqual([true, true, true]);
    await budget(`at = clock_timestamp() - interval '1 minute'`);
    const rest = await after(cursors(some).at(-1) ?? '');
    await expect.poll(() => rest.events.length, { timeout: 9000 }).toBe(100 - some.events.length);
    expect(new Set([...some.events, ...rest.events].map(({ id }) => id)).size).toBe(100);
  });

  it('are none from before the consent, whatever the cursor says', async () => {
    const before = await honest();
    await town.admin.do('withdrawConsent', { consent: consented }, 'consent { id }');
    await visited();
    await consent(town, application, permissions);
    platform.advance(3100);
    // Whoever has heard something and then nothing for a while is told so.
    expect(await refusalOf(await after(before))).toEqual(badInput);
    const since = [await visited(), await visited()];
    await told(await after(first(before))).toEqual(since);
  });

  it('are all of them where a consent takes the place of another', async () => {
    const before = await honest();
    const missed = [await visited()];
    await consent(town, application, permissions, dayAfter(dayOf(new Date())));
    missed.push(await visited());
    await told(await after(before)).toEqual(missed);
  });

  it('are none of what is forgotten by now, and no more than were told where the cursor is made up', async () => {
    const known = await honest();
    await town.admin.do('withdrawVisit', { visit: (await visited())[1], reason: '重复' }, 'visit { id }');
    const old = madeUp(known, ([epoch, transaction, seq]) => [epoch, transaction, seq, Date.now() - 31 * 86_400_000]);
    for (const none of [
      'abc',
      madeUp(known, (parts) => [...parts, 4]),
      madeUp(known, (parts) => parts.slice(1)),
      old,
    ]) {
      expect(await refusalOf(await after(none))).toEqual(badInput);
    }
    // Kept somewhat longer, until the job comes round.
    const age = `update town_event set happened_at = happened_at - interval '31 days' where town_id = $1 and object_version = 2`;
    await platform.database.sql(age, [town.code]);
    const heard = await after(first(known));
    await expect.poll(() => heard.events.length, { timeout: 9000 }).toBe(2);
    expect(heard.events.map(({ objectVersion }) => objectVersion)).toEqual([1, 1]);
  });

  it('of another database are refused, since its transactions are in another order, and what it brought is not told', async () => {
    const known = await honest();
    const [there] = await elsewhere.database.sql<{ epoch: string }>('select app.event_epoch() as epoch');
    const moved = madeUp(known, ([, ...more]) => [there?.epoch, ...more]);
    expect(await refusalOf(await after(moved))).toEqual(badInput);
    await platform.database.sql('update town_event set epoch = $2 where town_id = $1', [town.code, there?.epoch]);
    const next = await visited();
    await told(await after(first(known))).toEqual([next]);
  });
});
