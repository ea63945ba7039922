import type { Desk } from '../db/door.ts';
import { stateOn } from '../db/versions.ts';
import { householdsByBlock } from '../households/household-lists.ts';
import { teamLinesOf } from '../teams/team-lines.ts';
import { timelineOf } from '../units/timeline.ts';
import { pathOf } from './carry.ts';
import { householdsContacted } from './contacted.ts';
import { type CountedFacts, countFacts } from './count-facts.ts';
import type { FactQuestion } from './fact-question.ts';

/** What covers what stands on a day: in which period. */
export type CoverageQuestion = Omit<FactQuestion, 'source' | 'basis'>;

/** Units of a kind that stand on a day, blocks of overlays left out. */
export async function countUnits(desk: Desk, townId: number, asOf: string, kind: string): Promise<CountedFacts[]> {
  const timeline = await desk.load(timelineOf, townId);
  return [...timeline.on(asOf)]
    .filter(([unit, state]) => state.kind === kind && timeline.find(unit)?.overlayId === null)
    .map(([unit]) => ({ path: pathOf(timeline, unit, asOf), count: 1, total: 1 }));
}

/** Teams that stand on a day, those of overlays left out. */
export async function countTeams(desk: Desk, townId: number, asOf: string): Promise<CountedFacts[]> {
  const timeline = await desk.load(timelineOf, townId);
  const teams = await desk.load(teamLinesOf, townId);
  return teams.flatMap(({ versions }) => {
    const block = stateOn(versions, asOf)?.block_id;
    if (block === undefined || timeline.find(block)?.overlayId != null) return [];
    return [{ path: pathOf(timeline, block, asOf), count: 1, total: 1 }];
  });
}

/** Households that geographic blocks hold on a day. */
export async function countHouseholds(desk: Desk, townId: number, asOf: string): Promise<CountedFacts[]> {
  const timeline = await desk.load(timelineOf, townId);
  const blocks = await desk.load(householdsByBlock, { townId, asOf });
  return blocks.map(({ block, count }) => ({ path: pathOf(timeline, block, asOf), count, total: count }));
}

/** Contacts in a period, with the households of the day as what they count to. */
export async function countContactsToHouseholds(desk: Desk, question: CoverageQuestion): Promise<CountedFacts[]> {
  const [made, households] = await Promise.all([
    countFacts(desk, { ...question, source: { counts: 'contact' }, basis: 'AS_OF' }),
    countHouseholds(desk, question.townId, question.asOf),
  ]);
  return [...made.map((each) => ({ ...each, total: 0 })), ...households.map((each) => ({ ...each, count: 0 }))];
}

/** Households of the day, those contacted in the period of all. */
export async function countContacted(desk: Desk, question: CoverageQuestion): Promise<CountedFacts[]> {
  const { townId, period, asOf } = question;
  const timeline = await desk.load(timelineOf, townId);
  const blocks = await desk.load(householdsContacted, { townId, period, asOf });
  return blocks.map(({ block, count, total }) => ({ path: pathOf(timeline, block, asOf), count, total }));
}
