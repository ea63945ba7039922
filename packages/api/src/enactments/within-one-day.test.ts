import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { apply, draft, treeOn } from '../restructurings/restructuring.fixture.ts';

const platform = testPlatform();
const day = '2024-05-05';

async function lifeOf(town: TestTown, id: string): Promise<Data> {
  const { unit } = await town.admin.ask(
    'query($id: ID!) { unit(id: $id) { status validFrom validTo versions { validFrom validTo } } }',
    { id },
  );
  return unit;
}

it('a unit that is closed, merged or split on its first day stands again when that is undone', async () => {
  const town = await platform.newTown();
  const village = await town.openUnit({ kind: 'VILLAGE', name: '日村', parent: undefined, from: day });
  const other = await town.openUnit({ kind: 'VILLAGE', name: '月村', parent: undefined, from: day });
  const before = [await lifeOf(town, village), await treeOn(town, day)];
  expect(before[0]).toMatchObject({ status: 'ACTIVE', validFrom: day, validTo: null });
  const part = (ref: string) => ({ open: { ref, kind: 'VILLAGE', name: `日村${ref}` } });
  const ways = [
    [{ close: { unit: village } }],
    [{ merge: { units: [village], into: other } }],
    [part('a'), part('b'), { split: { unit: village, into: [{ unit: '#a' }, { unit: '#b' }], heir: '#a' } }],
  ];
  for (const steps of ways) {
    const restructuring = await apply(town, day, steps);
    expect((await lifeOf(town, village)).status).toBe('CLOSED');
    await town.admin.do('undoRestructuring', { restructuring, reason: '撤回' }, 'restructuring { id }');
    expect([await lifeOf(town, village), await treeOn(town, day)]).toEqual(before);
  }
  const block = await town.openUnit({ parent: village, name: '日块', from: day });
  await town.admin.do('registerHouseholds', { block, codes: ['日1'], from: day }, 'households { id }');
});

it('a block does not close in favour of what is no block while teams or households are on it', async () => {
  const town = await platform.newTown();
  const block = await town.openUnit({ from: '2024-01-01' });
  const close = [{ close: { unit: block, heir: town.unit(0) } }];
  await town.formTeam(block);
  const codes = async () => (await draft(town, '2027-01-01', close)).checks.map(({ code, field }) => [code, field]);
  expect(await codes()).toContainEqual(['teamsWithoutBlock', 'input.steps.0.close.unit']);
  await town.admin.do('registerHouseholds', { block, codes: ['甲1'] }, 'households { id }');
  expect(await codes()).toContainEqual(['householdsWithoutBlock', 'input.steps.0.close.unit']);
});

it('a difference tells what units went into, also over several days', async () => {
  const town = await platform.newTown();
  const open = (name: string) => town.openUnit({ kind: 'VILLAGE', name, parent: undefined, from: '2024-01-01' });
  const [a, b, c] = [await open('甲村'), await open('乙村'), await open('丙村')];
  const merging = [{ open: { ref: 'n', kind: 'VILLAGE', name: '新村' } }, { merge: { units: [a, b], into: '#n' } }];
  const { difference } = (
    await town.admin.do(
      'draftRestructuring',
      { town: town.code, effectiveOn: '2024-02-01', reason: '合并', steps: merging },
      'restructuring { difference { units { unit { name } predecessors { name } successors { name } } } }',
    )
  ).restructuring;
  expect(difference.units).toEqual([
    { unit: { name: '甲村' }, predecessors: [], successors: [{ name: '新村' }] },
    { unit: { name: '新村' }, predecessors: [{ name: '甲村' }, { name: '乙村' }], successors: [] },
    { unit: { name: '乙村' }, predecessors: [], successors: [{ name: '新村' }] },
  ]);
  await apply(town, '2024-02-01', merging);
  const changes = `query($code: RegisterCode!, $to: Date!) { town(code: $code) { changes(from: "2024-01-31", to: $to) {
    unit { id name } predecessors { name } successors { name } } } }`;
  const on = async (to: string) => (await town.admin.ask(changes, { code: town.code, to })).town.changes;
  const merged = (await on('2024-02-01')).map(({ unit: { name }, ...links }: Data) => ({ unit: { name }, ...links }));
  expect(merged).toEqual(difference.units);
  const { id } = (await on('2024-02-01')).find(({ unit }: Data) => unit.name === '新村').unit;
  await apply(town, '2024-03-01', [{ merge: { units: [id], into: c } }]);
  expect((await on('2024-03-01')).map(({ unit, successors }: Data) => [unit.name, successors])).toEqual([
    ['甲村', [{ name: '丙村' }]],
    ['乙村', [{ name: '丙村' }]],
  ]);
});

it('what a draft opens cannot end in the same draft', async () => {
  const town = await platform.newTown();
  const open = (ref: string) => ({ open: { ref, kind: 'VILLAGE', name: `${ref}村` } });
  const cases: [object[], string][] = [
    [[open('a'), open('b'), { merge: { units: ['#a'], into: '#b' } }], 'input.steps.2.merge.units'],
    [[open('a'), { close: { unit: '#a' } }], 'input.steps.1.close.unit'],
    [[open('a'), { close: { unit: '#a', heir: town.unit(0) } }], 'input.steps.1.close.unit'],
    [
      [open('a'), open('b'), open('c'), { split: { unit: '#a', into: [{ unit: '#b' }, { unit: '#c' }], heir: '#b' } }],
      'input.steps.3.split.unit',
    ],
  ];
  for (const [steps, field] of cases) {
    const { id, checks } = await draft(town, '2027-01-01', steps);
    expect(checks).toMatchObject([{ severity: 'ERROR', code: 'endsWhereOpened', field }]);
    expect((await town.admin.refused('applyDraft', { draft: id })).code).toBe('CONFLICT');
    await town.admin.do('dropDraft', { draft: id }, 'restructuring { id }');
  }
  expect(platform.faults).toEqual([]);
});
