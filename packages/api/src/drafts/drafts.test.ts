import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { draft } from '../restructurings/restructuring.fixture.ts';

const platform = testPlatform();

it('a draft is warned once of each other draft, which names some of the units and counts the rest', async () => {
  const town = await platform.newTown();
  const blocks: string[] = [];
  for (const name of ['甲块', '乙块', '丙块', '丁块', '戊块']) blocks.push(await town.openUnit({ name }));
  const rename = (some: string[]) => some.map((unit, index) => ({ rename: { unit, name: `新${index}块` } }));
  await draft(town, '2027-01-01', rename(blocks), '整片更名');
  await draft(town, '2027-01-01', rename(blocks.slice(0, 2)), '两个更名');
  const { checks } = (
    await town.admin.do(
      'draftRestructuring',
      { town: town.code, effectiveOn: '2027-01-01', reason: '又更名', steps: rename(blocks) },
      'restructuring { checks { severity code message units { name } } }',
    )
  ).restructuring;
  expect(checks).toEqual([
    {
      severity: 'WARNING',
      code: 'otherDraftMany',
      message: 'Another draft changes 新0块、新1块、新2块 and others as well, 5 units in all: 2027-01-01 “整片更名”.',
      units: [0, 1, 2, 3, 4].map((index) => ({ name: `新${index}块` })),
    },
    {
      severity: 'WARNING',
      code: 'otherDraft',
      message: 'Another draft changes 新0块、新1块 as well: 2027-01-01 “两个更名”.',
      units: [{ name: '新0块' }, { name: '新1块' }],
    },
  ]);
});

it('the steps of a draft name at most 3,000 units and teams together', async () => {
  const town = await platform.newTown();
  const block = await town.openUnit();
  const move = (count: number) => ({
    move: { units: Array.from({ length: count }, () => block), parent: town.unit(1) },
  });
  const drafting =
    'mutation($input: DraftRestructuringInput!) { draftRestructuring(input: $input) { restructuring { id } } }';
  const draft = (steps: object[]) => town.admin.send(drafting, { input: { town: town.code, reason: '试', steps } });
  const full = Array.from({ length: 6 }, () => move(499));
  expect((await draft(full)).errors).toEqual([]);
  const { errors } = await draft([...full, { rename: { unit: block, name: '新名' } }]);
  expect(errors.map(({ extensions }) => [extensions.code, extensions.field])).toEqual([['BAD_INPUT', 'input.steps']]);
});

it('a town has at most a hundred open drafts, and room for another when one is dropped', async () => {
  const town = await platform.newTown();
  const steps = [{ open: { ref: 'a', kind: 'VILLAGE', name: '新村' } }];
  const input = { town: town.code, effectiveOn: '2027-01-01', reason: '新设', steps };
  const draw = 'draftRestructuring(input: $input) { restructuring { id } }';
  const twenty = Array.from({ length: 20 }, (_, index) => `d${index}: ${draw}`).join(' ');
  for (let round = 0; round < 5; round++) {
    await town.admin.ask(`mutation($input: DraftRestructuringInput!) { ${twenty} }`, { input });
  }
  await changesNothing(platform, town, async () => {
    const refused = { code: 'LIMIT_EXCEEDED', field: 'input.town' };
    expect(await town.admin.refused('draftRestructuring', input)).toEqual(refused);
  });
  const { town: read } = await town.admin.ask(
    'query($code: RegisterCode!) { town(code: $code) { restructurings(first: 1, status: [DRAFT]) { totalCount nodes { id } } } }',
    { code: town.code },
  );
  expect(read.restructurings.totalCount).toBe(100);
  await town.admin.do('dropDraft', { draft: read.restructurings.nodes[0].id }, 'restructuring { status }');
  await draft(town, '2027-01-01', steps);
});
