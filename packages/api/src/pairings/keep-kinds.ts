import { categoriesOfTowns, getCategory } from '../categories/find-category.ts';
import { endVersion } from '../db/dated-identity.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { dayOfChange, dayOfNext, requireThere } from '../schema/day.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { getPairingKind, pairingKindsOf } from './kind-rows.ts';
import type { AddPairingKindInput, EndPairingKindInput, RevisePairingKindInput } from './pairing-kind.input.ts';
import type { PairingKindType } from './pairing-kind.type.ts';

/** How many kinds a town has at most, with those that are ended. */
const most = 50;
const mostCategories = 20;

/**
 * Puts a kind at the end of the list of the desk's town. Returns its id in the town.
 * Errors: BAD_INPUT on input.name, input.from or input.categories.N; CONFLICT on input.name; those of readCategories.
 */
export async function addPairingKind(desk: Desk, input: AddPairingKindInput): Promise<string> {
  await lockSettings(desk);
  const kinds = await desk.load(pairingKindsOf, desk.town);
  if (kinds.length >= most) throw badInput('input.name', 'tooMany', { most });
  const from = dayOfChange(input.from, dayOf(desk.now), 'input.from');
  const name = freeName(kinds, oneLine(input.name, 'input.name'), from);
  const sensitive = input.sensitive ?? false;
  const categories = await readCategories(desk, sensitive, input.categories ?? [], from);
  const row = { town_id: desk.town, id: newId(), sensitive, position: kinds.length + 1, version: 1 };
  await desk.db.insertInto('pairing_kind').values(row).execute();
  await writeVersion(desk, row.id, name, categories, from);
  return row.id;
}

/**
 * Says what a kind is called and for whom it is from a day on; what it was before stays to be read. Returns its id in the town.
 * Errors: those of holdKind; BAD_INPUT on input.name, input.from or input.categories.N; CONFLICT on input.name; those of readCategories.
 */
export async function revisePairingKind(desk: Desk, input: RevisePairingKindInput): Promise<string> {
  const { kind, last } = await holdKind(desk, input);
  if (input.name == null && input.categories == null) throw badInput('input.name', 'required');
  const from = dayOfNext(input.from, last, dayOf(desk.now), 'input.from');
  const others = (await desk.load(pairingKindsOf, desk.town)).filter(({ uuid }) => uuid !== kind.uuid);
  const name = input.name == null ? last.name : freeName(others, oneLine(input.name, 'input.name'), from);
  const categories =
    input.categories == null ? last.categoryUuids : await readCategories(desk, kind.sensitive, input.categories, from);
  await endVersion(desk, 'pairing_kind', kind, last, from);
  await writeVersion(desk, kind.uuid, name, categories, from);
  return kind.uuid;
}

/**
 * Ends a kind on a day, the first without it. Pairings of it go on. Returns its id in the town.
 * Errors: those of holdKind; BAD_INPUT on input.on.
 */
export async function endPairingKind(desk: Desk, input: EndPairingKindInput): Promise<string> {
  const { kind, last } = await holdKind(desk, input);
  await endVersion(desk, 'pairing_kind', kind, last, dayOfNext(input.on, last, dayOf(desk.now), 'input.on'));
  return kind.uuid;
}

/** The kind that is changed, with its last version. Errors: NOT_FOUND on input.pairingKind; CONFLICT there where it is ended, or on input.expectedVersion. */
async function holdKind(desk: Desk, input: { pairingKind: string; expectedVersion?: number | null }) {
  await lockSettings(desk);
  const kind = await getPairingKind(desk, input.pairingKind, 'input.pairingKind');
  requireVersion(kind, input.expectedVersion);
  const last = kind.written.at(-1) ?? kind.written[0];
  if (last.validTo !== null) throw conflict('alreadyEnded', 'input.pairingKind');
  return { kind, last };
}

/** A name that no other kind has from a day on. Errors: CONFLICT on input.name. */
function freeName(others: readonly PairingKindType[], name: string, from: string): string {
  const taken = others
    .flatMap(({ written }) => written)
    .some((each) => each.name === name && each.validFrom !== each.validTo && (each.validTo ?? '9') > from);
  if (taken) throw conflict('nameTaken', 'input.name');
  return name;
}

/**
 * The categories that a kind names, by their ids in the town, each of which is there on a day.
 * Errors: BAD_INPUT on input.categories for too many, on input.categories.N listed twice or sensitive where the kind is not, or on
 * input.from; NOT_FOUND or CONFLICT on input.categories.N.
 */
async function readCategories(desk: Desk, sensitive: boolean, ids: readonly string[], from: string): Promise<string[]> {
  if (ids.length > mostCategories) throw badInput('input.categories', 'tooMany', { most: mostCategories });
  await desk.load(categoriesOfTowns, desk.town);
  const uuids: string[] = [];
  for (const [index, id] of ids.entries()) {
    const field = `input.categories.${index}`;
    const category = await getCategory(desk, id, field);
    if (uuids.includes(category.uuid)) throw badInput(field, 'listedTwice');
    if (category.sensitive && !sensitive) throw badInput(field, 'pairingKindNotSensitive');
    requireThere(category, from, field);
    uuids.push(category.uuid);
  }
  return uuids;
}

async function writeVersion(
  desk: Desk,
  kind: string,
  name: string,
  categories: readonly string[],
  from: string,
): Promise<void> {
  const id = newId();
  await desk.db
    .insertInto('pairing_kind_version')
    .values({ town_id: desk.town, id, kind_id: kind, name, valid_from: from, valid_to: null })
    .execute();
  if (categories.length === 0) return;
  await desk.db
    .insertInto('pairing_kind_category')
    .values(categories.map((category_id) => ({ town_id: desk.town, id: newId(), version_id: id, category_id })))
    .execute();
}
