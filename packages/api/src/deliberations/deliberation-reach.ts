import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { placeWith } from '../units/standing-under.ts';
import type { DeliberationType } from './deliberation.type.ts';
import { deliberationsById } from './deliberation-rows.ts';
import { type DeliberationStep, deliberationTransitions } from './deliberation-states.ts';

/** Whether a permission reaches the unit that deliberates, or what that has gone into. */
export async function reachesUnit(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  townId: number,
  unit: string,
): Promise<boolean> {
  return reaches(actor, permission, await placeWith(desk, townId, unit));
}

/** A deliberation of a town in which the viewer sees deliberations. Errors: NOT_FOUND on `field`. */
export async function getDeliberation(ctx: Context, id: string, field = 'id'): Promise<DeliberationType> {
  const { townId, key: uuid } = requireId(id, 'Deliberation', field);
  const desk = await ctx.readTownFor('deliberation:read', townId);
  const deliberation = await desk?.load(deliberationsById, { townId, uuid });
  if (!deliberation) throw notFound(field);
  return deliberation;
}

/** The steps that somebody may take with a deliberation now, in the order of the table. */
export async function deliberationActions(
  desk: Desk,
  actor: Actor,
  { townId, unitUuid, state }: DeliberationType,
): Promise<DeliberationStep[]> {
  if (!(await reachesUnit(desk, actor, 'deliberation:manage', townId, unitUuid))) return [];
  return deliberationTransitions.filter(({ from }) => from.includes(state)).map(({ step }) => step);
}
