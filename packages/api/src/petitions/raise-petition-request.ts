import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { Concerned } from '../requests/concern-households.ts';
import type { PlaceAsked } from '../requests/origin.ts';
import { raiseRequest } from '../requests/raise-request.ts';
import { globalId } from '../schema/global-id.ts';
import { requireNotAccused } from './accused.ts';
import { type PetitionStepAsked, takePetitionStep } from './take-petition-step.ts';

/** What is to be raised. Ids are global ones. */
interface RequestOfPetition extends PetitionStepAsked {
  subject?: string | null;
  description: string;
  household?: string | null;
  place?: PlaceAsked | null;
  concerns?: Concerned | null;
}

/**
 * Raises a request out of a petition, on the day of the step. Returns the ids of both in the town.
 * Errors: those of takePetitionStep and raiseRequest; CONFLICT on input.household or input.place.unit where it would come
 * before the unit accused.
 */
export async function raisePetitionRequest(
  desk: Desk,
  actor: Actor,
  input: RequestOfPetition,
): Promise<{ petition: string; request: string }> {
  let request = '';
  const petition = await takePetitionStep(desk, actor, input, 'RAISE_REQUEST', async (row, on) => {
    const { description, household = null, place = null, concerns = null } = input;
    const subject = input.subject ?? globalId('RequestSubject', desk.town, row.subject_id);
    const asked = { source: 'PETITION', subject, description, household, place, concerns, on } as const;
    request = (await raiseRequest(desk, actor, asked)).uuid;
    await requireNotUnderAccused(
      desk,
      row.accused_id,
      request,
      household === null ? 'input.place.unit' : 'input.household',
    );
    await desk.db
      .insertInto('petition_request')
      .values({ town_id: desk.town, id: newId(), petition_id: row.id, request_id: request })
      .execute();
    return {};
  });
  return { petition, request };
}

async function requireNotUnderAccused(desk: Desk, accused: string | null, request: string, field: string) {
  if (accused === null) return;
  const { block_id } = await desk.db
    .selectFrom('request')
    .select('block_id')
    .where('town_id', '=', desk.town)
    .where('id', '=', request)
    .executeTakeFirstOrThrow();
  await requireNotAccused(desk, accused, block_id, field);
}
