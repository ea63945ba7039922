import type { Context } from '../context.ts';
import { getOfHousehold } from '../households/of-household.ts';
import type { JobPlacementType } from './job-placement.type.ts';
import { placementsById } from './placement-rows.ts';

/** A job that the viewer may see: of a household within their reach. Errors: NOT_FOUND on `field`. */
export function getPlacement(ctx: Context, id: string, field = 'id'): Promise<JobPlacementType> {
  return getOfHousehold(ctx, 'relief:read', 'JobPlacement', placementsById, id, field);
}
