import type { PartyOrganizationKind } from './party-organization.entity.ts';
import type { PartyState, PartyTree } from './party-tree.ts';

/** A rule of the Party's tree that does not hold, on the first day on which it does not. */
export interface PartyFault {
  rule: 'parentMissing' | 'circle' | 'kindNotUnder' | 'groupAlone' | 'groupForm' | 'nameTaken';
  /** The Party organisation at fault. */
  party: string;
  /** What it collides with: what it is to stand under, or the one with the name. */
  other: string | null;
  day: string;
}

/**
 * What a Party organisation may stand under. A committee stands under a higher committee, and a group is a part of what it
 * stands under. Source: 中国共产党章程, chapter 5, and 中国共产党支部工作条例, art. 5.
 */
const mayStandUnder: Record<PartyOrganizationKind, readonly PartyOrganizationKind[]> = {
  COMMITTEE: ['COMMITTEE'],
  GENERAL_BRANCH: ['COMMITTEE'],
  BRANCH: ['COMMITTEE', 'GENERAL_BRANCH'],
  GROUP: ['COMMITTEE', 'GENERAL_BRANCH', 'BRANCH'],
};

/**
 * Checks the Party's tree from a day on, on every day on which it changes: every parent stands, nothing is above itself, kinds
 * fit, a group is neither alone nor joint, and names are one in the town. At most one fault for each of them and rule.
 */
export function partyFaults(tree: PartyTree, from: string, changed: ReadonlySet<string>): PartyFault[] {
  const faults = new Map<string, PartyFault>();
  for (const day of tree.boundaries(from)) {
    const states = tree.on(day);
    for (const fault of [...circles(states), ...misplaced(states), ...taken(states, changed)]) {
      const key = `${fault.rule} ${fault.party}`;
      if (!faults.has(key)) faults.set(key, { ...fault, day });
    }
  }
  return [...faults.values()];
}

type States = ReadonlyMap<string, Readonly<PartyState>>;
type Found = Omit<PartyFault, 'day'>;

function* misplaced(states: States): Generator<Found> {
  for (const [party, { kind, form, parent_id: other }] of states) {
    const parent = other === null ? undefined : states.get(other);
    if (other !== null && !parent) yield { rule: 'parentMissing', party, other };
    else if (parent && !mayStandUnder[kind].includes(parent.kind)) yield { rule: 'kindNotUnder', party, other };
    if (kind === 'GROUP' && other === null) yield { rule: 'groupAlone', party, other };
    if (kind === 'GROUP' && form !== 'INDEPENDENT') yield { rule: 'groupForm', party, other: null };
  }
}

function* circles(states: States): Generator<Found> {
  const grounded = new Set<string>();
  for (const party of states.keys()) {
    const path = new Set<string>();
    let next: string | null | undefined = party;
    while (next && !grounded.has(next) && !path.has(next)) {
      path.add(next);
      next = states.get(next)?.parent_id;
    }
    if (next && path.has(next)) {
      yield { rule: 'circle', party, other: next };
      return;
    }
    for (const each of path) grounded.add(each);
  }
}

function* taken(states: States, changed: ReadonlySet<string>): Generator<Found> {
  const names = new Map<string, string>();
  for (const [party, { name }] of states) {
    const other = names.get(name);
    // Of two that collide, the one that changed is at fault.
    if (other !== undefined) {
      yield changed.has(party)
        ? { rule: 'nameTaken', party, other }
        : { rule: 'nameTaken', party: other, other: party };
    }
    names.set(name, party);
  }
}
