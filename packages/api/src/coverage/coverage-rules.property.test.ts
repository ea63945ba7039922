import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdsOn } from '../db/versions.ts';
import { changed, dissolved, founded, merged } from '../party-organizations/party-steps.ts';
import { PartyTree } from '../party-organizations/party-tree.ts';
import { partyFaults } from '../party-organizations/party-tree-rules.ts';
import { establishing } from '../standings/standing-of.ts';
import { dayBefore } from '../today.ts';
import { coverageWays } from './coverage.entity.ts';
import { type Link, type LinkSurroundings, linkFaults } from './coverage-rules.ts';
import { establishedIn } from './covers-of.ts';
import { handedOn } from './hand-on-links.ts';
import { endedOn, withLink } from './link-steps.ts';

const days = Array.from({ length: 6 }, (_, index) => `2024-03-${10 + index * 2}`);
const samples = [...days.flatMap((day) => [dayBefore(day), day]), '2024-12-31'];
const organizations = ['o1', 'o2', 'o3', 'o4'];
const lives = new Map([
  ['o1', { from: '2020-01-01', to: null }],
  ['o2', { from: '2020-01-01', to: null }],
  ['o3', { from: '2024-03-12', to: null }],
  ['o4', { from: '2020-01-01', to: '2024-03-18' }],
]);
const lifeOf: LinkSurroundings['lifeOf'] = (organization) => lives.get(organization);

const day = fc.constantFrom(...days);
const which = fc.nat({ max: 20 });
const organization = fc.constantFrom(...organizations);
const form = fc.constantFrom('INDEPENDENT' as const, 'JOINT' as const, 'FEDERATION' as const);
const seat = fc.constantFrom('unit' as const, ...organizations);
const covers = fc.uniqueArray(organization, { maxLength: 3 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ verb: fc.constant('found' as const), which, form, seat, covers, day }) },
  { weight: 3, arbitrary: fc.record({ verb: fc.constant('change' as const), which, form, seat, covers, day }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ verb: fc.constant('cover' as const), which, day, organization },
      way: fc.constantFrom(...coverageWays),
    }),
  },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('end' as const), which, day }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('merge' as const), which, other: which, form, day }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('dissolve' as const), which, day }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface World {
  tree: PartyTree;
  links: readonly Link[];
}

const seatIn = (at: string) => ({
  ...{ unit_id: at === 'unit' ? 'u' : null, organization_id: at === 'unit' ? null : at, industry_id: null },
});
const establishedWay = (made: string) => (made === 'JOINT' ? ('JOINT' as const) : ('INDEPENDENT' as const));

