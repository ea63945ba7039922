import { createHash } from 'node:crypto';
import type { Desk } from '../db/door.ts';
import { townStates } from '../enactments/town-state.ts';
import { badInput } from '../errors.ts';
import { type Addition, additionsOf } from './additions.ts';
import { Faults } from './faults.ts';
import { namesakesOn } from './namesakes.ts';
import { type PeoplePlan, planPeople } from './plan-people.ts';
import { planTeams, type TeamNode } from './plan-teams.ts';
import { type DayOfOpenings, enactOpenings, planUnits } from './plan-units.ts';
import { loadPresent } from './present.ts';
import { isUnit, type ReadRows, type RowError } from './row.ts';
import { TownIndex } from './town-index.ts';

/** On how many days the units of one file may begin: each day is a restructuring of its own. */
const mostDays = 60;

/** What importing a file does to a town. */
export interface ImportPlan {
  /** The openings of units, day after day. */
  days: DayOfOpenings[];
  teams: TeamNode[];
  people: PeoplePlan;
  rows: number;
  opens: number;
  /** The units that it opens, by row. */
  additions: Addition[];
  /** Rows that describe what is there already. */
  unchanged: number;
  errors: RowError[];
  /** The same for the same file and the same doing in the same town. */
  digest: string;
}

/**
 * Works out what the rows of a file make of the desk's town; `day` is that of rows without one. Writes nothing, in a
 * number of statements that does not grow.
 * Errors: BAD_INPUT on input.content where units begin on too many days.
 */
export async function planImport(desk: Desk, townName: string, read: ReadRows, day: string): Promise<ImportPlan> {
  const [first = day] = read.rows.map((row) => row.from ?? day).sort();
  const present = await loadPresent(desk, first < day ? first : day);
  const faults = new Faults(read, new TownIndex(townName, present.timeline, day));
  const openings = planUnits(read.rows.filter(isUnit), present, faults.index, faults, day);
  const opening = [...new Set(openings.map((each) => each.day))].sort();
  if (opening.length > mostDays) {
    throw badInput('input.content', 'fileDays', { most: mostDays, count: opening.length });
  }
  const states = await Promise.all(opening.map((each) => desk.load(townStates, { day: each, households: [] })));
  const worked = enactOpenings(openings, states, faults);
  const timeline = worked.at(-1)?.enactment.timeline ?? present.timeline;
  const ofTeams = read.rows.filter((row) => row.kind === 'TEAM');
  const teams = planTeams(ofTeams, present.teams, timeline, faults, day);
  const ofPeople = read.rows.filter((row) => row.kind === 'OFFICER' || row.kind === 'MEMBER');
  const people = planPeople(ofPeople, present, namesakesOn(present, day), timeline, teams, faults, day);
  const formed = [...teams.values()].filter((team) => team.opens && !team.fault);
  const opened = openings.filter(({ node }) => !node.fault).map(({ row }) => row.row);
  const doing = [opened, formed.map((team) => team.row), faults.unchanged, faults.errors, counts(people)];
  return {
    days: worked,
    teams: formed,
    people,
    rows: read.rows.length + read.faulty,
    opens: opened.length,
    additions: additionsOf(openings, faults.index),
    unchanged: faults.unchanged.length,
    errors: faults.errors,
    digest: createHash('sha256')
      .update(JSON.stringify([desk.town, day, read.rows, doing]))
      .digest('hex')
      .slice(0, 32),
  };
}

function counts(people: PeoplePlan): number[] {
  return Object.values(people).map((each) => each.length);
}
