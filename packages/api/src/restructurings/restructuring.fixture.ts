import type { Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';

/** A draft with what tests look at. */
export interface Draft {
  id: string;
  version: number;
  checks: { severity: string; code: string; step: number | null; field: string; units: { name: string }[] }[];
  difference: Data;
}

export const draftSelection = `restructuring { id version checks { severity code step field units { name } }
  difference { fingerprint units { unit { id name } changes day before { name parent { name } } after { name parent { name } } }
    teams { nameBefore nameAfter blockBefore { name } blockAfter { name } } households { from { name } to { name } count }
    posts { person title from { name } to { name } } accounts { account role from { name } to { name } gains { name } loses { name } }
    figures { figure before after } } }`;

/** Draws up a restructuring of a town. */
export async function draft(town: TestTown, effectiveOn: string, steps: object[], reason = '调整'): Promise<Draft> {
  const input = { town: town.code, effectiveOn, reason, steps };
  return (await town.admin.do('draftRestructuring', input, draftSelection)).restructuring;
}

/** Draws up a restructuring and applies it. Returns its id. */
export async function apply(town: TestTown, effectiveOn: string, steps: object[], reason?: string): Promise<string> {
  const { id } = await draft(town, effectiveOn, steps, reason);
  await town.admin.do('applyDraft', { draft: id }, 'restructuring { status }');
  return id;
}

/** The town's tree on a day: every node by its path of names. */
export async function treeOn(town: TestTown, asOf: string): Promise<string[]> {
  const { town: read } = await town.admin.ask(
    'query($code: RegisterCode!, $asOf: Date) { town(code: $code, asOf: $asOf) { tree { id parent name kind } } }',
    { code: town.code, asOf },
  );
  return pathsOf(read.tree);
}

/** Every node of a tree by its path of names and its kind. */
export function pathsOf(tree: Data[]): string[] {
  const paths = new Map<string, string>();
  for (const { id, parent, name } of tree) paths.set(id, parent ? `${paths.get(parent)}/${name}` : name);
  return tree.map(({ id, kind }) => `${paths.get(id)} ${kind}`).sort();
}

/** Undoes a restructuring. */
export async function undo(town: TestTown, restructuring: string): Promise<void> {
  await town.admin.do('undoRestructuring', { restructuring, reason: '撤回' }, 'restructuring { status }');
}

/** What keeps a restructuring from being undone. */
export async function dependentsOf(town: TestTown, id: string): Promise<Data[]> {
  const query = 'query($id: ID!) { dependents(restructuring: $id) { kind count restructuring { id } } }';
  return (await town.admin.ask(query, { id })).dependents;
}

let count = 0;

/** Registers households in a block from a day on. Returns their ids. */
export async function register(town: TestTown, block: string, from: string, many = 1): Promise<string[]> {
  const codes = Array.from({ length: many }, () => `户号${++count}`);
  const { households } = await town.admin.do('registerHouseholds', { block, codes, from }, 'households { id }');
  return households.map((household: Data) => household.id);
}
