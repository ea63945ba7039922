import { describe, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { apply, dependentsOf, register, undo } from './restructuring.fixture.ts';

const platform = testPlatform();
const [begins, day, after] = ['2023-01-01', '2024-03-01', '2024-04-01'];

/** A town with three blocks under one village. */
async function blocks() {
  const town = await platform.newTown();
  const open = (name: string) => town.openUnit({ name, from: begins });
  return { town, a: await open('东块'), b: await open('西块'), c: await open('北块') };
}

/** Expects that a restructuring cannot be undone before another, and that trying changes nothing. */
async function expectNeeded(town: TestTown, id: string, later: string): Promise<void> {
  expect(await dependentsOf(town, id)).toEqual([{ kind: 'RESTRUCTURING', count: 1, restructuring: { id: later } }]);
  await changesNothing(platform, town, async () => {
    const refusal = await town.admin.refused('undoRestructuring', { restructuring: id, reason: '误' });
    expect(refusal).toEqual({ code: 'CONFLICT', field: 'input.restructuring' });
  });
}

describe('a restructuring is not undone before a later one that', () => {
  it('took on the households that come after its day', async () => {
    const { town, a, b, c } = await blocks();
    await register(town, a, '2024-06-01');
    const first = await apply(town, day, [{ merge: { units: [a], into: b } }]);
    const second = await apply(town, after, [{ merge: { units: [b], into: c } }]);
    await expectNeeded(town, first, second);
    await undo(town, second);
    await undo(town, first);
  });

  it('took on the role that it moved', async () => {
    const { town, a, b, c } = await blocks();
    await town.account('UNIT_OFFICER', { unit: a });
    const today = new Date().toISOString().slice(0, 10);
    const first = await apply(town, today, [{ merge: { units: [a], into: b } }]);
    const second = await apply(town, today, [{ merge: { units: [b], into: c } }]);
    await expectNeeded(town, first, second);
  });

  it('renames the unit into which it merged an empty one', async () => {
    const { town, a, b } = await blocks();
    const first = await apply(town, day, [{ merge: { units: [a], into: b } }]);
    const second = await apply(town, after, [{ rename: { unit: b, name: '合块' } }]);
    await expectNeeded(town, first, second);
  });
});
