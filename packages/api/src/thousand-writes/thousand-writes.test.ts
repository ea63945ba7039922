import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { atDesk } from '../db/door.ts';
import { differingStandings } from '../standings/reconcile-standings.ts';
import { foldSummaries } from '../summaries/fold-summaries.ts';
import { reconcileTown } from '../summaries/reconcile-town.ts';
import { townToWriteIn } from './made.fixture.ts';
import { partyWrites } from './party-writes.fixture.ts';
import { type Count, recountFacts, recountFunds, recountStocks } from './recount.fixture.ts';
import { reliefWrites } from './relief-writes.fixture.ts';
import { residentsWrites } from './residents-writes.fixture.ts';
import { treeWrites } from './tree-writes.fixture.ts';

const platform = testPlatform();

const writes = { ...residentsWrites, ...partyWrites, ...reliefWrites, ...treeWrites };
/** How often a write comes among the others, where that is not twice. */
const often: Record<string, number> = {
  recordVisit: 12,
  raiseRequest: 8,
  recordCall: 4,
  registerOrganization: 6,
  foundInOrganization: 4,
  foundJoint: 6,
  ...{ coverOrganization: 8, changeIntoJoint: 4, endCoverage: 3, handleRequest: 3 },
  ...{ applyForRelief: 6, endorseRelief: 8, approveRelief: 6, approveReliefTogether: 6 },
  ...{ closeOrganization: 1, dissolvePartyOrganization: 1, closeGuidanceStation: 1, endHousehold: 1 },
  ...{ openUnit: 1, openBlock: 1, mergeUnits: 1, splitUnit: 1, closeUnit: 1, mergeBlocks: 1 },
};
const first = '2024-01-01';
const last = '2025-12-31';

const which = fc.nat(10_000);
const dayIn = (...years: number[]) =>
  fc
    .record({
      year: fc.constantFrom(...years),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map((each) => `${each.year}-${String(each.month).padStart(2, '0')}-${String(each.day).padStart(2, '0')}`);
const write = fc.record({
  verb: fc.constantFrom(...Object.keys(writes).flatMap((verb) => Array.from({ length: often[verb] ?? 2 }, () => verb))),
  choice: fc.record({ a: which, b: which, c: which, early: dayIn(2023), middle: dayIn(2024), day: dayIn(2024, 2025) }),
});

it('after a thousand random writes through the API the summaries are what a recount says, and the dashboard shows it', async () => {
  const made = await townToWriteIn(platform);
  const { town } = made;
  const atTown = <Result>(work: Parameters<typeof atDesk<Result>>[4]) =>
    atDesk(platform.database.orm, { role: 'app_town', town: Number(town.code) }, new Date(), 'write', work);
  // Said where it fails, so that it can be done again.
  const seed = Date.now() % 1_000_000;
  const done: string[] = [];
  for (const [index, { verb, choice }] of fc.sample(write, { seed, numRuns: 5000 }).entries()) {
    // What is refused changes nothing, and is not counted.
    if (await writes[verb]?.(made, { index, ...choice })) done.push(verb);
    if (index % 100 === 50) await atTown(foldSummaries);
    if (done.length >= 1000 && new Set(done).size === Object.keys(writes).length) break;
  }
  expect(done.length, `seed ${seed}`).toBeGreaterThanOrEqual(1000);
  expect([...new Set(done)].sort(), `seed ${seed}`).toEqual(Object.keys(writes).sort());

  expect(await atTown(reconcileTown), `seed ${seed}`).toEqual([]);
  expect(await atTown(differingStandings), `seed ${seed}`).toEqual([]);
  expect(await platform.database.sql(recountFunds, [town.code]), `seed ${seed}`).toEqual([]);
  const facts = await recountFacts(platform, town.code, first, last);
  for (const on of ['2023-07-01', '2024-03-15', '2024-12-31', '2025-08-08', '2026-01-01']) {
    const recount = new Map([...facts, ...(await recountStocks(platform, town.code, on))]);
    expect(await dashboard([...recount.keys()], on), `${on}, seed ${seed}`).toEqual(recount);
  }

  /** What the dashboard of the district shows of the town. */
  async function dashboard(indicators: string[], on: string): Promise<Map<string, Count>> {
    const query = `query($code: RegisterCode!, $indicators: [String!]!, $on: Date!) { town(code: $code) { district {
      figures(indicators: $indicators, on: $on, period: { first: "${first}", last: "${last}" }) {
        ... on TownFigureSet { figures { indicator { code } numerator denominator } } } } } }`;
    const { district } = (await town.admin.ask(query, { code: town.code, indicators, on })).town;
    return new Map(
      district.figures[0].figures.map(({ indicator: { code }, numerator, denominator }: Data) => [
        code,
        [numerator, denominator],
      ]),
    );
  }
}, 180_000);
