import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TestApplication } from '../applications/application.fixture.ts';
import { connect } from '../db/orm.ts';
import { addRound, allDone, doJobs } from '../jobs/job.fixture.ts';
import { tasks } from '../jobs/tasks.ts';
import { serve } from '../server.ts';
import { applicationTest, letAct, scope } from './let-act.fixture.ts';

const { platform, given, register, refreshed, works } = applicationTest();

/** Asks for a token of an application for itself, at one of the platform's processes. */
async function ask({ clientId, secret }: TestApplication, url = platform.url) {
  const response = await fetch(`${url}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'town:read' }),
  });
  const { access_token, error } = (await response.json()) as { access_token?: string; error?: string };
  return { status: response.status, access_token, error, retryAfter: Number(response.headers.get('retry-after')) };
}

/** Lets so many seconds pass for all that is bounded. */
const pass = (seconds: number) =>
  platform.database.sql('update app.budget set at = at - make_interval(secs => $1), second = second - $1', [seconds]);

describe('an application gets for itself', () => {
  it('a hundred tokens at once from all processes together, then one each ten seconds, and is told when', async () => {
    const orm = await connect(platform.database.appUrl, 10);
    const config = { host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1:4000' };
    const second = await serve(orm, config, pino({ level: 'silent' }));
    onTestFinished(async () => {
      await second.stop();
      await orm.close(true);
    });
    const { application } = given;
    const begun = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 140 }, (_, index) => ask(application, index % 2 === 0 ? platform.url : second.url)),
    );
    const got = answers.filter(({ status }) => status === 200);
    const restored = Math.ceil((performance.now() - begun) / 10_000);
    expect(got.length).toBeGreaterThanOrEqual(100);
    expect(got.length).toBeLessThanOrEqual(100 + restored);
    for (const { status, error, retryAfter } of answers.filter((each) => !got.includes(each))) {
      expect([status, error]).toEqual([429, 'slow_down']);
      expect(retryAfter).toBeGreaterThanOrEqual(1);
      expect(retryAfter).toBeLessThanOrEqual(10);
    }
    const [kept] = await platform.database.sql<{ n: number }>(
      `select count(*)::int as n from oidc_record where payload ->> 'clientId' = $1`,
      [application.clientId],
    );
    expect(kept?.n).toBe(got.length);
    expect(await works(got[0]?.access_token)).toBe(true);
    expect((await ask(await register())).status).toBe(200);
    await pass(20);
    expect([(await ask(application)).status, (await ask(application)).status]).toEqual([200, 200]);
  });

  it('as many after others have tried to guess its secret', async () => {
    const { application } = given;
    const guesses = Array.from({ length: 120 }, () => ask({ ...application, secret: 'lxs_guessed' }));
    expect(new Set((await Promise.all(guesses)).map(({ error }) => error))).toEqual(new Set(['invalid_client']));
    expect((await ask(application)).status).toBe(200);
  });
});

it('for a person it gets twenty tokens at once and then one each minute, and loses nothing where it asks too soon', async () => {
  const { application, account } = given;
  let { refresh } = await letAct(platform, application, account, scope);
  for (let round = 0; round < 19; round++) {
    const { status, refresh_token = '' } = await refreshed(refresh);
    expect(status).toBe(200);
    refresh = refresh_token;
  }
  for (let round = 0; round < 2; round++) {
    expect(await refreshed(refresh)).toMatchObject({ status: 429, error: 'slow_down' });
  }
  const other = await register();
  await letAct(platform, other, account, scope);
  await pass(60);
  const { status, access_token } = await refreshed(refresh);
  expect([status, await works(access_token)]).toEqual([200, true]);
});

it('what has expired of signing in and of tokens is deleted by a job, also where only machines ask', async () => {
  const { application } = given;
  const kept = async () =>
    platform.database.sql(`select expires_at > now() as alive from oidc_record where payload ->> 'clientId' = $1`, [
      application.clientId,
    ]);
  await ask(application);
  await platform.database.sql(
    `update oidc_record set expires_at = now() - interval '1 second' where payload ->> 'clientId' = $1`,
    [application.clientId],
  );
  await ask(application);
  expect((await kept()).length).toBe(2);
  const planned = tasks.find(({ task }) => task.name === 'forget-sign-in');
  if (!planned?.minutes) throw new Error('There is no such task');
  await doJobs(platform, tasks);
  await addRound(platform, planned.task);
  await allDone(platform, planned.task);
  expect(await kept()).toEqual([{ alive: true }]);
});
