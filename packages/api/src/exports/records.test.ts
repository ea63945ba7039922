import { isInterfaceType } from 'graphql';
import { expect, it } from 'vitest';
import { type Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { neighbours } from '../access/isolation.fixture.ts';
import { permissionName } from '../access/permission.type.ts';
import { scopes } from '../access/scopes.ts';
import { readGlobalId } from '../schema/global-id.ts';
import { servedSchema } from '../served-schema.ts';
import { exported, exporting, fragmentOn, linesOf, makesExports } from './export.fixture.ts';
import { recordTypeNames, recordTypes } from './record-types.ts';

const platform = testPlatform();

/** What `node` finds and no export has, each with the reason. */
const notExported: Record<string, string> = {
  District: 'reference',
  Town: 'one, which its records belong to',
  Overlay: 'a partition of the tree, told with its blocks',
  HeldVisit: 'not taken yet',
  TownAccount: 'for people only',
  Account: 'for people only',
  Application: 'not of a town',
  ApplicationConsent: 'for people only',
  ApplicationGrant: 'of a person',
  WebhookEndpoint: 'not of a town',
  WebhookDelivery: 'of an application, and kept for a while only',
  Export: 'an export itself',
};

it('every type that node finds is exported, or listed with a reason', () => {
  const node = servedSchema.getType('Node');
  if (!isInterfaceType(node)) throw new Error('There is no Node');
  const found = servedSchema
    .getPossibleTypes(node)
    .map((type) => (type.getInterfaces().some(({ name }) => name === 'Unit') ? 'Unit' : type.name));
  expect([...new Set(found)].sort()).toEqual([...recordTypeNames, ...Object.keys(notExported)].sort());
});

it.each([undefined, 'CHECK'] as const)(
  'each record of every type is what node answers of it, with everything that it has, with purpose %s',
  async (purpose) => {
    await makesExports(platform);
    const { mine } = await neighbours(platform);
    const of = await exporting(
      platform,
      mine,
      scopes.filter((scope) => !['town:read', 'record:export'].includes(scope)).map(permissionName),
    );
    const fragments = Object.fromEntries(recordTypeNames.map((name) => [name, fragmentOn(name)]));
    // In parts, as all of them have more signs than a document may.
    const part = Math.ceil(recordTypeNames.length / 6);
    const seen = new Set<string>();
    for (let from = 0; from < recordTypeNames.length; from += part) {
      const types = recordTypeNames.slice(from, from + part);
      const ready = await exported(of, { fragments: types.map((name) => fragments[name]).join('\n'), purpose });
      const lines = await linesOf(of, ready);
      for (const { type, id, record } of lines) {
        seen.add(type);
        expect(readGlobalId(id)).toMatchObject({ type, townId: Number(mine.code) });
        const query = `query($id: ID!) ${purpose ? `@purpose(of: ${purpose})` : ''} { node(id: $id) { ...${type}s } } ${fragments[type]}`;
        expect(record, type).toEqual((await of.client.ask(query, { id })).node);
      }
      for (const type of types) {
        const { table } = recordTypes[type];
        const [stored] = await platform.database.sql<{ count: number }>(
          `select count(*)::int as count from ${table} where town_id = $1`,
          [mine.code],
        );
        expect(lines.filter((line: Data) => line.type === type).length, type).toBe(stored?.count);
      }
    }
    expect([...seen].sort()).toEqual([...recordTypeNames].sort());
  },
  120_000,
);
