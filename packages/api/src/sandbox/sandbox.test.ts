import { beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { clientOf, registerApplication, type TestApplication } from '../applications/application.fixture.ts';
import { sandboxTowns } from '../towns/sandbox.ts';
import { makeSandbox, resetSandbox } from './make-sandbox.ts';

const platform = testPlatform();
const codes = sandboxTowns.map(({ code }) => code);
const [first, second, third] = codes;
const scopes = ['TOWN_READ', 'UNIT_READ', 'PARTY_READ', 'ORGANIZATION_READ'];
const names = 'town:read unit:read party:read organization:read';

let early: TestApplication;
beforeAll(async () => {
  early = await registerApplication(platform, scopes);
  await makeSandbox(platform.database.orm, platform.database.ownerUrl);
  await makeSandbox(platform.database.orm, platform.database.ownerUrl);
}, 60_000);

const asked = `query($codes: [RegisterCode!]!) { towns(codes: $codes) {
  ... on Town { code name sandbox status units(first: 100) { totalCount nodes { name kind } pageInfo { hasNextPage } } }
  ... on TownUnavailable { reason town { code sandbox } } } }`;

/** How many rows each table has of each town, the sandbox's or all others. */
async function counts(of: 'sandbox' | 'others'): Promise<Record<string, number>> {
  const tables = await platform.database.sql<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'town_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
  );
  const counted = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await platform.database.sql<{ count: number }>(
        `select count(*)::int from "${name}" where (town_id = any ($1)) = $2`,
        [codes, of === 'sandbox'],
      );
      return [name, row?.count ?? 0] as const;
    }),
  );
  return Object.fromEntries(counted);
}

describe('the sandbox', () => {
  it('is open to whoever registers an application, also to one that was there before, and one of its towns is not', async () => {
    const fresh = await registerApplication(platform, scopes);
    for (const application of [fresh, early]) {
      const client = await clientOf(platform, application, names);
      const { towns } = await client.ask(asked, { codes });
      expect(towns.map((town: Data) => town.code ?? town.reason)).toEqual([first, second, 'NOT_CONSENTED']);
      expect(towns[0]).toMatchObject({ name: '试用一镇', sandbox: true, status: 'ACTIVE', units: { totalCount: 16 } });
      expect(towns[2].town).toEqual({ code: third, sandbox: true });
    }
    expect(platform.faults).toEqual([]);
  });
});

it('begins anew', async () => {
  const before = await counts('sandbox');
  expect(await resetSandbox(platform.database.orm)).toBe(3);
  expect(await counts('sandbox')).toEqual(before);
}, 60_000);
