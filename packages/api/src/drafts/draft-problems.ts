import type { Desk } from '../db/door.ts';
import { differenceOf, isEmpty } from '../enactments/difference.ts';
import type { Enactment } from '../enactments/enactment.ts';
import type { Problem } from '../enactments/problem.ts';
import { unitsOfStep } from '../enactments/step.ts';
import { type StoredRestructuring, titleOf } from '../restructurings/stored-restructuring.ts';
import { draftsOfTowns } from './find-draft.ts';

/** All that the checks find in a draft: what its steps come to, that they come to nothing, and other drafts. */
export async function draftProblems(desk: Desk, draft: StoredRestructuring, enactment: Enactment): Promise<Problem[]> {
  const found = [...enactment.problems, ...(await otherDraftProblems(desk, draft, enactment))];
  if (found.some((problem) => problem.severity === 'ERROR') || !isEmpty(differenceOf(enactment))) return found;
  const nothing = { message: 'draftChangesNothing' as const, values: {}, step: null, about: 'steps', units: [] };
  return [{ severity: 'ERROR', ...nothing }, ...found];
}

/** How many units a warning names before it counts the rest. */
const named = 3;

/** A warning for every other draft of the town that names units of this one as well. */
async function otherDraftProblems(desk: Desk, draft: StoredRestructuring, enactment: Enactment): Promise<Problem[]> {
  const mine = new Set([...draft.steps.flatMap(unitsOfStep), ...enactment.changed.keys()]);
  const drafts = (await desk.load(draftsOfTowns, draft.townId)).filter(({ uuid }) => uuid !== draft.uuid);
  return drafts.flatMap((other) => {
    const both = [...new Set(other.steps.flatMap(unitsOfStep))].filter((unit) => mine.has(unit));
    const [first] = both;
    if (first === undefined) return [];
    const names = both.slice(0, named).map((unit) => enactment.nameOf(unit));
    return {
      severity: 'WARNING' as const,
      message: both.length > named ? ('otherDraftMany' as const) : ('otherDraft' as const),
      values: { units: names.join('、'), count: both.length, title: titleOf(other) },
      step: enactment.changed.get(first) ?? null,
      about: 'unit',
      units: both,
    };
  });
}
