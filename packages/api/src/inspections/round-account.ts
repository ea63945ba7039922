import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requirePeople } from '../people/require-people.ts';
import { blockOver } from '../requests/unit-of-place.ts';
import { requireThere } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { paragraphs } from '../schema/text.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import type { InspectionPlaceType } from './place.type.ts';
import { placesById } from './place-rows.ts';
import { wronglyIn } from './round-rows.ts';
import type { InspectionSquadType } from './squad.type.ts';
import { squadOn } from './squad-rows.ts';

const mostPeople = 20;
const mostChecks = 30;

/** A check as a version of its round says. Ids are those in the town. */
export interface CheckSaid {
  id: string;
  place: string;
  block: string;
  people: readonly string[];
}

/** The people who took part. Errors: BAD_INPUT on input.people for none or too many; NOT_FOUND on input.people.N. */
export async function readPeople(desk: Desk, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0 || ids.length > mostPeople) throw badInput('input.people', 'patrolPeople', { most: mostPeople });
  return requirePeople(desk, ids, (index) => `input.people.${index}`);
}

/** Who of those of a round took part in one check; null where nothing is told. Errors: BAD_INPUT or NOT_FOUND on `field`. */
export function readSome(
  desk: Desk,
  ids: readonly string[] | null | undefined,
  all: readonly string[],
  field: string,
): string[] | null {
  if (ids == null) return null;
  if (ids.length === 0) throw badInput(field, 'required');
  const some = ids.map((id, index) => {
    const uuid = requireIdIn(desk.town, id, 'Person', `${field}.${index}`);
    if (!all.includes(uuid)) throw notFound(`${field}.${index}`);
    return uuid;
  });
  return [...new Set(some)];
}

/**
 * The places that an input says were checked, in their order.
 * Errors: BAD_INPUT on input.checks for none or too many, or on input.checks.N.place for one named twice; NOT_FOUND there.
 */
export async function readPlaces(desk: Desk, checks: readonly { place: string }[]): Promise<InspectionPlaceType[]> {
  if (checks.length === 0 || checks.length > mostChecks) {
    throw badInput('input.checks', 'inspectionChecks', { most: mostChecks });
  }
  const field = (index: number) => `input.checks.${index}.place`;
  const uuids = checks.map(({ place }, index) => requireIdIn(desk.town, place, 'InspectionPlace', field(index)));
  const twice = uuids.findIndex((uuid, index) => uuids.indexOf(uuid) < index);
  if (twice >= 0) throw badInput(field(twice), 'listedTwice');
  const places = await Promise.all(uuids.map((uuid) => desk.load(placesById, { townId: desk.town, uuid })));
  return places.map((place, index) => {
    if (!place) throw notFound(field(index));
    return place;
  });
}

/** Which squad inspected on which day, and where these stand in the input. */
interface Asked {
  squad: InspectionSquadType;
  on: string;
  squadField: string;
}

/**
 * That somebody may record that a squad inspected places on a day, which were there then; answers the block for which each counts.
 * Errors: NOT_FOUND on `squadField` for whoever is not in the squad and does not manage inspections at all of the places, and on
 * input.checks.N.place for one that they do not reach; BAD_INPUT on input.on where the squad or a place was not there yet; CONFLICT on
 * `squadField` or input.checks.N.place where it was not there any more.
 */
export async function requireInspectable(
  desk: Desk,
  actor: Actor,
  { squad, on, squadField }: Asked,
  places: readonly InspectionPlaceType[],
): Promise<string[]> {
  const units = places.map(({ unitUuid }) => unitUuid);
  const wrong = await wronglyIn(desk, actor, { townId: desk.town, uuid: squad.uuid }, on, units);
  if (typeof wrong === 'number') throw notFound(`input.checks.${wrong}.place`);
  requireThere(squad, on, squadField, 'input.on');
  if (wrong === 'squad') throw notFound(squadField);
  const [timeline, links] = await Promise.all([desk.load(timelineOf, desk.town), desk.load(lineageOfTowns, desk.town)]);
  return places.map((place, index) => {
    const field = `input.checks.${index}.place`;
    requireThere(place, on, field, 'input.on');
    const unit = standsIn(timeline, links, place.unitUuid, on);
    if (unit === null) throw conflict('unitClosed', field);
    return blockOver(timeline, unit, on);
  });
}

/** That at least one of those who took part is in the squad on the day. Errors: BAD_INPUT on `field`. */
export async function requireOfSquad(
  desk: Desk,
  squad: InspectionSquadType,
  on: string,
  people: readonly string[],
  field: string,
): Promise<void> {
  const then = await squadOn(desk, squad, on);
  if (!then?.members.some(({ uuid }) => people.includes(uuid))) throw badInput(field, 'noneOfSquad', { date: on });
}

/** What there is to say of a round; nothing but spaces is nothing. Errors: BAD_INPUT on input.note. */
export function readNote(note: string | null | undefined): string | null {
  return note == null || note.trim() === '' ? null : paragraphs(note, 'input.note');
}

/** Writes what is said of a round as a version of it, with who took part in which check: `number` 1 is the first. Two statements. */
export async function writeRoundVersion(
  desk: Desk,
  accountId: string,
  round: string,
  { number, on, note, reason }: { number: number; on: string; note: string | null; reason: string | null },
  checks: readonly CheckSaid[],
): Promise<void> {
  const version = { town_id: desk.town, id: newId(), round_id: round, number, inspected_on: on, note, reason };
  await desk.db
    .insertInto('inspection_round_version')
    .values({ ...version, written_at: desk.now, written_by: accountId })
    .execute();
  const took = checks.flatMap(({ id, block, people }) =>
    people.map((person_id) => ({
      ...{ town_id: desk.town, id: newId(), version_id: version.id, check_id: id, person_id },
      ...{ block_id: block, inspected_on: on, counted: true },
    })),
  );
  await desk.db.insertInto('inspection_attendance').values(took).execute();
}

/** Writes checks of a round that were not there before. One statement. */
export async function writeChecks(
  desk: Desk,
  round: string,
  on: string,
  checks: readonly (CheckSaid & { position: number })[],
): Promise<void> {
  if (checks.length === 0) return;
  const rows = checks.map(({ id, place, block, position }) => ({
    ...{ town_id: desk.town, id, round_id: round, place_id: place, position },
    ...{ block_id: block, inspected_on: on, withdrawn: false },
  }));
  await desk.db.insertInto('inspection_check').values(rows).execute();
}
