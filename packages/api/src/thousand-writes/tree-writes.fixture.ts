import type { Data } from '../../test/client.ts';
import { attempt, type Choice, type Made, pick, type Write } from './made.fixture.ts';

/** Draws up a restructuring and applies it; drops it where it cannot be. */
async function restructure(made: Made, { day }: Choice, steps: object[]): Promise<boolean> {
  const drafts: string[] = [];
  const input = { town: made.town.code, effectiveOn: day, reason: '调整', steps };
  if (!(await attempt(made, 'draftRestructuring', input, 'restructuring { id }', drafts))) return false;
  const [draft] = drafts;
  if (await attempt(made, 'applyDraft', { draft }, 'restructuring { id }', made.restructurings)) {
    await listUnits(made);
    return true;
  }
  await attempt(made, 'dropDraft', { draft }, 'restructuring { id }');
  return false;
}

/** Lists the units that a restructuring has opened. */
async function listUnits({ town, units }: Made): Promise<void> {
  const query =
    'query($code: RegisterCode!) { town(code: $code) { units(kind: VILLAGE, first: 100) { nodes { id } } } }';
  const { nodes } = (await town.admin.ask(query, { code: town.code })).town.units;
  units.push(...nodes.map(({ id }: Data) => id).filter((id: string) => !units.includes(id)));
}

/** Random writes about the tree: what is settled for a unit bears on all that is in it. */
export const treeWrites: Record<string, Write> = {
  openUnit: (made, { index }) => {
    const input = { town: made.town.code, kind: 'VILLAGE', name: `第${index}村`, from: '2023-01-01' };
    return attempt(made, 'openUnit', input, 'unit { id }', made.units);
  },
  openBlock: (made, { index, a }) => {
    const input = {
      town: made.town.code,
      kind: 'BLOCK',
      parent: pick(made.units, a),
      name: `第${index}块区`,
      from: '2023-01-01',
    };
    return attempt(made, 'openUnit', input, 'unit { id }', made.blocks);
  },
  mergeUnits: (made, choice) =>
    restructure(made, choice, [{ merge: { units: [pick(made.units, choice.a)], into: pick(made.units, choice.b) } }]),
  splitUnit: (made, choice) => {
    const open = (ref: string) => ({ open: { ref, kind: 'VILLAGE', name: `第${choice.index}${ref}村` } });
    const split = { unit: pick(made.units, choice.a), heir: '#东', into: [{ unit: '#东' }, { unit: '#西' }] };
    return restructure(made, choice, [open('东'), open('西'), { split }]);
  },
  closeUnit: (made, choice) =>
    restructure(made, choice, [{ close: { unit: pick(made.units, choice.a), heir: pick(made.units, choice.b) } }]),
  moveBlock: (made, choice) =>
    restructure(made, choice, [{ move: { units: [pick(made.blocks, choice.a)], parent: pick(made.units, choice.b) } }]),
  mergeBlocks: (made, choice) =>
    restructure(made, choice, [{ merge: { units: [pick(made.blocks, choice.a)], into: pick(made.blocks, choice.b) } }]),
  undoRestructuring: (made, { a }) => {
    // Only the latest have nothing that rests on them.
    const restructuring = pick(made.restructurings.slice(-3), a);
    return attempt(made, 'undoRestructuring', { restructuring, reason: '撤回' }, 'restructuring { id }');
  },
};
