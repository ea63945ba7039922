import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { getEntryInUse } from '../handling/listed.ts';
import { nextNumber } from '../requests/request-number.ts';
import { dayOfDeed } from '../schema/day.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { type RequestsAsked, requestsToLink, writeLinks } from './link-requests.ts';
import type { ProjectRow } from './project-rows.ts';
import { readUnits, writeUnits } from './project-units.ts';
import { type ProjectStepAsked, takeProjectStep, writeProjectEvent } from './take-project-step.ts';

/** What a proposal says. Ids are global ones. */
interface Proposal {
  name: string;
  goal: string;
  units?: string[] | null;
  budget?: string | null;
}

const [firstYear, lastYear] = [2000, 2100];
/** How long what a project may cost is told at the most. */
const longestBudget = 100;

/**
 * Proposes a project of a year. Returns its id in the town.
 * Errors: BAD_INPUT on input.year, on a text or on input.on ahead; NOT_FOUND or CONFLICT on input.subject; those of readUnits
 * and requestsToLink.
 */
export async function proposeProject(
  desk: Desk,
  actor: Actor,
  input: Proposal & RequestsAsked & { year: number; subject: string; on?: string | null },
): Promise<string> {
  await holdTree(desk);
  const on = dayOfDeed(input.on, dayOf(desk.now), 'input.on');
  const { year } = input;
  if (year < firstYear || year > lastYear) {
    throw badInput('input.year', 'projectYear', { least: firstYear, most: lastYear });
  }
  const units = await readUnits(desk, actor, input.units ?? [], on);
  const subject = await getEntryInUse(desk, 'request_subject', input.subject, 'input.subject', on);
  const texts = readTexts(input);
  const requests = await requestsToLink(desk, actor, input, { subject: subject.uuid, units });
  const row: ProjectRow = {
    ...{ town_id: desk.town, id: newId(), year, number: 0, ...texts, subject_id: subject.uuid },
    ...{ state: 'PROPOSED', proposed_on: on, recorded_at: desk.now, recorded_by: actor.accountId },
    ...{ adopted_on: null, due_on: null, completed_on: null, holder_id: null, version: 1 },
  };
  row.number = await nextNumber(desk, year, 'project_counter');
  await desk.db.insertInto('project').values(row).execute();
  await writeUnits(desk, row.id, row.version, units);
  await writeLinks(desk, row.id, requests);
  await writeProjectEvent(desk, actor, row, 'PROPOSE', on, { requests: requests.length });
  return row.id;
}

/**
 * Writes a proposal anew. Returns its id in the town.
 * Errors: those of takeProjectStep and readUnits; BAD_INPUT on a text.
 */
export async function reviseProject(
  desk: Desk,
  actor: Actor,
  input: ProjectStepAsked & Proposal & { units: string[] },
): Promise<string> {
  await holdTree(desk);
  return takeProjectStep(desk, actor, input, 'REVISE', async (row, on, seq) => {
    const units = await readUnits(desk, actor, input.units, on);
    const changes = readTexts(input);
    await writeUnits(desk, row.id, seq, units);
    return { changes };
  });
}

function readTexts({ name, goal, budget }: Proposal): Pick<ProjectRow, 'name' | 'goal' | 'budget'> {
  return {
    name: oneLine(name, 'input.name'),
    goal: paragraphs(goal, 'input.goal'),
    budget: budget == null ? null : oneLine(budget, 'input.budget', longestBudget),
  };
}
