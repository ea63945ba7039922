import { anyOf, idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn, type Version, type Versions, versionNear } from '../db/versions.ts';

/** Where a household is over a period, in one partition. Its members are the columns of a version. */
export interface PlaceState {
  block_id: string;
  /** Null for the geographic partition. */
  overlay_id: string | null;
  head_id: string | null;
}

/** Batch of the places of households in all partitions, oldest first. One statement. */
export async function placesOf(desk: Desk, keys: readonly TownKey[]): Promise<Versions<PlaceState>[]> {
  const rows = await desk.db
    .selectFrom('household_block')
    .select(['town_id', 'household_id', 'id', 'block_id', 'overlay_id', 'head_id', 'valid_from', 'valid_to'])
    .where('town_id', 'in', townsOf(keys))
    // As one value: PostgreSQL takes 65,535 of them, and lists of blocks hold more households.
    .where('household_id', '=', anyOf(idsOf(keys)))
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .execute();
  return parted(keys, rows, 'household_id', ({ id, block_id, overlay_id, head_id, valid_from, valid_to }) => ({
    row: id,
    from: valid_from,
    to: valid_to,
    state: { block_id, overlay_id, head_id },
  }));
}

/** The places in one partition: an overlay, or, with null, the geographic one. */
export function inPartition(places: Versions<PlaceState>, overlay: string | null): Versions<PlaceState> {
  return places.filter((place) => place.state.overlay_id === overlay);
}

/**
 * Where a household is on a day in each partition that holds it, the geographic one first. One that has left the town by
 * then, or is yet to come, is where it was on its last day, or will be on its first.
 */
export function placesNear(places: Versions<PlaceState>, day: string): Version<PlaceState>[] {
  const geographic = versionNear(inPartition(places, null), day);
  if (!geographic) return [];
  const { from, to } = geographic;
  const beside = (place: Version<PlaceState>) => {
    if (from > day) return holdsOn(place, from);
    if (to === null || to > day) return holdsOn(place, day);
    return place.from < to && (place.to === null || place.to >= to);
  };
  return [geographic, ...places.filter((place) => place.state.overlay_id !== null && beside(place))];
}
