import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { explained, subject, takeMany } from '../requests/request.fixture.ts';
import { dayOf } from '../today.ts';
import { meet, scoreboard, scores, settle } from './comparison.fixture.ts';

const platform = testPlatform();
const today = dayOf(new Date());
const [first, last] = ['2026-02-01', today];
const period = `period: { first: "${first}", last: "${last}" }`;

/** What somebody did: in which household, on a day of the period or before it, well or not. */
const deed = fc.record({
  household: fc.nat(24),
  day: fc.constantFrom('2026-01-31', first, '2026-03-05'),
  well: fc.boolean(),
});
const facts = fc.record({
  visits: fc.uniqueArray(deed, { maxLength: 30, selector: ({ household, day }) => `${household} ${day}` }),
  requests: fc.array(
    fc.record({ household: fc.nat(24), late: fc.boolean(), solved: fc.boolean(), online: fc.boolean() }),
    { maxLength: 12 },
  ),
});
type Facts = typeof facts extends fc.Arbitrary<infer Value> ? Value : never;

/** Does what is told in a new town: a committee of three blocks and a village of two, five households each. */
async function townWith({ visits, requests }: Facts): Promise<TestTown> {
  const town = await platform.newTown();
  const households = [
    ...(await settle(town, 'COMMITTEE', '甲居委', 3)).households,
    ...(await settle(town, 'VILLAGE', '乙村', 2)).households,
  ];
  await meet(
    platform,
    town,
    visits.map(({ household, day, well }) => ({
      household: households[household],
      day,
      more: well ? {} : { outcome: null },
    })),
  );
  const [holder, about] = [await town.person(), await subject(town)];
  await takeMany(
    town.admin,
    'raiseRequest',
    requests.map(({ household, late, solved, online }) => ({
      source: online ? 'ONLINE' : 'VISIT',
      subject: about,
      description: '修门禁',
      household: households[household],
      ...(late ? { on: '2026-02-02' } : {}),
      ...(solved ? explained(holder) : {}),
    })),
  );
  return town;
}

/** The five figures as they follow from what was done. */
function expected({ visits, requests }: Facts): [number, number][] {
  const within = visits.filter(({ day }) => day >= first);
  const reported = requests.filter(({ online }) => !online);
  return [
    [within.length, 25],
    [new Set(within.map(({ household }) => household)).size, 25],
    [within.filter(({ well }) => well).length, within.length],
    [reported.filter(({ late }) => !late).length, reported.length],
    [requests.filter(({ solved }) => solved).length, requests.length],
  ];
}

const opened = `{ figure { numerator denominator parts { nodes { numerator denominator } }
  visits(first: 1) { totalCount } otherVisits: visits(first: 1, counted: false) { totalCount }
  households(first: 1) { totalCount } otherHouseholds: households(first: 1, counted: false) { totalCount }
  requests(first: 1) { totalCount } otherRequests: requests(first: 1, counted: false) { totalCount } } }`;

type Each = (typeof scores)[number];

/** How many come to a numerator, and to a denominator. */
function sumOf(figures: readonly Data[]): [number, number] {
  const sum = (of: 'numerator' | 'denominator') => figures.reduce((total, figure) => total + figure[of], 0);
  return [sum('numerator'), sum('denominator')];
}

/** How many records a figure opens into, those that it counts and those that are missing from it. */
function recordsOf(each: Each, figure: Data): [number, number] {
  const kinds = {
    contacts: 'Visits',
    breadth: 'Households',
    records: 'Visits',
    promptness: 'Requests',
    solved: 'Requests',
  };
  const kind = kinds[each];
  return [figure[kind.toLowerCase()].totalCount, figure[`other${kind}`].totalCount];
}

it('whatever was done, the five figures follow from it, those of units and parts add up to the town’s, and records are as many as they say', async () => {
  await fc.assert(
    fc.asyncProperty(facts, async (done) => {
      const town = await townWith(done);
      const committees = await scoreboard(town.admin, town.code, period);
      expect(scores.map((each) => sumOf([committees.whole[each].figure]))).toEqual(expected(done));
      for (const each of scores) {
        const level = `${period}, level: BLOCK`;
        const blocks = await scoreboard(town.admin, town.code, level, '5', `${each} ${opened}`);
        const whole = sumOf([blocks.whole[each].figure]);
        for (const { units } of [committees, blocks]) {
          expect({ each, sum: sumOf(units.nodes.map((unit: Data) => unit[each].figure)) }).toEqual({
            each,
            sum: whole,
          });
        }
        for (const { [each]: score } of [blocks.whole, ...blocks.units.nodes]) {
          const { numerator, denominator, parts } = score.figure;
          expect(sumOf(parts.nodes)).toEqual([numerator, denominator]);
          // Contacts are not some of the households: none is missing from them.
          const missing = each === 'contacts' ? 0 : denominator - numerator;
          expect({ each, records: recordsOf(each, score.figure) }).toEqual({ each, records: [numerator, missing] });
        }
      }
    }),
    { numRuns: 4 },
  );
  expect(platform.faults).toEqual([]);
}, 240_000);
