import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { times } from '../../test/times.ts';
import { byId, type Kind, kindsUnder, TreeModel } from './dated-tree.fixture.ts';

const platform = testPlatform();
let town: TestTown;
beforeAll(async () => {
  town = await platform.newTown();
});

/** Days two apart, so that every boundary has a day on it and a day before it of its own. */
const days = Array.from({ length: 8 }, (_, index) => `2024-03-${10 + index * 2}`);
const samples = ['2024-01-01', ...days.flatMap((day) => [dayBefore(day), day]), '2024-12-31'];

const day = fc.constantFrom(...days);
const name = fc.constantFrom('甲', '乙', '丙');
const which = fc.nat();
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ verb: fc.constant('open' as const), which, kind: fc.nat(), name, day }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('rename' as const), which, name, day }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('close' as const), which, day }) },
);
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

/** Tries a change on the platform, expects what the model expects, and lets the model follow. Answers whether it was done. */
async function attempt(model: TreeModel, each: Change): Promise<boolean> {
  const below = model.units.slice(1);
  if (each.verb === 'open') {
    const parents = model.units.filter((unit) => kindsUnder[unit.kind].length > 0);
    const parent = parents[each.which % parents.length];
    const kinds = parent ? kindsUnder[parent.kind] : [];
    const kind = kinds[each.kind % kinds.length];
    if (!parent || !kind) return false;
    const input = { town: town.code, parent: parent.id, kind, name: each.name, from: each.day };
    const may = model.mayOpen(parent, kind, each.name, each.day);
    const id = await run('openUnit', input, may);
    if (id !== undefined) model.open({ id, kind, parent: parent.id, from: each.day, name: each.name });
    return may;
  }
  const unit = below[each.which % below.length];
  if (!unit) return false;
  if (each.verb === 'rename') {
    const may = model.mayRename(unit, each.name, each.day);
    await run('renameUnit', { unit: unit.id, name: each.name, from: each.day }, may);
    if (may) model.rename(unit, each.name, each.day);
    return may;
  }
  const may = model.mayClose(unit, each.day);
  await run('closeUnit', { unit: unit.id, on: each.day }, may);
  if (may) model.close(unit, each.day);
  return may;
}

async function run(verb: string, input: Record<string, unknown>, may: boolean): Promise<string | undefined> {
  if (may) return (await town.admin.do(verb, input, 'unit { id }')).unit.id;
  const { code } = await town.admin.refused(verb, input);
  expect(['CONFLICT', 'BAD_INPUT']).toContain(code);
  return undefined;
}

async function compare(model: TreeModel): Promise<void> {
  const trees = samples.map((on, index) => `d${index}: tree(root: $root, asOf: "${on}") { id parent kind name }`);
  const units = model.units.map(
    ({ id }, index) => `u${index}: unit(id: "${id}") { versions { name validFrom validTo } }`,
  );
  const seen = await town.admin.ask(
    `query($code: RegisterCode!, $root: ID!) { town(code: $code) { ${trees.join(' ')} } ${units.join(' ')} }`,
    { code: town.code, root: model.units[0]?.id },
  );
  for (const [index, on] of samples.entries()) {
    const tree: { id: string; parent: string }[] = seen.town[`d${index}`];
    expect({ on, tree: tree.toSorted(byId) }).toEqual({ on, tree: model.treeOn(on) });
    const above = new Set([model.units[0]?.id]);
    for (const node of tree) {
      expect(above).toContain(node.parent);
      above.add(node.id);
    }
  }
  for (const [index, unit] of model.units.entries()) {
    expect(seen[`u${index}`].versions).toEqual(model.versions(unit));
  }
}

it(
  'reads on every day what a simple model of the changes says, whatever is opened, renamed and closed when',
  async () => {
    let done = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 4, maxLength: 16 }), async (changes) => {
        const root = { kind: 'COMMUNITY' as Kind, from: '2024-01-01', name: `社区${done + refused}` };
        const id = await town.openUnit({ ...root, parent: undefined });
        const model = new TreeModel({ ...root, id });
        for (const each of changes) {
          if (await attempt(model, each)) done++;
          else refused++;
        }
        await compare(model);
      }),
      { numRuns: 20 * times, endOnFailure: true },
    );
    expect(Math.min(done, refused)).toBeGreaterThan(25 * times);
    expect(await faultsInStore()).toEqual([]);
  },
  60_000 * times,
);

/** Versions that hold and overlap another of the unit, or that no version of their parent covers on some day. */
async function faultsInStore(): Promise<unknown[]> {
  return platform.database.sql(
    `with holding as (
       select unit_id, parent_id, valid_from, daterange(valid_from, valid_to) as period
       from unit_version where town_id = $1 and superseded_at is null),
     lives as (select unit_id, range_agg(period) as life from holding group by unit_id)
     select 'overlap' as fault, a.unit_id from holding a join holding b
       on a.unit_id = b.unit_id and a.valid_from < b.valid_from and a.period && b.period
     union all
     select 'orphan', h.unit_id from holding h left join lives l on l.unit_id = h.parent_id
       where h.parent_id is not null and not coalesce(l.life @> h.period, false)`,
    [town.code],
  );
}

function dayBefore(on: string): string {
  return new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10);
}
