import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { holdsOn } from '../db/versions.ts';
import { type VisitWay, visitWays } from '../visits/visit.entity.ts';
import { dueOf, type Held, type LastVisits, type Rule } from './due-of.ts';

const household = { from: '2020-01-01', to: null };
const always = { from: '2020-01-01', to: null, ways: visitWays };
const yearly: Rule = { ...always, uuid: 'yearly', category: null, everyMonths: 12, firstWithinDays: null };
const key: Rule = { ...always, uuid: 'key', category: 'alone', everyMonths: 3, firstWithinDays: null };
const atOnce: Rule = { ...key, uuid: 'at once', firstWithinDays: 3, ways: ['AT_HOME'] };
const alone = (from: string, to: string | null = null): Held => ({ category: 'alone', from, to });

const days = (rules: Rule[], categories: Held[], last: LastVisits, asOf = '2024-06-01') =>
  dueOf(rules, categories, last, household, asOf).map(({ rule, dueOn }) => `${rule.uuid} ${dueOn}`);

describe('a household is due', () => {
  it('a year after its last contact, or without any a year after it came', () => {
    expect(days([yearly], [], { TELEPHONE: '2024-02-29' })).toEqual(['yearly 2025-02-28']);
    expect(days([yearly], [], {})).toEqual(['yearly 2021-01-01']);
    expect(days([yearly], [], { TELEPHONE: '2023-05-01', AT_HOME: '2024-05-01', APPOINTMENT: null })).toEqual([
      'yearly 2025-05-01',
    ]);
  });

  it('sooner while it is in a key category, but not before it came into it', () => {
    const last = { AT_HOME: '2024-01-10' };
    expect(days([yearly, key], [alone('2024-05-01')], last)).toEqual(['key 2024-05-01', 'yearly 2025-01-10']);
    // Never met is no better than met long ago.
    expect(days([key], [alone('2024-05-01')], {})).toEqual(['key 2024-05-01']);
    expect(days([key], [alone('2020-01-20')], {})).toEqual(['key 2020-04-01']);
    expect(days([yearly, key], [alone('2024-02-01')], last)).toEqual(['key 2024-04-10', 'yearly 2025-01-10']);
    expect(days([yearly, key], [alone('2024-02-01', '2024-06-01')], last)).toEqual(['yearly 2025-01-10']);
    expect(days([yearly, key], [alone('2024-06-02')], last)).toEqual(['yearly 2025-01-10']);
  });

  it('within days of a must-visit situation, whoever was there before, and then every few months', () => {
    const since = [alone('2024-05-01')];
    expect(days([atOnce], since, { AT_HOME: '2024-04-30' })).toEqual(['at once 2024-05-04']);
    expect(days([atOnce], since, { AT_HOME: '2024-04-30', TELEPHONE: '2024-05-02' })).toEqual(['at once 2024-05-04']);
    expect(days([atOnce], since, { AT_HOME: '2024-05-01' })).toEqual(['at once 2024-08-01']);
    expect(days([{ ...atOnce, everyMonths: null }], since, { AT_HOME: '2024-05-01' })).toEqual([]);
    expect(days([{ ...atOnce, firstWithinDays: 0 }], since, {})).toEqual(['at once 2024-05-01']);
  });

  it('by the rules of the day that is asked about', () => {
    const rules = [
      { ...yearly, to: '2024-03-01' },
      { ...yearly, from: '2024-03-01', everyMonths: 6, uuid: 'half' },
    ];
    expect(days(rules, [], { AT_HOME: '2024-01-01' }, '2024-02-29')).toEqual(['yearly 2025-01-01']);
    expect(days(rules, [], { AT_HOME: '2024-01-01' }, '2024-03-01')).toEqual(['half 2024-07-01']);
  });
});

