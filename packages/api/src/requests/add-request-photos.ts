import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { showWithPhotos } from './request-photos.ts';
import { type StepAsked, takeSteps } from './take-steps.ts';

/**
 * Adds photographs to a request. Returns its id in the town. Errors: those of takeSteps; BAD_INPUT on input.photos where
 * there are none; those of showWithPhotos there.
 */
export function addRequestPhotos(desk: Desk, actor: Actor, input: StepAsked & { photos: string[] }): Promise<string> {
  return takeSteps(desk, actor, input, 'ADD_PHOTOS', async ({ row, on }) => {
    if (input.photos.length === 0) throw badInput('input.photos', 'required');
    const added = await showWithPhotos(desk, actor, row.id, input.photos, 'input.photos');
    return [{ step: 'ADD_PHOTOS', on, added }];
  });
}
