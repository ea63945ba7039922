import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { times } from '../../test/times.ts';
import { permissionName } from '../access/permission.type.ts';
import { scopes } from '../access/scopes.ts';
import { clientOf } from '../applications/application.fixture.ts';
import { townToWriteIn } from '../thousand-writes/made.fixture.ts';
import { partyWrites } from '../thousand-writes/party-writes.fixture.ts';
import { residentsWrites } from '../thousand-writes/residents-writes.fixture.ts';
import { treeWrites } from '../thousand-writes/tree-writes.fixture.ts';
import { type Exporting, exported, exporting, fragmentOn, type Line, linesOf, makesExports } from './export.fixture.ts';
import type { RecordTypeName } from './record-types.ts';

const platform = testPlatform();
const types: RecordTypeName[] = [
  ...(['Unit', 'Team', 'Person', 'Restructuring', 'Household', 'Resident', 'Visit', 'Request', 'Call'] as const),
  ...(['Organization', 'PartyOrganization', 'PartyPost', 'CoverageLink'] as const),
];
const everything = scopes.filter((scope) => !['town:read', 'record:export'].includes(scope)).map(permissionName);

const writes = { ...residentsWrites, ...partyWrites, ...treeWrites };
const which = fc.nat(10_000);
const dayIn = (year: number) =>
  fc
    .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
    .map(({ month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const write = fc.record({
  verb: fc.constantFrom(...Object.keys(writes)),
  choice: fc.record({ a: which, b: which, c: which, early: dayIn(2023), middle: dayIn(2024), day: dayIn(2025) }),
});

/** What somebody has of a town who took an export and after it what had changed. */
function take(records: Map<string, Data>, lines: readonly Line[]): Map<string, Data> {
  const taken = new Map(records);
  for (const { id, record } of lines) {
    if (record === null) taken.delete(id);
    else taken.set(id, record);
  }
  return taken;
}

it(
  'after random writes and restructurings, an export with all that changed since is what a later one of everything is',
  async () => {
    await makesExports(platform);
    const made = await townToWriteIn(platform);
    const of = await exporting(platform, made.town, everything);
    const fragments = types.map(fragmentOn).join('\n');
    // Said where it fails, so that it can be done again.
    const seed = Date.now() % 1_000_000;
    const [whichOne] = [fc.sample(fc.nat(100), { seed, numRuns: 3 * times })];
    const all = fc.sample(write, { seed, numRuns: 2500 * times });
    let index = 0;
    const done: string[] = [];
    const held: { export: Data; records: Map<string, Data> }[] = [];
    const first = await exported(of, { fragments, purpose: 'CHECK' });
    held.push({ export: first, records: take(new Map(), await linesOf(of, first)) });
    for (let round = 0; round < 3 * times; round++) {
      for (const before = done.length; done.length < before + 60; index++) {
        const { verb, choice } = all[index] ?? { verb: '', choice: undefined };
        if (!choice) throw new Error(`No writes are left, seed ${seed}`);
        if (await writes[verb]?.(made, { index, ...choice })) done.push(verb);
      }
      // Since any of the earlier ones that are kept, ten with those of everything, and not only the last.
      const kept = held.slice(-4);
      const since = kept[(whichOne[round] ?? 0) % kept.length];
      const changed = await exported(of, { since: since?.export.id, purpose: 'CHECK' });
      const lines = await linesOf(of, changed);
      const records = take(since?.records ?? new Map(), lines);
      expect(lines.length, `seed ${seed}`).toBeGreaterThan(0);
      const later = take(new Map(), await linesOf(of, await exported(of, { fragments, purpose: 'CHECK' })));
      expect(sorted(records), `round ${round}, seed ${seed}`).toEqual(sorted(later));
      held.push({ export: changed, records });
    }
    expect(new Set(done).size, `seed ${seed}`).toBeGreaterThan(20);
  },
  180_000 * times,
);

const sorted = (records: Map<string, Data>) => Object.fromEntries([...records].sort(([a], [b]) => (a < b ? -1 : 1)));

it('what is there no more, or not within the reach of the token any more, is told to be gone, once', async () => {
  await makesExports(platform);
  const town = await platform.newTown();
  const of: Exporting = await exporting(platform, town, ['PERSON_REGISTER', 'RESTRUCTURING_READ', 'UNIT_RESTRUCTURE']);
  const [stays, goes] = [await town.person('张'), await town.person('李')];
  const steps = [{ open: { ref: 'a', kind: 'VILLAGE', name: '新村' } }];
  const drafting = { town: town.code, effectiveOn: '2027-01-01', reason: '新设', steps };
  const draft = (await town.admin.do('draftRestructuring', drafting, 'restructuring { id }')).restructuring.id;
  const before = await exported(of, {
    fragments: 'fragment P on Person { name } fragment R on Restructuring { reason }',
  });
  expect((await linesOf(of, before)).map(({ id }) => id)).toEqual(expect.arrayContaining([stays, goes, draft]));
  await platform.database.sql(`delete from person where town_id = $1 and name = '李'`, [town.code]);
  const scope = 'town:read record:export person:register restructuring:read';
  const narrow = { ...of, client: await clientOf(platform, of.application, scope) };
  const after = await exported(narrow, { since: before.id });
  const lines = await linesOf(narrow, after);
  expect(new Map(lines.map(({ id, record }) => [id, record]))).toEqual(
    new Map([
      [goes, null],
      [draft, null],
    ]),
  );
  expect(after.counts).toEqual([
    { type: 'Person', records: 0, gone: 1 },
    { type: 'Restructuring', records: 0, gone: 1 },
  ]);
  expect(await linesOf(narrow, await exported(narrow, { since: after.id }))).toEqual([]);
});