/** The world after a step; undefined where there is nothing for it, or a rule refuses it. */
function taken({ tree, links }: World, each: Step): World | undefined {
  const parties = [...tree.on(each.day).keys()];
  const one = parties[each.which % parties.length];
  const settle = (next: World, touched: readonly string[], joint?: string): World | undefined => {
    const around = { tree: next.tree, lifeOf };
    const enough = joint === undefined ? undefined : { party: joint, from: each.day };
    if (partyFaults(next.tree, each.day, new Set(touched)).length > 0) return undefined;
    return linkFaults(next.links, ({ party }) => touched.includes(party), around, enough).length > 0 ? undefined : next;
  };
  if (each.verb === 'found' || each.verb === 'change') {
    const uuid = each.verb === 'found' ? `p${tree.lines.length}` : one;
    if (uuid === undefined) return undefined;
    const made = { form: each.form, seat: seatIn(each.seat) };
    const state = { name: uuid, kind: 'BRANCH' as const, form: each.form, parent_id: null, ...made.seat };
    const after = each.verb === 'found' ? founded(tree, uuid, each.day, state) : changed(tree, uuid, each.day, made);
    const named = each.form === 'FEDERATION' ? [] : each.covers;
    const wanted = named.map((of) => ({ organization: of, way: establishedWay(each.form) }));
    const next = establishedIn(links, uuid, wanted, each.day, { tree: after, lifeOf });
    return settle({ tree: after, links: next }, [uuid], uuid);
  }
  if (each.verb === 'end') {
    const link = links[each.which % links.length];
    if (!link || each.day < link.from) return undefined;
    const next = endedOn(links, (other) => other === link, each.day);
    return settle({ tree, links: next }, [], link.way === 'JOINT' ? link.party : undefined);
  }
  if (one === undefined) return undefined;
  if (each.verb === 'cover') {
    const link = { party: one, organization: each.organization, way: each.way, from: each.day };
    return settle({ tree, links: withLink(links, link, { tree, lifeOf }) }, [one]);
  }
  if (each.verb === 'dissolve') {
    const next = {
      tree: dissolved(tree, one, each.day),
      links: endedOn(links, ({ party }) => party === one, each.day),
    };
    return settle(next, [one]);
  }
  const other = parties[each.other % parties.length];
  if (other === undefined || other === one) return undefined;
  if ([one, other].some((uuid) => tree.lifeOf(uuid)?.to !== null)) return undefined;
  const ending = new Set([other]);
  const after = changed(merged(tree, ending, one, each.day), one, each.day, { form: each.form });
  const state = after.stateOn(one, each.day);
  const handed = state ? handedOn(links, ending, one, state, each.day) : links;
  // What goes on may not fit how the one is made up, but it is never in its own way.
  const faults = linkFaults(handed, ({ party }) => party === one || party === other, { tree: after, lifeOf });
  expect(faults.map(({ rule }) => rule).filter((rule) => /Twice|NotThere/.test(rule))).toEqual([]);
  const next = settle({ tree: after, links: handed }, [one, other]);
  // Whatever either covered from the day on is covered by the one that goes on, and established where it was.
  for (const on of next ? samples.filter((sample) => sample >= each.day) : []) {
    for (const link of links.filter((held) => [one, other].includes(held.party) && holdsOn(held, on))) {
      const kept = next?.links.filter((held) => held.party === one && held.organization === link.organization);
      const held = kept?.find((each) => holdsOn(each, on));
      expect(held, `${on} ${link.organization}`).toBeDefined();
      if (establishing.has(link.way)) expect(held && establishing.has(held.way)).toBe(true);
    }
  }
  return next;
}

it('whatever is founded, changed, covered, ended, merged and dissolved when, the links hold on every day', () => {
  const done = new Map<string, number>();
  let refused = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 30 }), (steps) => {
      let world: World = { tree: new PartyTree([]), links: [] };
      for (const each of steps) {
        const next = taken(world, each);
        if (!next) {
          refused++;
          continue;
        }
        done.set(each.verb, (done.get(each.verb) ?? 0) + 1);
        world = next;
        for (const on of samples) holds(world, on);
      }
    }),
    // So many that each step, mergers too, is taken far more often than is asked for below.
    { numRuns: 1000, endOnFailure: true },
  );
  for (const verb of ['found', 'change', 'cover', 'end', 'merge', 'dissolve']) {
    expect({ verb, often: (done.get(verb) ?? 0) > 40 }).toEqual({ verb, often: true });
  }
  expect(refused).toBeGreaterThan(500);
});

/** What must hold of links on a day, told otherwise than by the rules that keep it so. */
function holds({ tree, links }: World, on: string): void {
  const held = links.filter((link) => holdsOn(link, on));
  for (const { party, organization: of, way } of held) {
    const state = tree.stateOn(party, on);
    const life = lives.get(of);
    expect(state, `${on}: the Party organisation stands`).toBeDefined();
    expect(life && holdsOn(life, on), `${on}: the organisation is there`).toBe(true);
    if (way === 'INDEPENDENT') expect(state).toMatchObject({ form: 'INDEPENDENT', organization_id: of });
    if (way === 'JOINT') expect(state?.form).toBe('JOINT');
    if (way === 'BY_AREA') expect(state?.unit_id === 'u' || state?.form === 'FEDERATION').toBe(true);
    if (way === 'BY_INDUSTRY') expect(state?.form).toBe('FEDERATION');
  }
  const pairs = held.map(({ party, organization: of }) => `${party} ${of}`);
  expect(new Set(pairs).size, `${on}: once to the same`).toBe(pairs.length);
  const established = held.filter(({ way }) => establishing.has(way)).map((link) => link.organization);
  expect(new Set(established).size, `${on}: established once`).toBe(established.length);
}
