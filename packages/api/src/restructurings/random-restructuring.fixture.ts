import { randomUUID } from 'node:crypto';
import type { ModelStep, ModelTown, ModelUnit } from './town-model.fixture.ts';

/** Random numbers that decide what a restructuring is about. */
export interface Choice {
  verb: 'open' | 'rename' | 'changeKind' | 'move' | 'merge' | 'mergeNew' | 'split' | 'transfer' | 'close';
  a: number;
  b: number;
  c: number;
}

let count = 0;

/**
 * Makes the steps of a random restructuring of a town as it is on a day, as input for the platform and for the model.
 * Units that it opens are named `#ref` in the input and by the id in `refs` in the model. Undefined where the town has
 * nothing for it. Most are valid; some are refused.
 */
export function randomSteps(town: ModelTown, { verb, a, b, c }: Choice) {
  const refs = new Map<string, string>();
  const villages = [...town.units].filter(([, unit]) => unit.kind !== 'BLOCK');
  const blocks = [...town.units].filter(([, unit]) => unit.kind === 'BLOCK');
  const all = a % 2 === 0 ? villages : blocks;
  const [first, second] = [at(all, b), at(all, c)];
  if (!first || !second) return undefined;
  const [id, unit] = first;
  const name = `名${++count}`;
  const open = (kind: ModelUnit['kind'], parent: string | null) => {
    const ref = `r${++count}`;
    const opened = randomUUID();
    refs.set(ref, opened);
    return {
      ref: `#${ref}`,
      opened,
      input: { open: { ref, kind, name: `名${count}`, ...(parent ? { parent } : {}) } },
      step: { verb: 'open' as const, unit: opened, name: `名${count}`, kind, parent },
    };
  };
  const made = (input: object[], steps: ModelStep[]) => ({ input, steps, refs });

  switch (verb) {
    case 'open': {
      const [parent = null, above] = at(villages, c) ?? [];
      const isBlock = parent !== null && a % 2 === 1;
      const { input, step } = open(
        isBlock ? 'BLOCK' : 'VILLAGE',
        isBlock || above?.kind === 'COMMUNITY' ? parent : null,
      );
      return made([input], [step]);
    }
    case 'rename':
      return made([{ rename: { unit: id, name } }], [{ verb: 'rename', unit: id, name }]);
    case 'changeKind': {
      // Under a community a unit can be a village or a block.
      const free = [...town.units].filter(([, { parent }]) => parent && town.units.get(parent)?.kind === 'COMMUNITY');
      const [changed, { kind: old }] = (c % 2 ? at(free, b) : undefined) ?? first;
      const kind = old !== 'VILLAGE' ? 'VILLAGE' : c % 2 ? 'BLOCK' : 'COMMITTEE';
      return made([{ changeKind: { unit: changed, kind } }], [{ verb: 'changeKind', unit: changed, kind }]);
    }
    case 'move': {
      const [block, parent] = [at(blocks, b)?.[0], at(villages, c)?.[0]];
      if (!block || !parent) return undefined;
      return made([{ move: { units: [block], parent } }], [{ verb: 'move', units: [block], parent }]);
    }
    case 'close':
      if (id === second[0]) return undefined;
      return made([{ close: { unit: id, heir: second[0] } }], [{ verb: 'merge', units: [id], into: second[0] }]);
    case 'merge':
      if (id === second[0]) return undefined;
      return made([{ merge: { units: [id], into: second[0] } }], [{ verb: 'merge', units: [id], into: second[0] }]);
    case 'mergeNew': {
      const { ref, opened, input, step } = open(unit.kind, unit.parent);
      const units = [...new Set([id, second[0]])];
      return made([input, { merge: { units, into: ref } }], [step, { verb: 'merge', units, into: opened }]);
    }
    case 'transfer': {
      const [from, to] = [at(blocks, b)?.[0], at(blocks, c)?.[0]];
      if (!from || !to || from === to) return undefined;
      const held = [...town.households].filter(([, block]) => block === from).map(([household]) => household);
      const households = a % 2 && held.length > 0 ? held.slice(0, 1 + (a % held.length)) : null;
      return made(
        [{ transferHouseholds: { from, to, ...(households ? { households } : {}) } }],
        [{ verb: 'transfer', from, to, households }],
      );
    }
    case 'split': {
      const [one, two] = [open(unit.kind, unit.parent), open(unit.kind, unit.parent)];
      const some = <Key>(places: Map<Key, { parent?: string | null } | string>) =>
        [...places]
          .filter(([, place]) => (typeof place === 'string' ? place : place.parent) === id)
          .map(([key]) => key)
          .filter((_, index) => (a >> index) % 2 === 1);
      const taken = { units: some(town.units), teams: some(town.teams), households: some(town.households) };
      const rest = { units: [], teams: [], households: [] };
      const split = {
        unit: id,
        heir: two.ref,
        into: [
          { unit: one.ref, ...taken },
          { unit: two.ref, ...rest },
        ],
      };
      const parts = [
        { unit: one.opened, ...taken },
        { unit: two.opened, ...rest },
      ];
      return made(
        [one.input, two.input, { split }],
        [one.step, two.step, { verb: 'split', unit: id, parts, heir: two.opened }],
      );
    }
  }
}

function at<Item>(items: readonly Item[], index: number): Item | undefined {
  return items[index % items.length];
}
