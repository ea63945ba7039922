import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { reaches, reachesTown } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { placeWith, unitsStanding } from '../units/standing-under.ts';
import { accusedOf, isOfAccused } from './accused.ts';
import type { PetitionType } from './petition.type.ts';
import { petitionsById } from './petition-rows.ts';
import { type PetitionStep, petitionTransitions } from './petition-states.ts';

/**
 * Whether a permission reaches a petition: the unit that deals with it, or what that has gone into, or the town. It
 * reaches none that accuses a unit of the actor's own.
 */
export async function reachesPetition(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  petition: { townId: number; unitUuid: string | null; accusedUuid: string | null },
): Promise<boolean> {
  const { townId, unitUuid } = petition;
  if (!reaches(actor, permission, await placeWith(desk, townId, unitUuid))) return false;
  return !(await isOfAccused(desk, actor, petition));
}

/** A petition that the viewer may see. Errors: NOT_FOUND on `field`. */
export async function getPetition(ctx: Context, id: string, field = 'id'): Promise<PetitionType> {
  const { townId, key: uuid } = requireId(id, 'Petition', field);
  const desk = await ctx.readTownFor('petition:read', townId);
  const petition = await desk?.load(petitionsById, { townId, uuid });
  if (!desk || !petition || !(await reachesPetition(desk, ctx.signedIn, 'petition:read', petition))) {
    throw notFound(field);
  }
  return petition;
}

/** The petitions `p` of the desk's town that somebody may see, as a condition. */
export async function visiblePetitions(desk: Desk, actor: Actor): Promise<RawBuilder<boolean>> {
  const kept = await accusedOf(desk, actor);
  const shown = sql<boolean>`(p.accused_id is null or p.accused_id <> all(${kept}::uuid[]))`;
  if (reachesTown(actor, 'petition:read', desk.town)) return shown;
  const units = await unitsStanding(desk, (place) => reaches(actor, 'petition:read', place));
  return sql`p.unit_id = ${anyOf(units)} and ${shown}`;
}

/** The steps that somebody may take with a petition now, in the order of the table. */
export async function petitionActions(desk: Desk, actor: Actor, petition: PetitionType): Promise<PetitionStep[]> {
  const place = await placeWith(desk, petition.townId, petition.unitUuid);
  return petitionTransitions
    .filter(({ step, from }) => from.includes(petition.state) && (step !== 'EXTEND' || petition.extendedBy === null))
    .filter(({ permission }) => reaches(actor, permission, place))
    .map(({ step }) => step);
}
