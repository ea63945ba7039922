import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coverageWays } from '../coverage/coverage.entity.ts';
import { holdsOn, type Period, stateOn } from '../db/versions.ts';
import { organizationClasses } from '../organizations/organization.entity.ts';
import { type Bearing, standingOf } from './standing-of.ts';

const days = Array.from({ length: 20 }, (_, index) => `2024-03-${String(index + 1).padStart(2, '0')}`);
const place = fc.integer({ min: 0, max: days.length - 2 });
const period = fc.tuple(place, fc.option(fc.integer({ min: 1, max: 8 }))).map(
  ([from, length]): Period => ({
    from: days[from] ?? '',
    to: length === null ? null : (days[from + length] ?? null),
  }),
);
const periods = fc.array(period, { maxLength: 3 });
const kinds = ['甲', '乙'];
const units = ['东村', '西村'];
const state = fc.record({
  kind_id: fc.constantFrom(...kinds),
  class: fc.constantFrom(...organizationClasses.slice(0, 2)),
  unit_id: fc.constantFrom(...units),
  industry_id: fc.constantFrom('餐饮', null),
  party_members: fc.integer({ min: 0, max: 3 }),
});
/** Versions that follow one another, from a day on, the last one with or without an end. */
const versions = fc
  .tuple(
    fc.uniqueArray(place, { minLength: 2, maxLength: 5 }),
    fc.array(state, { minLength: 5, maxLength: 5 }),
    fc.boolean(),
  )
  .map(([places, states, lasts]) => {
    const begins = places.sort((a, b) => a - b).map((at) => days[at] ?? '');
    return begins.flatMap((from, index) => {
      const to = begins[index + 1] ?? null;
      const each = states[index];
      return each && (to !== null || lasts) ? [{ from, to, state: each }] : [];
    });
  });
const link = fc
  .tuple(period, fc.constantFrom(...coverageWays))
  .map(([each, way]) => ({ ...each, way, party: '某支部' }));
const bearing: fc.Arbitrary<Bearing> = fc.record({
  versions,
  links: fc.array(link, { maxLength: 4 }),
  assignments: periods,
  direct: periods,
});
const guided = fc.tuple(periods, periods).map((each) => new Map(kinds.map((kind, index) => [kind, each[index] ?? []])));
const atUnits = fc
  .tuple(periods, periods)
  .map((each) => new Map(units.map((unit, index) => [unit, each[index] ?? []])));

it('a standing says of every day what holds on that day, and nothing twice', () => {
  fc.assert(
    fc.property(bearing, guided, atUnits, (of, kindsGuided, assigned) => {
      const lines = standingOf(of, { guided: kindsGuided, assignedAt: (unit) => assigned.get(unit) ?? [] });
      for (const day of days) {
        const present = stateOn(of.versions, day);
        const on = (each: Period) => holdsOn(each, day);
        expect(stateOn(lines, day)).toEqual(
          present && {
            ...{ kind_id: present.kind_id, class: present.class, unit_id: present.unit_id },
            ...{ industry_id: present.industry_id, has_members: present.party_members > 0, direct: of.direct.some(on) },
            established: of.links.filter(on).some(({ way }) => way === 'INDEPENDENT' || way === 'JOINT'),
            covered: of.links.some(on),
            worked:
              of.assignments.some(on) ||
              (assigned.get(present.unit_id) ?? []).some(on) ||
              (kindsGuided.get(present.kind_id) ?? []).some(on),
          },
        );
        expect(lines.filter(on).length).toBeLessThan(2);
      }
      for (const [index, line] of lines.entries()) {
        const next = lines[index + 1];
        if (next?.from === line.to) expect(next?.state).not.toEqual(line.state);
      }
    }),
    { numRuns: 300 },
  );
});
