import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { differenceOf, fingerprintOf, isEmpty, nameIn, unitsOfDifference } from '../enactments/difference.ts';
import type { Enactment } from '../enactments/enactment.ts';
import { fieldInDraft } from '../enactments/problem.ts';
import { unitsOfStep } from '../enactments/step.ts';
import { writeEnactment } from '../enactments/write-enactment.ts';
import { conflict } from '../errors.ts';
import { refuseErrors, workOut } from '../restructurings/restructure.ts';
import {
  type StoredRestructuring,
  selectRestructurings,
  storedOf,
  titleOf,
} from '../restructurings/stored-restructuring.ts';
import { lockTree } from '../towns/lock-tree.ts';
import type { ApplyDraftInput } from './draft.input.ts';
import { getDraft } from './find-draft.ts';

/**
 * Applies a draft, wholly or not at all.
 * Errors: NOT_FOUND on input.draft; CONFLICT where it is no draft any more, was changed, has no steps, would not do what
 * the caller was shown, or touches what another restructuring has changed since it was last revised; else what the first
 * check that fails says, on the step's member at fault.
 */
export async function applyDraft(desk: Desk, actor: Actor, uuid: string, input: ApplyDraftInput): Promise<void> {
  const treeVersion = await lockTree(desk);
  const draft = await getDraft(desk, actor, uuid, input.expectedVersion);
  const enactment = await workOut(desk, draft);
  await refuseOvertaken(desk, draft, enactment);
  refuseErrors(enactment, (problem) => fieldInDraft(problem, draft.steps));
  const difference = differenceOf(enactment);
  if (isEmpty(difference)) throw conflict('draftChangesNothing', 'input.draft');
  if (input.expectedDifference != null && input.expectedDifference !== fingerprintOf(desk, difference)) {
    throw conflict('differenceChanged', 'input.expectedDifference');
  }
  await desk.db
    .updateTable('restructuring')
    .set((row) => ({
      status: 'APPLIED' as const,
      tree_version: treeVersion,
      applied_by: actor.accountId,
      applied_at: desk.now,
      version: row('version', '+', 1),
    }))
    .set('difference', JSON.stringify(difference))
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
  await writeEnactment(desk, enactment, uuid);
}

/** Refuses a draft whose units another restructuring has changed since its author last looked. */
async function refuseOvertaken(desk: Desk, draft: StoredRestructuring, enactment: Enactment): Promise<void> {
  const rows = await selectRestructurings(desk)
    .where('town_id', '=', desk.town)
    .where('tree_version', '>', draft.basedOn)
    .orderBy('tree_version')
    .execute();
  const touched = new Set([...enactment.changed.keys(), ...draft.steps.flatMap(unitsOfStep)]);
  for (const other of rows.map(storedOf)) {
    const both = [...(other.difference ? unitsOfDifference(other.difference) : [])].filter((unit) => touched.has(unit));
    if (both.length === 0) continue;
    throw conflict('draftOvertaken', 'input.draft', {
      title: titleOf(other),
      units: both.map((unit) => enactment.nameOf(unit) || nameIn(other.difference, unit)).join('、'),
    });
  }
}
