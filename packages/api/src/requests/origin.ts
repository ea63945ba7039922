import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { stateOn } from '../db/versions.ts';
import { badInput } from '../errors.ts';
import { getHouseholdFor, requireLiving } from '../households/find-household.ts';
import { inPartition, placesOf } from '../households/household-places.ts';
import { oneLine } from '../schema/text.ts';
import type { Located } from './standing.ts';
import { unitOfPlace } from './unit-of-place.ts';

/** A place: in which unit, and which place there. */
export interface PlaceAsked {
  unit: string;
  text?: string | null;
}

/** Whose request it is or about what place, and under which block it is raised. */
export interface Origin {
  located: Omit<Located, 'townId'>;
  columns: { household_id: string | null; unit_id: string | null; place: string | null; block_id: string };
}

/** How long the description of a place may be. */
export const longestPlace = 100;

/**
 * Where a request comes from on a day.
 * Errors: BAD_INPUT on `field`.household where neither a household nor a place is named, or both; NOT_FOUND where the
 * actor may raise no request; BAD_INPUT or CONFLICT where it was not there on the day.
 */
export async function readOrigin(
  desk: Desk,
  actor: Actor,
  { household, place }: { household?: string | null; place?: PlaceAsked | null },
  on: string,
  field: string,
): Promise<Origin> {
  if ((household == null) === (place == null)) throw badInput(`${field}.household`, 'householdOrPlace');
  if (place != null) return originAt(desk, actor, place, on, field);
  const known = await getHouseholdFor(desk, actor, 'request:raise', household ?? '', `${field}.household`);
  requireLiving(known, on, `${field}.on`, `${field}.household`);
  const places = inPartition(await desk.load(placesOf, { townId: desk.town, uuid: known.uuid }), null);
  const block_id = stateOn(places, on)?.block_id;
  if (block_id === undefined) throw new Error(`Household ${known.uuid} has no block on ${on}`);
  return {
    located: { householdUuid: known.uuid, unitUuid: null },
    columns: { household_id: known.uuid, unit_id: null, place: null, block_id },
  };
}

async function originAt(desk: Desk, actor: Actor, asked: PlaceAsked, on: string, field: string): Promise<Origin> {
  const needs = { actor, permission: 'request:raise' } as const;
  const fields = { unit: `${field}.place.unit`, on: `${field}.on` };
  const { unit, block } = await unitOfPlace(desk, needs, asked.unit, on, fields);
  const place = asked.text == null ? null : oneLine(asked.text, `${field}.place.text`, longestPlace);
  return {
    located: { householdUuid: null, unitUuid: unit },
    columns: { household_id: null, unit_id: unit, place, block_id: block },
  };
}
