import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { deskForRelief } from '../relief/relief-reach.ts';
import { requireId } from '../schema/global-id.ts';
import type { JobPlacementType } from './job-placement.type.ts';
import { placementsById } from './placement-rows.ts';

/** A job that the viewer may see: of a household within their reach. Errors: NOT_FOUND on `field`. */
export async function getPlacement(ctx: Context, id: string, field = 'id'): Promise<JobPlacementType> {
  const { townId, key: uuid } = requireId(id, 'JobPlacement', field);
  const placement = await (await ctx.readTownFor('relief:read', townId))?.load(placementsById, { townId, uuid });
  const household = placement && { townId, uuid: placement.householdUuid };
  if (!household || !(await deskForRelief(ctx, household))) throw notFound(field);
  return placement;
}