describe('whatever the rules, categories and contacts', () => {
  const first = Temporal.PlainDate.from('2020-01-01');
  const dayOf = (days: number) => first.add({ days }).toString();
  const day = fc.integer({ min: 0, max: 1500 }).map(dayOf);
  const period = fc
    .tuple(fc.integer({ min: 0, max: 1500 }), fc.option(fc.integer({ min: 1, max: 600 })))
    .map(([from, length]) => ({ from: dayOf(from), to: length === null ? null : dayOf(from + length) }));
  const category = fc.constantFrom('a', 'b');
  const rule: fc.Arbitrary<Rule> = fc
    .record({
      period,
      uuid: fc.uuid(),
      category: fc.option(category),
      everyMonths: fc.option(fc.integer({ min: 1, max: 24 })),
      firstWithinDays: fc.option(fc.integer({ min: 0, max: 60 })),
      ways: fc.subarray([...visitWays], { minLength: 1 }),
    })
    .filter(({ everyMonths, firstWithinDays }) => everyMonths !== null || firstWithinDays !== null)
    .map(({ period, ...rest }) => ({ ...rest, ...period }));
  const held: fc.Arbitrary<Held> = fc.tuple(category, period).map(([name, life]) => ({ category: name, ...life }));
  const visit = fc.record({ way: fc.constantFrom(...visitWays), on: day });
  const world = fc.record({
    rules: fc.array(rule, { maxLength: 5 }),
    categories: fc.array(held, { maxLength: 4 }),
    visits: fc.array(visit, { maxLength: 6 }),
    asOf: day,
  });
  type World = typeof world extends fc.Arbitrary<infer Each> ? Each : never;
  type Visit = World['visits'][number];

  const lastOf = (visits: readonly Visit[], asOf: string): LastVisits =>
    Object.fromEntries(
      visitWays.map((way) => [
        way,
        visits
          .filter((each) => each.way === way && each.on <= asOf)
          .map(({ on }) => on)
          .sort()
          .at(-1) ?? null,
      ]),
    );
  const reasons = ({ rules, categories, visits, asOf }: World) =>
    dueOf(rules, categories, lastOf(visits, asOf), household, asOf);
  const earliest = (each: World) => reasons(each)[0]?.dueOn ?? '9999';

  it('it is due under a rule on a day exactly where no contact that counts is recent enough', () => {
    fc.assert(
      fc.property(world, day, (each, on) => {
        fc.pre(on >= each.asOf);
        const due = reasons(each).filter(({ dueOn }) => dueOn <= on);
        const expected = each.rules.filter((one) => holdsOn(one, each.asOf) && lacks(each, one, on));
        expect(due.map(({ rule: { uuid } }) => uuid).sort()).toEqual(expected.map(({ uuid }) => uuid).sort());
      }),
      { numRuns: 1000 },
    );
  });

  /** Said from the contacts rather than from the last: does the rule miss one on a day? */
  function lacks({ categories, visits, asOf }: World, one: Rule, on: string): boolean {
    const begun = categories.filter((each) => each.category === one.category && holdsOn(each, asOf));
    const since = one.category === null ? household.from : begun.map(({ from }) => from).sort()[0];
    if (since === undefined) return false;
    const counted = visits.filter(({ way, on: met }) => met <= asOf && one.ways.includes(way));
    const met = counted.some((each) => each.on >= since);
    if (one.firstWithinDays !== null && !met) return plus(since, { days: one.firstWithinDays }) <= on;
    const months = one.everyMonths;
    if (months === null || on < since) return false;
    if (counted.length === 0) return plus(household.from, { months }) <= on;
    return counted.every((each) => plus(each.on, { months }) <= on);
  }
  const plus = (from: string, by: { days: number } | { months: number }) =>
    Temporal.PlainDate.from(from).add(by).toString();

  it('one more contact never makes it due earlier, nor a rule or a category less', () => {
    fc.assert(
      fc.property(world, visit, (one, more) => {
        // Where the first may take longer than those after it, having had it brings the next nearer.
        const rules = one.rules.filter((rule) => (rule.firstWithinDays ?? 0) <= 28 * (rule.everyMonths ?? 24));
        const each = { ...one, rules };
        const due = earliest(each);
        expect(earliest({ ...each, visits: [...each.visits, more] }) >= due).toBe(true);
        expect(earliest({ ...each, rules: each.rules.slice(1) }) >= due).toBe(true);
        // Of two periods in one category the earlier counts, so one less may only put off what it began.
        const without = each.categories.filter(({ category: name }) => name !== 'a');
        expect(earliest({ ...each, categories: without }) >= due).toBe(true);
      }),
    );
  });

  it('nothing is due on the day on which it was met in every way', () => {
    fc.assert(
      fc.property(world, (each) => {
        const visits = visitWays.map((way: VisitWay) => ({ way, on: each.asOf }));
        expect(reasons({ ...each, visits }).filter(({ dueOn }) => dueOn <= each.asOf)).toEqual([]);
      }),
    );
  });

  it('a contact in a way that a rule does not take changes nothing under it', () => {
    fc.assert(
      fc.property(world, visit, (each, more) => {
        const rules = each.rules.filter(({ ways }) => !ways.includes(more.way));
        const before = reasons({ ...each, rules });
        expect(reasons({ ...each, rules, visits: [...each.visits, more] })).toEqual(before);
      }),
    );
  });

  it('the earliest reason comes first, and none is before the household came under its rule', () => {
    fc.assert(
      fc.property(world, (each) => {
        const all = reasons(each);
        expect(all.map(({ dueOn }) => dueOn)).toEqual(all.map(({ dueOn }) => dueOn).sort());
        for (const { since, dueOn } of all) expect(dueOn >= since).toBe(true);
      }),
    );
  });
});
