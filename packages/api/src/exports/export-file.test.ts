import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { budgetTimes, testPlatform } from '../../test/platform.ts';
import { atDesk } from '../db/door.ts';
import { dayBefore, dayOf } from '../today.ts';
import {
  type Exporting,
  exported,
  exporting,
  fetchFile,
  linesOf,
  look,
  makesExports,
  request,
} from './export.fixture.ts';
import { forgetExports, mostKept } from './forget-exports.ts';

const platform = testPlatform();
const fragments = 'fragment Units on Unit { id name }';

let of: Exporting;
let ready: Data;
beforeEach(async () => {
  const { stop } = await makesExports(platform);
  of = await exporting(platform, await platform.newTown(), ['UNIT_READ']);
  ready = await exported(of, { fragments });
  await stop();
});

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const stored = () => platform.database.sql('select from export_part where town_id = $1', [of.town.code]);
/** What is answered to whoever would fetch the file. */
const refusal = async (client = of.client) => {
  const response = await fetchFile({ client }, ready);
  const { errors } = (await response.json()) as { errors: Data };
  const { code, limit } = errors[0].extensions;
  return { status: response.status, code, limit };
};
/** Makes the file one of so many parts of a megabyte each, which is more than a connection holds. */
async function enlarge(parts: number): Promise<Buffer> {
  const content = Array.from({ length: parts }, () => randomBytes(1_000_000));
  const whole = Buffer.concat(content);
  const { sql } = platform.database;
  await sql('delete from export_part where town_id = $1', [of.town.code]);
  for (const [index, part] of content.entries()) {
    await sql(
      `insert into export_part select town_id, gen_random_uuid(), id, $2, $3, $4, $5 from export where town_id = $1`,
      [of.town.code, index + 1, index * 1_000_000, (index + 1) * 1_000_000, part],
    );
  }
  const sha256 = createHash('sha256').update(whole).digest('hex');
  await sql('update export set size = $2, sha256 = $3 where town_id = $1', [of.town.code, whole.length, sha256]);
  return whole;
}

