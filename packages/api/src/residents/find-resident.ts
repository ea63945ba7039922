import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import type { Context } from '../context.ts';
import type { TownKey } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { versionNear } from '../db/versions.ts';
import { notFound } from '../errors.ts';
import { reachesHousehold } from '../households/find-household.ts';
import { requireId, requireIdIn } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import type { ResidentType } from './resident.type.ts';
import { type ResidentRecord, residentOf, residentsById, staysOf } from './resident-rows.ts';

/** A resident that the viewer may see. Errors: NOT_FOUND on `field`. */
export async function getResident(ctx: Context, id: string, field = 'id'): Promise<ResidentType> {
  const { townId, key: uuid } = requireId(id, 'Resident', field);
  const desk = await ctx.readTownFor('resident:read', townId);
  const resident = await desk?.load(residentsById, { townId, uuid });
  if (!desk || !resident || !(await reachesResident(desk, ctx.signedIn, 'resident:read', resident))) {
    throw notFound(field);
  }
  return residentOf(resident);
}

/** A resident whom something of a town names, where the viewer sees them today. Null where nobody is named. */
export async function residentSeen(ctx: Context, townId: number, uuid: string | null): Promise<ResidentType | null> {
  const desk = uuid === null ? undefined : await ctx.readTownFor('resident:read', townId);
  if (!desk || uuid === null) return null;
  const resident = await desk.load(residentsById, { townId, uuid });
  return resident && (await reachesResident(desk, ctx.signedIn, 'resident:read', resident))
    ? residentOf(resident)
    : null;
}

/** The resident that a mutation names, if the actor's permission reaches them. Errors: NOT_FOUND on `field`. */
export async function getResidentFor(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  id: string,
  field = 'input.resident',
): Promise<ResidentRecord> {
  const uuid = requireIdIn(desk.town, id, 'Resident', field);
  const resident = await desk.load(residentsById, { townId: desk.town, uuid });
  if (!resident || !(await reachesResident(desk, actor, permission, resident))) throw notFound(field);
  return resident;
}

/**
 * Whether a permission reaches a resident: through the household that they are in today, were in last, or will be in
 * first. Whoever was taken back on their first day is reached by nobody.
 */
export async function reachesResident(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  { townId, uuid }: TownKey,
): Promise<boolean> {
  const household = versionNear(await desk.load(staysOf, { townId, uuid }), dayOf(desk.now))?.state.household_id;
  return household !== undefined && reachesHousehold(desk, actor, permission, { townId, uuid: household });
}
