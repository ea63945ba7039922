import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { exported, exporting, fetchFile, linesOf, makesExports } from './export.fixture.ts';

const platform = testPlatform();

const units = 'fragment Units on Unit { id name kind status parent { id } versions { name validFrom validTo } }';

it('an export has a line for each record, as node answers it, of all towns’ records those of its own', async () => {
  const { said } = await makesExports(platform);
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const block = await town.openUnit();
  await other.openUnit();
  const of = await exporting(platform, town, ['UNIT_READ']);
  const ready = await exported(of, { fragments: units });
  const lines = await linesOf(of, ready);
  expect(lines.map(({ id }) => id)).toContain(block);
  for (const { type, id, record } of lines) {
    expect(type).toBe('Unit');
    const query = `query($id: ID!) { node(id: $id) { ...Units } } ${units}`;
    expect(record).toEqual((await of.client.ask(query, { id })).node);
  }
  const [stored] = await platform.database.sql<{ count: number }>(
    'select count(*)::int as count from unit where town_id = $1',
    [town.code],
  );
  expect(lines).toHaveLength(stored?.count ?? 0);
  expect(ready.counts).toEqual([{ type: 'Unit', records: lines.length, gone: 0 }]);
  const bytes = Buffer.from(await (await fetchFile(of, ready)).arrayBuffer());
  expect({ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }).toEqual({
    size: ready.size,
    sha256: ready.sha256,
  });
  expect(said).toEqual([]);
});
