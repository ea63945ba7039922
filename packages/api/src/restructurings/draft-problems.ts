import type { Desk } from '../db/door.ts';
import type { Enactment } from './enactment.ts';
import { restructuringsOfTowns } from './find-restructuring.ts';
import type { Problem } from './problem.ts';
import { unitsOfStep } from './step.ts';
import type { StoredRestructuring } from './stored-restructuring.ts';

/** All that the checks find in a draft: what its steps come to, that they come to nothing, and other drafts. */
export async function draftProblems(desk: Desk, draft: StoredRestructuring, enactment: Enactment): Promise<Problem[]> {
  const found = [...enactment.problems, ...(await otherDraftProblems(desk, draft, enactment))];
  if (enactment.changed.size > 0 || found.some((problem) => problem.severity === 'ERROR')) return found;
  const nothing = { message: 'draftChangesNothing' as const, values: {}, step: null, about: 'steps', units: [] };
  return [{ severity: 'ERROR', ...nothing }, ...found];
}

/** Warnings for units that other drafts of the town name as well. */
async function otherDraftProblems(desk: Desk, draft: StoredRestructuring, enactment: Enactment): Promise<Problem[]> {
  const mine = new Set([...draft.steps.flatMap(unitsOfStep), ...enactment.changed.keys()]);
  const drafts = (await desk.load(restructuringsOfTowns, draft.townId)).filter(
    (other) => other.status === 'DRAFT' && other.uuid !== draft.uuid,
  );
  return drafts.flatMap((other) => {
    const both = [...new Set(other.steps.flatMap(unitsOfStep))].filter((unit) => mine.has(unit));
    return both.map((unit) => ({
      severity: 'WARNING' as const,
      message: 'otherDraft' as const,
      values: { unit: enactment.nameOf(unit), reason: other.reason ?? '', date: other.effectiveOn },
      step: enactment.changed.get(unit) ?? null,
      about: 'unit',
      units: [unit],
    }));
  });
}
