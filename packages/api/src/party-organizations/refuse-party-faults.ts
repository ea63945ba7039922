import { badInput, conflict } from '../errors.ts';
import type { PartyTree } from './party-tree.ts';
import { partyFaults } from './party-tree-rules.ts';

/**
 * Refuses what a change makes of the Party's tree, from its day on, where a rule of the tree does not hold.
 * Errors: BAD_INPUT on input.form or CONFLICT on input.name, or CONFLICT on `field`, which decides on where things stand.
 */
export function refusePartyFaults(tree: PartyTree, from: string, changed: ReadonlySet<string>, field: string): void {
  const [fault] = partyFaults(tree, from, changed);
  if (!fault) return;
  const { rule, party, other, day } = fault;
  const names = { party: tree.nameOn(party, day), other: other === null ? '' : tree.nameOn(other, day), date: day };
  switch (rule) {
    case 'nameTaken':
      throw conflict('nameTaken', 'input.name');
    case 'groupForm':
      throw badInput('input.form', 'partyGroupForm');
    case 'groupAlone':
      throw conflict('partyGroupAlone', field, names);
    case 'parentMissing':
      throw conflict('partyParentMissing', field, names);
    case 'circle':
      throw conflict('partyCircle', field, names);
    case 'kindNotUnder':
      throw conflict('partyKindNotUnder', field, names);
  }
}
