import type { Desk } from '../db/door.ts';

/** In which category a household is, and why. */
export interface Content {
  categoryUuid: string;
  why: string;
}

/** The columns that hold it, sealed or open. */
export interface ContentColumns {
  category_id: string | null;
  reason: string | null;
  sealed: Uint8Array | null;
  key_id: string | null;
}

/** The row that holds it. */
interface RowKey {
  town_id: number;
  id: string;
  household_id: string;
}

const uuidLength = 36;

/** What to store of a household's being in a category, sealed where the category is sensitive. */
export function columnsOf(desk: Desk, { categoryUuid, why }: Content, row: RowKey, sensitive: boolean): ContentColumns {
  if (!sensitive) return { category_id: categoryUuid, reason: why, sealed: null, key_id: null };
  const { sealed, keyId } = desk.sealing.seal(`${categoryUuid}${why}`, boundTo(row));
  return { category_id: null, reason: null, sealed, key_id: keyId };
}

/** What a row holds, opened where it is sealed. */
export function contentOf(desk: Desk, row: RowKey & ContentColumns): Content {
  const { category_id, reason, sealed, key_id } = row;
  if (category_id !== null) return { categoryUuid: category_id, why: reason ?? '' };
  if (sealed === null || key_id === null) throw new Error(`Household category ${row.id} is neither open nor sealed`);
  const text = desk.sealing.open({ sealed, keyId: key_id }, boundTo(row));
  return { categoryUuid: text.slice(0, uuidLength), why: text.slice(uuidLength) };
}

/** What a sealed row is bound to, so that it tells nothing in the place of another. */
function boundTo({ town_id, household_id, id }: RowKey): string {
  return `household_category ${town_id} ${household_id} ${id}`;
}
