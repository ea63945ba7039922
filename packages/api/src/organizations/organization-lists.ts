import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { byPinyin } from '../schema/pinyin.ts';
import type { IndustryType, OrganizationKindType } from './organization.type.ts';

/** Batch of all kinds of organisations that towns have or had, in the order of their lists. One statement. */
export async function organizationKindsOf(desk: Desk, towns: readonly number[]): Promise<OrganizationKindType[][]> {
  const rows = await desk.db
    .selectFrom('organization_kind')
    .select(['town_id', 'id', 'name', 'class', 'position', 'valid_from', 'valid_to', 'version'])
    .where('town_id', 'in', [...towns])
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((town) =>
    (byTown.get(town) ?? [])
      .map((row) => ({ ...entryOf(row), id: globalId('OrganizationKind', town, row.id), class: row.class }))
      .sort(inOrder),
  );
}

/** Batch of all industries that towns have or had, in the order of their lists. One statement. */
export async function industriesOf(desk: Desk, towns: readonly number[]): Promise<IndustryType[][]> {
  const rows = await desk.db
    .selectFrom('industry')
    .select(['town_id', 'id', 'name', 'position', 'valid_from', 'valid_to', 'version'])
    .where('town_id', 'in', [...towns])
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((town) =>
    (byTown.get(town) ?? []).map((row) => ({ ...entryOf(row), id: globalId('Industry', town, row.id) })).sort(inOrder),
  );
}

interface EntryRow {
  town_id: number;
  id: string;
  name: string;
  position: number;
  valid_from: string;
  valid_to: string | null;
  version: number;
}

function entryOf({ town_id: townId, id: uuid, name, position, valid_from, valid_to, version }: EntryRow) {
  return { townId, uuid, name, position, validFrom: valid_from, validTo: valid_to, version };
}

function inOrder(a: IndustryType, b: IndustryType): number {
  return a.position - b.position || byPinyin(a.name, b.name) || (a.uuid < b.uuid ? -1 : 1);
}

/** The kind of the desk's town that an input names. Errors: NOT_FOUND on `field`. */
export async function getKind(desk: Desk, id: string, field: string): Promise<OrganizationKindType> {
  const uuid = requireIdIn(desk.town, id, 'OrganizationKind', field);
  const kind = (await desk.load(organizationKindsOf, desk.town)).find((each) => each.uuid === uuid);
  if (!kind) throw notFound(field);
  return kind;
}

/** The industry of the desk's town that an input names. Errors: NOT_FOUND on `field`. */
export async function getIndustry(desk: Desk, id: string, field: string): Promise<IndustryType> {
  const uuid = requireIdIn(desk.town, id, 'Industry', field);
  const industry = (await desk.load(industriesOf, desk.town)).find((each) => each.uuid === uuid);
  if (!industry) throw notFound(field);
  return industry;
}

/**
 * Refuses an entry of a list that does not hold over a whole period.
 * Errors: BAD_INPUT on input.from before it began; CONFLICT on `field` where it ends within the period.
 */
export function requireEntry(
  { validFrom, validTo }: IndustryType,
  { from, to }: { from: string; to: string | null },
  field: string,
): void {
  if (from < validFrom) throw badInput('input.from', 'dateBeforeBeginning', { date: validFrom });
  if (validTo !== null && (to === null || to > validTo)) throw conflict('entryEnds', field, { date: validTo });
}
