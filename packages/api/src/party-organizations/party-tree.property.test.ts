import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayBefore } from '../today.ts';
import { partyOrganizationForms, partyOrganizationKinds } from './party-organization.entity.ts';
import { changed, dissolved, founded, merged, type PartyPatch } from './party-steps.ts';
import { PartyTree } from './party-tree.ts';
import { partyFaults } from './party-tree-rules.ts';

/** Days two apart, so that every boundary has a day before it of its own. */
const days = Array.from({ length: 8 }, (_, index) => `2024-03-${10 + index * 2}`);
const samples = [...days.flatMap((day) => [dayBefore(day), day]), '2024-12-31'];

const day = fc.constantFrom(...days);
const which = fc.nat({ max: 30 });
const kind = fc.constantFrom(...partyOrganizationKinds);
const form = fc.constantFrom(...partyOrganizationForms);
const name = fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己', '庚', '辛');
const seat = fc.constantFrom('unit_id', 'organization_id', 'industry_id', undefined).map((at) => ({
  ...{ unit_id: null, organization_id: null, industry_id: null },
  ...(at ? { [at]: `a ${at}` } : {}),
}));
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ verb: fc.constant('found' as const), which, kind, form, name, seat, day }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ verb: fc.constant('change' as const), which, day },
      ...{ kind: fc.option(kind), form: fc.option(form), name: fc.option(name), seat: fc.option(seat) },
      parent: fc.option(which),
    }),
  },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('merge' as const), which, others: fc.array(which), day }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('dissolve' as const), which, day }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** The Party organisation that a number means among those that stand on a day. */
function standing(tree: PartyTree, number: number, on: string): string | undefined {
  const ids = [...tree.on(on).keys()];
  return ids[number % ids.length];
}

/** What a step makes of the tree, and which Party organisations it is about; undefined where there are none for it. */
function taken(tree: PartyTree, each: Step): { after: PartyTree; about: string[] } | undefined {
  const one = standing(tree, each.which, each.day);
  if (each.verb === 'found') {
    const uuid = `p${tree.lines.length}`;
    const state = { name: each.name, kind: each.kind, form: each.form, parent_id: one ?? null, ...each.seat };
    return { after: founded(tree, uuid, each.day, state), about: [uuid] };
  }
  if (one === undefined) return undefined;
  if (each.verb === 'dissolve') return { after: dissolved(tree, one, each.day), about: [one] };
  if (each.verb === 'merge') {
    const others = new Set(each.others.flatMap((other) => standing(tree, other, each.day) ?? []));
    others.delete(one);
    return { after: merged(tree, others, one, each.day), about: [one, ...others] };
  }
  const parent = each.parent === null ? null : standing(tree, each.parent, each.day);
  const patch: PartyPatch = {
    ...(each.kind && { kind: each.kind }),
    ...(each.form && { form: each.form }),
    ...(each.name && { name: each.name }),
    ...(each.seat && { seat: each.seat }),
    ...(parent != null && { parent_id: parent }),
  };
  return { after: changed(tree, one, each.day, patch), about: [one] };
}

it('whatever is founded, changed, merged and dissolved when, the tree holds on every day', () => {
  let done = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 8, maxLength: 30 }), (steps) => {
      let tree = new PartyTree([]);
      for (const each of steps) {
        const next = taken(tree, each);
        if (!next) continue;
        if (partyFaults(next.after, each.day, new Set(next.about)).length > 0) {
          refused++;
          continue;
        }
        done++;
        // What was before the day of a change stays as it was.
        for (const on of samples.filter((sample) => sample < each.day)) expect(next.after.on(on)).toEqual(tree.on(on));
        tree = next.after;
        holds(tree);
      }
    }),
    { numRuns: 300, endOnFailure: true },
  );
  expect(Math.min(done, refused)).toBeGreaterThan(500);
});

/** What must hold of a tree, told otherwise than by the rules that keep it so. */
function holds(tree: PartyTree): void {
  for (const { uuid, versions } of tree.lines) {
    for (const [index, { from, to, state }] of versions.entries()) {
      expect(to === null || to > from, 'versions hold a day').toBe(true);
      const next = versions[index + 1];
      if (next) expect(to, `versions of ${uuid} follow each other`).toBe(next.from);
      const seats = [state.unit_id, state.organization_id, state.industry_id].filter((each) => each !== null);
      expect(seats.length, 'one seat').toBeLessThanOrEqual(1);
    }
  }
  for (const on of samples) {
    const states = tree.on(on);
    const depths = [...states.keys()].map((uuid) => {
      let [depth, at] = [0, states.get(uuid)];
      while (at && at.parent_id !== null && depth <= states.size) {
        expect(states.has(at.parent_id), `${on}: what is above stands`).toBe(true);
        at = states.get(at.parent_id);
        depth++;
      }
      return depth;
    });
    expect(Math.max(0, ...depths), `${on}: no circle`).toBeLessThan(Math.max(1, states.size));
    const names = [...states.values()].map((state) => state.name);
    expect(new Set(names).size).toBe(names.length);
    for (const { kind, form, parent_id } of states.values()) {
      if (kind === 'GROUP') expect([form, parent_id === null]).toEqual(['INDEPENDENT', false]);
      const above = parent_id === null ? undefined : states.get(parent_id)?.kind;
      if (above && above !== 'COMMITTEE') {
        expect(partyOrganizationKinds.indexOf(above)).toBeLessThan(partyOrganizationKinds.indexOf(kind));
      }
    }
  }
}
