import { describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { apply, draft, register } from '../restructurings/restructuring.fixture.ts';

const platform = testPlatform();
const [begins, day] = ['2023-01-01', '2024-03-01'];

/** A village with two blocks, a household in the first, and an overlay's block; a block of another village. */
async function blocks() {
  const town = await platform.newTown();
  const open = (name: string, more = {}) => town.openUnit({ from: begins, name, ...more });
  const village = await open('东村', { parent: undefined, kind: 'VILLAGE' });
  const { overlay } = await town.admin.do(
    'openOverlay',
    { town: town.code, name: '籍贯', from: begins },
    'overlay { id }',
  );
  const [a, b] = [await open('1块', { parent: village }), await open('2块', { parent: village })];
  const overlaid = await open('安徽', { parent: village, overlay: overlay.id });
  const [household] = await register(town, a, begins);
  return { town, village, a, b, overlaid, household, other: await open('外块') };
}

describe('a step is refused, on the member at fault,', () => {
  it('where it contradicts itself or does not fit what is there', async () => {
    const { town, village, a, b, overlaid, household, other } = await blocks();
    const opened = [
      { open: { ref: 'x', kind: 'VILLAGE', name: '甲村' } },
      { open: { ref: 'y', kind: 'VILLAGE', name: '乙村' } },
    ];
    const split = (into: object[], heir: string, unit = village) => [...opened, { split: { unit, into, heir } }];
    const wrong: [object[], string, string][] = [
      [split([{ unit: '#x' }], '#y'), 'heirIsNoPart', 'split.heir'],
      [split([{ unit: '#x' }, { unit: village }], '#x'), 'partIsItself', 'split.into'],
      [split([{ unit: '#x' }, { unit: village }], village), 'partIsItself', 'split.into'],
      [
        split(
          [
            { unit: '#x', units: [a] },
            { unit: '#x', units: [b] },
          ],
          '#x',
        ),
        'partTwice',
        'split.into',
      ],
      [split([{ unit: '#x', units: [other] }], '#x'), 'notUnderUnit', 'split.into'],
      [[{ close: { unit: a, heir: a } }], 'heirIsItself', 'close.heir'],
      [[{ merge: { units: [a], into: a } }], 'nothingToMerge', 'merge.units'],
      [[{ merge: { units: [a], into: overlaid } }], 'otherPartition', 'merge.into'],
      [[{ transferHouseholds: { from: a, to: overlaid } }], 'otherPartition', 'transferHouseholds.to'],
      [[{ transferHouseholds: { from: a, to: a } }], 'transferToItself', 'transferHouseholds.to'],
      [
        [{ transferHouseholds: { from: b, to: b, households: [household] } }],
        'transferToItself',
        'transferHouseholds.to',
      ],
    ];
    for (const [steps, check, member] of wrong) {
      const { id, checks } = await draft(town, day, steps);
      const field = `input.steps.${steps.length - 1}.${member}`;
      const errors = checks.filter(({ severity }) => severity === 'ERROR').map(({ code, field: at }) => [code, at]);
      expect({ steps, errors }).toEqual({ steps, errors: [[check, field]] });
      await changesNothing(platform, town, async () => {
        expect(await town.admin.refused('applyDraft', { draft: id })).toEqual({ code: 'BAD_INPUT', field });
      });
      await town.admin.do('dropDraft', { draft: id }, 'restructuring { status }');
    }
  });

  it('where households would be left without a block', async () => {
    const town = await platform.newTown();
    const community = await town.openUnit({ from: begins, parent: undefined, kind: 'COMMUNITY', name: '中社区' });
    const block = await town.openUnit({ from: begins, parent: community });
    await register(town, block, begins, 2);
    const { id, checks } = await draft(town, day, [{ changeKind: { unit: block, kind: 'VILLAGE' } }]);
    const field = 'input.steps.0.changeKind.unit';
    expect(checks).toMatchObject([{ severity: 'ERROR', code: 'householdsWithoutBlock', field }]);
    expect(await town.admin.refused('applyDraft', { draft: id })).toEqual({ code: 'CONFLICT', field });
  });
});

it('a draft that changes nothing is not applied', async () => {
  const { town, a } = await blocks();
  for (const steps of [[], [{ rename: { unit: a, name: '1块' } }]]) {
    const { id, checks } = await draft(town, day, steps);
    expect(checks[0]).toMatchObject({ severity: 'ERROR', code: 'draftChangesNothing', field: 'input.steps' });
    await changesNothing(platform, town, async () => {
      expect(await town.admin.refused('applyDraft', { draft: id })).toEqual({ code: 'CONFLICT', field: 'input.draft' });
    });
    await town.admin.do('dropDraft', { draft: id }, 'restructuring { status }');
  }
});

it('what undoes another is not undone itself', async () => {
  const { town, a } = await blocks();
  const id = await apply(town, day, [{ rename: { unit: a, name: '东块' } }]);
  const input = { restructuring: id, reason: '误' };
  const { restructuring } = await town.admin.do('undoRestructuring', input, 'restructuring { id }');
  await changesNothing(platform, town, async () => {
    const refusal = await town.admin.refused('undoRestructuring', { ...input, restructuring: restructuring.id });
    expect(refusal).toEqual({ code: 'CONFLICT', field: 'input.restructuring' });
  });
});

it('an officer draws up, revises, applies, drops and undoes nothing', async () => {
  const { town, village, a } = await blocks();
  const officer = await town.account('UNIT_OFFICER', { unit: village });
  const steps = [{ rename: { unit: a, name: '东块' } }];
  const applied = await apply(town, day, steps);
  const { id } = await draft(town, day, [{ rename: { unit: a, name: '西块' } }]);
  await changesNothing(platform, town, async () => {
    for (const [verb, input] of [
      ['draftRestructuring', { town: town.code, reason: '调整', steps }],
      ['reviseDraft', { draft: id, reason: '调整', steps }],
      ['applyDraft', { draft: id }],
      ['dropDraft', { draft: id }],
      ['undoRestructuring', { restructuring: applied, reason: '误' }],
    ] as const) {
      expect({ verb, ...(await officer.refused(verb, input)) }).toEqual({ verb, code: 'FORBIDDEN' });
    }
  });
});

it('a transfer that names nobody changes nothing, and leaves no lineage', async () => {
  const town = await platform.newTown();
  const [from, to] = [await town.openUnit({ from: '2024-01-01' }), await town.openUnit({ from: '2024-01-01' })];
  const { id, checks } = await draft(town, '2024-06-01', [{ transferHouseholds: { from, to, households: [] } }]);
  expect(checks.map(({ code }) => code)).toEqual(['draftChangesNothing', 'nothingChanges']);
  await town.admin.refused('applyDraft', { draft: id });
});

it('steps that take back what others did come to nothing together', async () => {
  const { town, a, b, village, household } = await blocks();
  const other = await town.openUnit({ kind: 'VILLAGE', name: '别村', parent: undefined, from: begins });
  const there = { transferHouseholds: { from: a, to: b, households: [household] } };
  const cases: object[][] = [
    [there, { transferHouseholds: { from: b, to: a, households: [household] } }],
    [{ rename: { unit: village, name: '另村' } }, { rename: { unit: village, name: '东村' } }],
    [{ move: { units: [a], parent: other } }, { move: { units: [a], parent: village } }],
  ];
  for (const steps of cases) {
    const { id, checks } = await draft(town, day, steps);
    expect(checks.map(({ severity, code }) => [severity, code])).toEqual([['ERROR', 'draftChangesNothing']]);
    expect((await town.admin.refused('applyDraft', { draft: id })).field).toMatch(/^input/);
    await town.admin.do('dropDraft', { draft: id }, 'restructuring { id }');
  }
  expect((await draft(town, day, [there])).checks).toEqual([]);
});
