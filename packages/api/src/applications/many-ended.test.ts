import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { consent, registerApplication, type TestApplication } from './application.fixture.ts';

const platform = testPlatform();
/** So many a CI leaves behind that registers an application for each of its runs, and ends it. */
const ended = 620;

let town: TestTown;
let owner: ApiClient;
let application: TestApplication;

beforeAll(async () => {
  town = await platform.newTown();
  owner = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  application = await registerApplication(platform, ['TOWN_READ'], owner);
  await consent(town, application, ['TOWN_READ']);
  const { clientId } = application;
  await platform.database.sql(
    `with numbers as (select n, gen_random_uuid() as account, gen_random_uuid() as id from generate_series(1, $2::int) n),
       accounts as (insert into account (id, name, display_name, password_hash, signed_out_before)
         select account, 'app:' || id, 'CI', '', now() from numbers returning id)
     insert into application (id, account_id, owner_id, name, description, redirect_uris, scopes, created_at, ended_at, confidential)
     select numbers.id, account, a.owner_id, 'CI ' || n, '', '{}', '{town:read}', a.created_at - n * interval '1 hour', now(), true
     from numbers, application a, accounts where a.id = $1 and accounts.id = account`,
    [clientId, ended],
  );
  await platform.database.sql(
    `insert into application_consent (town_id, id, global_application_id, global_account_id, scopes, granted_at, granted_by,
       ended_at, ended_by, global_owner_id, application_name, application_description)
     select town_id, gen_random_uuid(), global_application_id, global_account_id, scopes, granted_at - n * interval '1 hour', granted_by,
       now(), granted_by, global_owner_id, application_name, application_description
     from application_consent c, generate_series(1, $2::int) n where global_application_id = $1`,
    [clientId, ended],
  );
});

/** All of a list, page by page. */
async function all(client: ApiClient, query: string, list: (data: Data) => Data): Promise<Data[]> {
  const nodes: Data[] = [];
  for (let after: string | null = null; ; ) {
    const page: Data = list(await client.ask(query, { code: town.code, after }));
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}

const page = 'totalCount pageInfo { hasNextPage endCursor }';

describe('where hundreds have ended', () => {
  it('whoever registered applications reads those in use, and pages through all, the latest first', async () => {
    const mine = '{ viewer { applications(inUse: true) { totalCount nodes { clientId endedAt } } } }';
    const inUse = (await owner.ask(mine)).viewer.applications;
    expect(inUse).toEqual({ totalCount: 1, nodes: [{ clientId: application.clientId, endedAt: null }] });
    const query = (filter: string) =>
      `query($after: String) { viewer { applications(first: 100, after: $after${filter}) { ${page} nodes { name createdAt } } } }`;
    const list = (data: Data) => data.viewer.applications;
    const over = await all(owner, query(', inUse: false'), list);
    expect(over.map(({ name }) => name)).toEqual(Array.from({ length: ended }, (_, index) => `CI ${index + 1}`));
    expect((await all(owner, query(''), list)).length).toBe(ended + 1);
  });

  it('a town reads the consents that hold, and pages through all, the latest first', async () => {
    const query = (filter: string) => `query($code: RegisterCode!, $after: String) { town(code: $code) {
      consents(first: 100, after: $after${filter}) { ${page} nodes { grantedAt endedAt } } } }`;
    const list = (data: Data) => data.town.consents;
    const holding = await all(town.admin, query(', holding: true'), list);
    expect(holding.map(({ endedAt }) => endedAt)).toEqual([null]);
    const over = await all(town.admin, query(', holding: false'), list);
    const moments = over.map(({ grantedAt }) => Date.parse(grantedAt));
    expect([new Set(moments).size, moments]).toEqual([ended, moments.toSorted((one, other) => other - one)]);
    expect((await all(town.admin, query(''), list)).length).toBe(ended + 1);
    await owner.do('endApplication', { application: application.id }, 'application { id }');
    expect(await all(town.admin, query(', holding: true'), list)).toEqual([]);
  });
});
