import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { reachesHousehold } from '../households/find-household.ts';
import { getOfHousehold } from '../households/of-household.ts';
import { requireIdIn } from '../schema/global-id.ts';
import type { VisitType } from './visit.type.ts';
import { visitsById } from './visit-lists.ts';

/** A visit of the desk's town that is known to be there. */
export async function getVisit(desk: Desk, uuid: string): Promise<VisitType> {
  const visit = await desk.load(visitsById, { townId: desk.town, uuid });
  if (!visit) throw notFound();
  return visit;
}

/** A visit that the viewer may see. Errors: NOT_FOUND on `field`. */
export function getVisibleVisit(ctx: Context, id: string, field = 'id'): Promise<VisitType> {
  return getOfHousehold(ctx, 'visit:read', 'Visit', visitsById, id, field);
}

/** The visit that a mutation names, if the actor's permission reaches its household. Errors: NOT_FOUND on input.visit. */
export async function getVisitFor(desk: Desk, actor: Actor, permission: Permission, id: string): Promise<VisitType> {
  const uuid = requireIdIn(desk.town, id, 'Visit', 'input.visit');
  const visit = await desk.load(visitsById, { townId: desk.town, uuid });
  if (!visit || !(await reachesVisit(desk, actor, permission, visit))) throw notFound('input.visit');
  return visit;
}

/** Whether a permission reaches a visit: wherever its household stands today. */
export function reachesVisit(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  { townId, householdUuid: uuid }: VisitType,
): Promise<boolean> {
  return reachesHousehold(desk, actor, permission, { townId, uuid });
}
