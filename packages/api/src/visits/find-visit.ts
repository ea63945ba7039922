import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { placeOfHousehold } from '../households/find-household.ts';
import { requireId, requireIdIn } from '../schema/global-id.ts';
import type { VisitType } from './visit.type.ts';
import { visitsById } from './visit-lists.ts';

/** A visit of the desk's town that is known to be there. */
export async function getVisit(desk: Desk, uuid: string): Promise<VisitType> {
  const visit = await desk.load(visitsById, { townId: desk.town, uuid });
  if (!visit) throw notFound();
  return visit;
}

/** A visit that the viewer may see. Errors: NOT_FOUND on `field`. */
export async function getVisibleVisit(ctx: Context, id: string, field = 'id'): Promise<VisitType> {
  const { townId, key: uuid } = requireId(id, 'Visit', field);
  const desk = await ctx.readTownFor('visit:read', townId);
  const visit = await desk?.load(visitsById, { townId, uuid });
  if (!desk || !visit || !(await reachesVisit(desk, ctx.signedIn, 'visit:read', visit))) throw notFound(field);
  return visit;
}

/** The visit that a mutation names, if the actor's permission reaches its household. Errors: NOT_FOUND on input.visit. */
export async function getVisitFor(desk: Desk, actor: Actor, permission: Permission, id: string): Promise<VisitType> {
  const uuid = requireIdIn(desk.town, id, 'Visit', 'input.visit');
  const visit = await desk.load(visitsById, { townId: desk.town, uuid });
  if (!visit || !(await reachesVisit(desk, actor, permission, visit))) throw notFound('input.visit');
  return visit;
}

/** Whether a permission reaches a visit: wherever its household stands today. */
export async function reachesVisit(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  { townId, householdUuid: uuid }: VisitType,
): Promise<boolean> {
  const place = await placeOfHousehold(desk, { townId, uuid });
  return place !== undefined && reaches(actor, permission, place);
}
