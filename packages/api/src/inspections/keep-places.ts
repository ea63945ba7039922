import type { Actor } from '../access/actor.ts';
import { endVersion } from '../db/dated-identity.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { getLineFor } from '../organizations/organization-rows.ts';
import { unitOfPlace } from '../requests/unit-of-place.ts';
import { dayOfChange, dayOfNext } from '../schema/day.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import type { ChangeInspectionPlaceInput, CloseInspectionPlaceInput, OpenInspectionPlaceInput } from './place.input.ts';
import { getPlaceFor, placeVersionsOf } from './place-rows.ts';

const longestAddress = 100;

/** What a place is from a day on. */
interface Said {
  name: string;
  address: string | null;
  organization_id: string | null;
}

/**
 * Opens a place that squads inspect. Returns its id in the town.
 * Errors: NOT_FOUND on input.unit or input.organization out of reach; BAD_INPUT on the field at fault, and where the unit is a block of
 * an overlay, or not there yet, on input.unit or input.from; CONFLICT on input.unit where it is closed.
 */
export async function openInspectionPlace(desk: Desk, actor: Actor, input: OpenInspectionPlaceInput): Promise<string> {
  await holdTree(desk);
  const from = dayOfChange(input.from, dayOf(desk.now), 'input.from');
  const needs = { actor, permission: 'inspection:manage' } as const;
  const { unit } = await unitOfPlace(desk, needs, input.unit, from, { unit: 'input.unit', on: 'input.from' });
  const said = {
    name: oneLine(input.name, 'input.name'),
    address: readAddress(input.address),
    organization_id: await readOrganization(desk, actor, input.organization),
  };
  const place = { town_id: desk.town, id: newId(), unit_id: unit, kind: input.kind, version: 1 };
  await desk.db
    .insertInto('inspection_place')
    .values({ ...place, recorded_at: desk.now, recorded_by: actor.accountId })
    .execute();
  await writeVersion(desk, place.id, said, from);
  return place.id;
}

/**
 * Says what a place is called and where it is from a day on; what it was before stays to be read. Returns its id in the town.
 * Errors: NOT_FOUND on input.place or input.organization out of reach; BAD_INPUT on input.name where nothing is told, or on the field
 * at fault; CONFLICT on input.expectedVersion, or on input.place where it is closed.
 */
export async function changeInspectionPlace(
  desk: Desk,
  actor: Actor,
  input: ChangeInspectionPlaceInput,
): Promise<string> {
  const { place, last } = await holdPlace(desk, actor, input.place);
  requireVersion(place, input.expectedVersion);
  const { name, address, organization } = input;
  if (name == null && address == null && organization === undefined) throw badInput('input.name', 'required');
  const from = dayOfNext(input.from, last, dayOf(desk.now), 'input.from');
  const said = {
    name: name == null ? last.name : oneLine(name, 'input.name'),
    address: address == null ? last.address : readAddress(address),
    organization_id:
      organization === undefined ? last.organizationUuid : await readOrganization(desk, actor, organization),
  };
  await endVersion(desk, 'inspection_place', place, last, from);
  await writeVersion(desk, place.uuid, said, from);
  return place.uuid;
}

/**
 * Closes a place on a day, the first without it. Returns its id in the town.
 * Errors: NOT_FOUND on input.place out of reach; BAD_INPUT on input.on; CONFLICT on input.place where it is closed.
 */
export async function closeInspectionPlace(
  desk: Desk,
  actor: Actor,
  input: CloseInspectionPlaceInput,
): Promise<string> {
  const { place, last } = await holdPlace(desk, actor, input.place);
  await endVersion(desk, 'inspection_place', place, last, dayOfNext(input.on, last, dayOf(desk.now), 'input.on'));
  return place.uuid;
}

/** The place that is changed, with its last version; another change of it waits. */
async function holdPlace(desk: Desk, actor: Actor, id: string) {
  await holdTree(desk);
  const named = await getPlaceFor(desk, actor, 'inspection:manage', id, 'input.place');
  await desk.db
    .selectFrom('inspection_place')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', '=', named.uuid)
    .forUpdate()
    .execute();
  desk.forget();
  const place = await getPlaceFor(desk, actor, 'inspection:manage', id, 'input.place');
  const last = (await desk.load(placeVersionsOf, { townId: desk.town, uuid: place.uuid })).at(-1);
  if (!last || last.validTo !== null) throw conflict('alreadyEnded', 'input.place');
  return { place, last };
}

/** An address; nothing but spaces is none. Errors: BAD_INPUT on input.address. */
function readAddress(address: string | null | undefined): string | null {
  return address == null || address.trim() === '' ? null : oneLine(address, 'input.address', longestAddress);
}

async function readOrganization(desk: Desk, actor: Actor, id: string | null | undefined): Promise<string | null> {
  if (id == null) return null;
  return (await getLineFor(desk, actor, 'organization:read', id)).uuid;
}

async function writeVersion(desk: Desk, place: string, said: Said, from: string): Promise<void> {
  await desk.db
    .insertInto('inspection_place_version')
    .values({ town_id: desk.town, id: newId(), place_id: place, ...said, valid_from: from, valid_to: null })
    .execute();
}