describe('the file of an export', () => {
  it('is fetched whole or from any byte on, and is known again by its tag', async () => {
    const whole = await enlarge(3);
    const all = await fetchFile(of, ready);
    const etag = all.headers.get('etag') ?? '';
    expect(Object.fromEntries(all.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'content-type': 'application/gzip',
      'content-length': '3000000',
      'cache-control': 'no-store, no-transform',
      'repr-digest': `sha-256=:${createHash('sha256').update(whole).digest('base64')}:`,
    });
    expect(all.headers.get('content-encoding')).toBeNull();
    expect((await bytesOf(all)).equals(whole)).toBe(true);
    for (const [range, from, to] of [
      ['bytes=999999-1000000', 999_999, 1_000_001],
      ['bytes=1500000-', 1_500_000, 3_000_000],
      ['bytes=-1', 2_999_999, 3_000_000],
    ] as const) {
      const part = await fetchFile(of, ready, { range, 'if-range': etag });
      expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes ${from}-${to - 1}/3000000`]);
      expect((await bytesOf(part)).equals(whole.subarray(from, to)), range).toBe(true);
    }
    const changed = await fetchFile(of, ready, { range: 'bytes=1-2', 'if-range': '"another"' });
    expect([changed.status, (await bytesOf(changed)).length]).toEqual([200, 3_000_000]);
    const beyond = await fetchFile(of, ready, { range: 'bytes=3000000-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */3000000']);
    expect((await fetchFile(of, ready, { 'if-none-match': etag })).status).toBe(304);
  });

  it('counts as fetched with whatever answer hands out some of its bytes', async () => {
    const { etag } = Object.fromEntries((await fetchFile(of, ready, { range: 'bytes=1-' })).headers);
    expect(etag).toBe(`"${ready.sha256}"`);
    const downloads = async () => (await look(of, ready.id)).downloads;
    expect(await downloads()).toBe(1);
    // Whoever has never fetched anything knows the tag as well.
    expect((await fetchFile(of, ready, { range: 'bytes=1-', 'if-range': `"${ready.sha256}"` })).status).toBe(206);
    expect((await fetchFile(of, ready, { range: 'bytes=-1' })).status).toBe(206);
    expect((await fetchFile(of, ready)).status).toBe(200);
    expect(await downloads()).toBe(4);
    expect((await fetchFile(of, ready, { range: `bytes=${ready.size}-` })).status).toBe(416);
    expect((await fetchFile(of, ready, { 'if-none-match': `"${ready.sha256}"` })).status).toBe(304);
    expect(await downloads()).toBe(4);
  });

  it('is told of without being sent', async () => {
    const authorization = `Bearer ${of.client.token}`;
    const head = await fetch(`${platform.url}/exports/${ready.id}`, { method: 'HEAD', headers: { authorization } });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(ready.size), '']);
    expect((await look(of, ready.id)).downloads).toBe(0);
  });

  it('is nobody’s but the application’s', async () => {
    const other = await exporting(platform, of.town, ['UNIT_READ']);
    const elsewhere = await exporting(platform, await platform.newTown(), ['UNIT_READ']);
    expect(await refusal(other.client)).toEqual({ status: 404, code: 'NOT_FOUND' });
    expect(await refusal(elsewhere.client)).toEqual({ status: 404, code: 'NOT_FOUND' });
    expect(await refusal(of.town.admin)).toEqual({ status: 404, code: 'NOT_FOUND' });
    expect(await refusal(platform.operator)).toEqual({ status: 404, code: 'NOT_FOUND' });
    expect(await refusal(platform.public)).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
    const nothing = await fetchFile(of, { id: 'nothing' });
    expect(nothing.status).toBe(404);
  });

  it('is not there yet while the export waits', async () => {
    ready = await request(of, { fragments });
    expect(await refusal()).toEqual({ status: 409, code: 'CONFLICT' });
  });

  it('goes with the consent at once, and with it what is known of what it held', async () => {
    await of.town.admin.do('withdrawConsent', { consent: of.consent }, 'consent { id }');
    expect(await refusal()).toEqual({ status: 404, code: 'NOT_FOUND' });
    expect(await stored()).toEqual([]);
    const log = `query($code: RegisterCode!) { town(code: $code) { exports { nodes { state counts { records } path } } } }`;
    const { exports } = (await of.town.admin.ask(log, { code: of.town.code })).town;
    expect(exports.nodes).toMatchObject([
      { state: 'WITHDRAWN', counts: [{ records: expect.any(Number) }], path: null },
    ]);
    expect(await platform.database.sql('select from export_fingerprints where town_id = $1', [of.town.code])).toEqual(
      [],
    );
  });

  it('ends while it is being fetched, within five seconds of the withdrawal', async () => {
    await enlarge(40);
    const response = await fetchFile(of, ready);
    const reader = response.body?.getReader();
    let read = (await reader?.read())?.value?.length ?? 0;
    const withdrawn = performance.now();
    await of.town.admin.do('withdrawConsent', { consent: of.consent }, 'consent { id }');
    // Slowly, as by a bad line: without the withdrawal it would take until all is read.
    const reading = (async () => {
      for (;;) {
        const next = await reader?.read();
        if (!next || next.done) return;
        read += next.value.length;
        await pause(50);
      }
    })();
    await expect(reading).rejects.toThrow();
    expect(read).toBeLessThan(40_000_000);
    expect(performance.now() - withdrawn).toBeLessThan(5000);
  });

  it('is fetched four times at once at the most', async () => {
    await enlarge(20);
    // None of them is read, so none of them ends.
    const fetched = await Promise.all(Array.from({ length: 4 }, () => fetchFile(of, ready)));
    expect(fetched.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await refusal()).toEqual({ status: 429, code: 'LIMIT_EXCEEDED', limit: 'downloads' });
    await fetched[0]?.body?.cancel();
    const again = () => fetchFile(of, ready, { range: 'bytes=0-9' });
    await expect.poll(async () => (await again()).status, { timeout: 5000 }).toBe(206);
    for (const { body } of fetched.slice(1)) await body?.cancel();
  });

  it('is paid for: each request, and its bytes as they come', async () => {
    await enlarge(2);
    const paid = async () => {
      // What a process holds is given back a second later.
      await pause(2500);
      const [row] = await platform.database.sql<{ used: number }>(
        `select $2 - free as used from app.budget where caller like $1`,
        [`application % in ${of.town.code}`, 5_000_000 * budgetTimes],
      );
      return row?.used ?? Number.NaN;
    };
    const { sql } = platform.database;
    // Nothing comes back meanwhile.
    const hold = `update app.budget set at = clock_timestamp() + interval '1 hour', free = $2, held = 0, held_before = 0 where caller like $1`;
    await paid();
    await sql(hold, [`application % in ${of.town.code}`, 5_000_000 * budgetTimes]);
    await bytesOf(await fetchFile(of, ready));
    expect(await paid()).toBe(5000 + 20_000);
    await sql(hold, [`application % in ${of.town.code}`, 4000]);
    const response = await fetchFile(of, ready, { range: 'bytes=0-0' });
    expect([response.status, Number(response.headers.get('retry-after'))]).toEqual([429, 1]);
    const { errors } = (await response.json()) as { errors: Data };
    expect(errors[0].extensions).toMatchObject({ limit: 'budget', asked: 5000, retryAfter: 1 });
  });

  it('cannot be fetched from the day on which the consent ends, and is deleted then', async () => {
    const late = 'update application_consent set valid_to = $2 where town_id = $1';
    await platform.database.sql(late, [of.town.code, dayBefore(dayOf(new Date()))]);
    expect(await refusal()).toEqual({ status: 404, code: 'NOT_FOUND' });
    await forget(0);
    expect(await stored()).toEqual([]);
  });

  it('cannot be fetched when the application has ended, and is deleted then', async () => {
    await platform.operator.do('endApplication', { application: of.application.id }, 'application { endedAt }');
    platform.advance(3100);
    expect(await refusal()).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
    await forget(0);
    expect(await stored()).toEqual([]);
  });

  it('is kept for seven days', async () => {
    expect(new Date(ready.keptUntil).getTime() - new Date(ready.endedAt).getTime()).toBe(7 * 86_400_000);
    await forget(6.9);
    expect((await linesOf(of, ready)).length).toBeGreaterThan(3);
    await forget(7.1);
    expect(await refusal()).toEqual({ status: 410, code: 'NOT_FOUND' });
    expect([await stored(), (await look(of, ready.id)).state]).toEqual([[], 'EXPIRED']);
  });

  it('makes room for those that come after it', async () => {
    await makesExports(platform);
    const later = [];
    for (let each = 0; each < mostKept; each++) later.push(await exported(of, { since: ready.id }));
    expect((await look(of, ready.id)).state).toBe('EXPIRED');
    for (const { id } of later) expect((await look(of, id)).state).toBe('READY');
  });
});

/** Does what is done every few minutes, so many days later. */
function forget(days: number): Promise<void> {
  const seat = { role: 'app_town', town: Number(of.town.code) } as const;
  return atDesk(platform.database.orm, seat, new Date(Date.now() + days * 86_400_000), 'write', forgetExports);
}
