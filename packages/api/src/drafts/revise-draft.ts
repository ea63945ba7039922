import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { grounds } from '../restructurings/grounds.ts';
import { lockTree } from '../towns/lock-tree.ts';
import type { ReviseDraftInput } from './draft.input.ts';
import { getDraft } from './find-draft.ts';
import { readStepInputs } from './read-step-inputs.ts';

/**
 * Replaces the whole of a draft. It counts as seen with what the town has become by now.
 * Errors: NOT_FOUND on input.draft; CONFLICT where it is no draft any more or somebody else changed it; those of
 * grounds and readStepInputs.
 */
export async function reviseDraft(
  desk: Desk,
  actor: Actor,
  uuid: string,
  input: ReviseDraftInput,
  effectiveOn: string,
): Promise<void> {
  const basedOn = await lockTree(desk);
  const draft = await getDraft(desk, actor, uuid, input.expectedVersion);
  const { reason, documentNumber } = grounds(input);
  const known = new Map(draft.steps.flatMap((step) => (step.verb === 'OPEN' ? [[step.ref, step.unit]] : [])));
  await desk.db
    .updateTable('restructuring')
    .set((row) => ({
      effective_on: effectiveOn,
      reason,
      document_number: documentNumber,
      based_on: basedOn,
      version: row('version', '+', 1),
    }))
    .set('steps', JSON.stringify(await readStepInputs(desk, input.steps, known)))
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
  desk.forget();
}
