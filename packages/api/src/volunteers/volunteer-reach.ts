import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { holdsIn, type Place, reaches, reachesTown } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { unitsWithinReach } from '../households/within-reach.ts';
import { standingOf } from '../requests/standing.ts';
import { requireId, requireIdIn } from '../schema/global-id.ts';
import { unitsStanding } from '../units/standing-under.ts';
import type { VolunteerType } from './volunteer.type.ts';
import { volunteersById } from './volunteer-rows.ts';

/** What is with a unit of a town, or, with null, with the town itself. */
interface WithUnit {
  townId: number;
  unitUuid: string | null;
}

/** Where it stands today, to ask for reach: in its unit or in what that has gone into, with the teams of the block there. */
export async function placeOfVolunteers(desk: Desk, { townId, unitUuid }: WithUnit): Promise<Place> {
  if (unitUuid === null) return { townId, units: [] };
  return (await standingOf(desk, { townId, householdUuid: null, unitUuid })).place;
}

/** Whether a permission reaches a volunteer, or an activity, where they stand today. */
export async function reachesVolunteers(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  where: WithUnit,
): Promise<boolean> {
  return reaches(actor, permission, await placeOfVolunteers(desk, where));
}

/** As whom somebody acts in a town who may see volunteers there. */
function ownPeople(actor: Actor, townId: number): string[] {
  if (!holdsIn(actor, 'volunteer:read', townId)) return [];
  return actor.assignments.flatMap((held) => (held.townId === townId ? (held.personId ?? []) : []));
}

/** Whether somebody sees a volunteer: within their reach, or as whom they act. */
export async function seesVolunteer(desk: Desk, actor: Actor, volunteer: VolunteerType): Promise<boolean> {
  if (ownPeople(actor, volunteer.townId).includes(volunteer.personUuid)) return true;
  return reachesVolunteers(desk, actor, 'volunteer:read', volunteer);
}

/** That somebody sees a volunteer whose row is `v`, as a condition: the same as `seesVolunteer` says of each. */
export async function visibleVolunteers(desk: Desk, actor: Actor): Promise<RawBuilder<boolean>> {
  if (reachesTown(actor, 'volunteer:read', desk.town)) return sql`true`;
  const reached = new Set(await unitsWithinReach(desk, actor, 'volunteer:read'));
  const units = await unitsStanding(desk, ({ units: [nearest] }) => reached.has(nearest ?? ''));
  return sql`(v.unit_id = ${anyOf(units)} or v.person_id = ${anyOf(ownPeople(actor, desk.town))})`;
}

/** A volunteer whom the viewer sees. Errors: NOT_FOUND on id. */
export async function getVolunteer(ctx: Context, id: string): Promise<VolunteerType> {
  const { townId, key: uuid } = requireId(id, 'Volunteer', 'id');
  const desk = await ctx.readTownFor('volunteer:read', townId);
  const volunteer = await desk?.load(volunteersById, { townId, uuid });
  if (!desk || !volunteer || !(await seesVolunteer(desk, ctx.signedIn, volunteer))) throw notFound('id');
  return volunteer;
}

/** The volunteer that an input names, within reach of whoever keeps points. Errors: NOT_FOUND on `field`. */
export async function volunteerToKeep(desk: Desk, actor: Actor, id: string, field: string): Promise<VolunteerType> {
  const uuid = requireIdIn(desk.town, id, 'Volunteer', field);
  const volunteer = await desk.load(volunteersById, { townId: desk.town, uuid });
  if (!volunteer || !(await reachesVolunteers(desk, actor, 'volunteer:keep', volunteer))) throw notFound(field);
  return volunteer;
}
