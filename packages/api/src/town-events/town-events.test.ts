import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { clientOf, consent, registerApplication, type TestApplication } from '../applications/application.fixture.ts';
import { atDesk } from '../db/door.ts';
import { settledTown } from '../households/household.fixture.ts';
import { raise } from '../requests/request.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { forgetEvents } from './event-rows.ts';
import { listen, refusalOf, told } from './town-event.fixture.ts';

const platform = testPlatform();
const permissions = ['TOWN_READ', 'VISIT_READ', 'REQUEST_READ'];
const scope = 'town:read visit:read request:read';

let town: TestTown;
let households: readonly string[];
let application: TestApplication;
let consented: string;
let client: ApiClient;

beforeEach(async () => {
  ({ town, households } = await settledTown(platform, 4));
  application = await registerApplication(platform, permissions);
  consented = await consent(town, application, permissions);
  client = await clientOf(platform, application, scope);
});
const visited = (household: string | undefined) => recordVisit(town, household, '2024-02-01');
const isVisit = (visit: string) => ['VISIT_RECORDED', visit];

/** Waits until a subscription has read where it begins. */
const begun = () => pause(500);

describe('the events of a town', () => {
  it('are told to an application as they happen, with ids alone, which are those of the API', async () => {
    const heard = await listen(client, town);
    await begun();
    const visit = await visited(households[0]);
    const { id: request } = await raise(town, { household: households[1], on: '2024-02-02' });
    await told(heard).toEqual([isVisit(visit), ['REQUEST_MOVED', request]]);
    expect(heard.events[0]).toMatchObject({ townCode: town.code, objectVersion: 1, happenedAt: expect.any(String) });
    const read = await client.ask('query($id: ID!) { visit(id: $id) { visitedOn } }', { id: heard.events[0].object });
    expect(read.visit.visitedOn).toBe('2024-02-01');
  });

  it('are told again from the last one on that was heard, none missed and none twice', async () => {
    const first = await listen(client, town, ', events: [VISIT_RECORDED]');
    await begun();
    const visits = [await visited(households[0])];
    await told(first).toEqual([isVisit(visits[0] ?? '')]);
    first.close();
    for (const household of households.slice(1)) visits.push(await visited(household));
    await raise(town, { household: households[1], on: '2024-02-02' });
    const after = `, events: [VISIT_RECORDED], after: "${first.events[0].cursor}"`;
    const again = await listen(client, town, after);
    await told(again).toEqual(visits.slice(1).map(isVisit));
    // The same cursor answers the same.
    await told(await listen(client, town, after)).toEqual(visits.slice(1).map(isVisit));
  });

  it('wait for an earlier transaction that is still under way, so that nobody goes on past it', async () => {
    const heard = await listen(client, town, ', events: [VISIT_RECORDED]');
    await begun();
    const early = new pg.Client({ connectionString: platform.database.ownerUrl });
    await early.connect();
    await early.query('begin');
    await early.query('select pg_current_xact_id()');
    const visit = await visited(households[0]);
    await pause(2500);
    expect(heard.events).toEqual([]);
    // What the early one tells comes first, though it is committed last.
    await early.query(
      `insert into town_event (town_id, id, seq, event, about, object_id, happened_at)
       values ($1, gen_random_uuid(), 1, 'VISIT_RECORDED', 'Visit', gen_random_uuid(), now())`,
      [town.code],
    );
    await early.query('commit');
    await early.end();
    await expect.poll(() => heard.events.length, { timeout: 9000 }).toBe(2);
    expect(heard.events.map(({ object }) => object).indexOf(visit)).toBe(1);
  });

  it('end within five seconds of the withdrawal of the consent, also where nothing happens', async () => {
    const heard = await listen(client, town);
    await begun();
    await town.admin.do('withdrawConsent', { consent: consented }, 'consent { endedAt }');
    await expect.poll(() => heard.ended, { timeout: 5000 }).toBe(true);
    expect([heard.events, heard.refused]).toEqual([[], []]);
  });

  it('are told to no other town’s application, to nobody who may not know, and to no people', async () => {
    const other = await platform.newTown();
    const refusal = async (by: ApiClient, more = '', of = town) => refusalOf(await listen(by, of, more));
    expect(await refusal(client, '', other)).toEqual([['NOT_FOUND', 'town']]);
    expect(await refusal(client, ', events: [COVERAGE_CHANGED]')).toEqual([['FORBIDDEN', undefined]]);
    const narrow = await clientOf(platform, application, 'town:read');
    expect(await refusal(narrow)).toEqual([['FORBIDDEN', undefined]]);
    expect(await refusal(town.admin)).toEqual([['FORBIDDEN', undefined]]);
    expect(await refusal(platform.public)).toEqual([['UNAUTHENTICATED', undefined]]);
    expect(await refusal(client, ', events: []')).toEqual([['BAD_INPUT', 'events']]);
    expect(await refusal(client, ', events: [VISIT_RECORDED, CONSENT_ENDED]')).toEqual([['BAD_INPUT', 'events']]);
  });

  it('are written where the town lets an application know, kept for 30 days, and deleted then', async () => {
    const silent = await settledTown(platform, 1);
    await recordVisit(silent.town, silent.households[0], '2024-02-01');
    await visited(households[0]);
    const counted = async ({ code }: TestTown) =>
      (await platform.database.sql('select from town_event where town_id = $1', [code])).length;
    expect([await counted(silent.town), await counted(town)]).toEqual([0, 1]);
    const forget = () =>
      atDesk(platform.database.orm, { role: 'app_platform' }, new Date(), 'write', (desk) => forgetEvents(desk));
    await forget();
    expect(await counted(town)).toBe(1);
    const age = `update town_event set happened_at = happened_at - interval '31 days' where town_id = $1`;
    await platform.database.sql(age, [town.code]);
    await forget();
    expect(await counted(town)).toBe(0);
  });
});
