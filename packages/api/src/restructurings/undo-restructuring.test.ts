import { describe, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
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

/** What keeps a restructuring from being undone, by kind; that it is refused, and that trying changes nothing. */
async function hangingOn(town: TestTown, id: string): Promise<Record<string, number>> {
  const dependents = await dependentsOf(town, id);
  await changesNothing(platform, town, async () => {
    const refusal = await town.admin.refused('undoRestructuring', { restructuring: id, reason: '误' });
    expect(refusal).toEqual({ code: 'CONFLICT', field: 'input.restructuring' });
  });
  return Object.fromEntries(dependents.map(({ kind, count }) => [kind, count]));
}

describe('a restructuring is not undone where there would be no place for', () => {
  it('teams and households of a block that it made of a village', async () => {
    const town = await platform.newTown();
    const community = await town.openUnit({ from: begins, parent: undefined, kind: 'COMMUNITY', name: '中社区' });
    const village = await town.openUnit({ from: begins, parent: community, kind: 'VILLAGE', name: '东村' });
    const id = await apply(town, day, [{ changeKind: { unit: village, kind: 'BLOCK' } }]);
    await town.admin.do('formTeam', { block: village, name: '组团', from: day }, 'team { id }');
    const [household] = await register(town, village, day, 2);
    await recordVisit(town, household, after);
    const person = await town.person();
    await town.admin.do('appointOfficer', { unit: village, person, title: 'OFFICER', from: day }, 'post { id }');
    // The post stays where it is: the unit is there all the same.
    expect(await hangingOn(town, id)).toEqual({ TEAM: 1, HOUSEHOLD: 2, VISIT: 1 });
  });

  it('what is dated into the time by which it let a block begin earlier', async () => {
    const { town, a } = await blocks();
    await apply(town, '2022-01-01', [{ beginEarlier: { unit: town.unit(0) } }]);
    const id = await apply(town, '2022-01-01', [{ beginEarlier: { unit: a } }]);
    const early = '2022-06-01';
    await town.admin.do('formTeam', { block: a, name: '组团', from: early }, 'team { id }');
    const [household] = await register(town, a, early, 2);
    await register(town, a, begins);
    await recordVisit(town, household, early);
    const person = await town.person();
    await town.admin.do('appointOfficer', { unit: a, person, title: 'OFFICER', from: early }, 'post { id }');
    expect(await hangingOn(town, id)).toEqual({ TEAM: 1, HOUSEHOLD: 2, POST: 1, VISIT: 1 });
  });

  it('nothing: what hangs on the rest of a unit’s life is no reason', async () => {
    const { town, a } = await blocks();
    await apply(town, '2022-01-01', [{ beginEarlier: { unit: town.unit(0) } }]);
    const id = await apply(town, '2022-01-01', [{ beginEarlier: { unit: a } }]);
    await town.formTeam(a);
    await register(town, a, begins);
    await undo(town, id);
  });
});

it('an undoing says of a post that had ended that it is held again', async () => {
  const { town, a } = await blocks();
  const person = await town.person('王书记');
  await town.admin.do('appointOfficer', { unit: a, person, title: 'OFFICER', from: begins }, 'post { id }');
  const restructuring = await apply(town, day, [{ close: { unit: a, officers: 'END' } }]);
  const selection =
    'restructuring { difference { posts { from { name } to { name } } } voids { difference { posts { from { name } to { name } } } } }';
  const { restructuring: undoing } = await town.admin.do(
    'undoRestructuring',
    { restructuring, reason: '误' },
    selection,
  );
  expect(undoing.voids.difference.posts).toEqual([{ from: { name: '东块' }, to: null }]);
  expect(undoing.difference.posts).toEqual([{ from: null, to: { name: '东块' } }]);
});
