import { expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { apply, dependentsOf, draft, undo } from '../restructurings/restructuring.fixture.ts';

const platform = testPlatform();
const [begins, early, day, late] = ['2023-01-01', '2023-06-01', '2024-03-01', '2024-06-01'];

async function openOverlay(town: TestTown, from: string): Promise<string> {
  return (await town.admin.do('openOverlay', { town: town.code, name: `籍贯${from}`, from }, 'overlay { id }')).overlay
    .id;
}

it('a block is opened in an overlay that is there on every day of its life, by a draft and at once', async () => {
  const town = await platform.newTown();
  const [closed, later] = [await openOverlay(town, begins), await openOverlay(town, late)];
  const standing = await openOverlay(town, early);
  await town.admin.do('closeOverlay', { overlay: closed, on: late }, 'overlay { id }');
  const village = await town.openUnit({ from: begins, parent: undefined, kind: 'VILLAGE', name: '东村' });
  const wrong = [
    { overlay: closed, kind: 'BLOCK', check: 'overlayClosed', code: 'CONFLICT' },
    { overlay: later, kind: 'BLOCK', check: 'overlayNotBegun', code: 'BAD_INPUT' },
    { overlay: standing, kind: 'VILLAGE', check: 'overlayNeedsBlock', code: 'BAD_INPUT' },
  ];
  for (const { overlay, kind, check, code } of wrong) {
    const open = { kind, name: '安徽', overlay, ...(kind === 'BLOCK' ? { parent: village } : {}) };
    const { id, checks } = await draft(town, day, [{ open: { ref: 'n', ...open } }]);
    expect(checks).toMatchObject([{ severity: 'ERROR', code: check, field: 'input.steps.0.open.overlay' }]);
    await changesNothing(platform, town, async () => {
      const drafted = await town.admin.refused('applyDraft', { draft: id });
      expect({ check, ...drafted }).toEqual({ check, code, field: 'input.steps.0.open.overlay' });
      const opened = await town.admin.refused('openUnit', { town: town.code, ...open, from: day });
      expect({ check, ...opened }).toEqual({ check, code, field: 'input.overlay' });
    });
    await town.admin.do('dropDraft', { draft: id }, 'restructuring { status }');
  }
  await apply(town, late, [{ open: { ref: 'n', kind: 'BLOCK', name: '安徽', overlay: later, parent: village } }]);
});

it('a block of an overlay stays a block and begins no earlier than the overlay', async () => {
  const town = await platform.newTown();
  const community = await town.openUnit({ from: begins, parent: undefined, kind: 'COMMUNITY', name: '中社区' });
  const block = await town.openUnit({ from: day, parent: community, overlay: await openOverlay(town, day) });
  const earlier = await draft(town, early, [{ beginEarlier: { unit: block } }]);
  expect(earlier.checks).toMatchObject([{ code: 'overlayNotBegun', field: 'input.steps.0.beginEarlier.unit' }]);
  await town.admin.do('dropDraft', { draft: earlier.id }, 'restructuring { status }');
  const changed = await draft(town, late, [{ changeKind: { unit: block, kind: 'VILLAGE' } }]);
  expect(changed.checks).toMatchObject([{ code: 'overlayNeedsBlock', field: 'input.steps.0.changeKind.kind' }]);
});

it('the end of a block is not undone where its overlay has been closed', async () => {
  const town = await platform.newTown();
  const overlay = await openOverlay(town, begins);
  const block = await town.openUnit({ from: begins, overlay });
  const id = await apply(town, day, [{ close: { unit: block } }]);
  expect(await dependentsOf(town, id)).toEqual([]);
  await town.admin.do('closeOverlay', { overlay, on: late }, 'overlay { id }');
  expect(await dependentsOf(town, id)).toMatchObject([{ kind: 'TREE_RULE' }]);
  expect((await town.admin.refused('undoRestructuring', { restructuring: id, reason: '误' })).code).toBe('CONFLICT');
  const other = await apply(town, day, [{ rename: { unit: town.unit(1), name: '新名' } }]);
  await undo(town, other);
});
