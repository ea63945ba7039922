import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { writeVersions } from '../db/revise.ts';
import { holdsOn, setFrom, type Versions } from '../db/versions.ts';
import { badInput, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getBlockFor, getHouseholdFor, requireLiving } from './find-household.ts';
import type { PlaceInOverlayInput } from './household.input.ts';
import { inPartition, type PlaceState, placesOf } from './household-places.ts';

/**
 * Places a household in a block of an overlay from a day on, until its next one in that overlay. Its geographic block
 * stays what it is. Returns its id in the town.
 * Errors: NOT_FOUND on input.household or input.head; those of getBlockFor; BAD_INPUT on input.head where it is no group
 * head of the block; CONFLICT where the household has left.
 */
export async function placeInOverlay(
  desk: Desk,
  actor: Actor,
  input: PlaceInOverlayInput,
  from: string,
): Promise<string> {
  await lockTree(desk);
  const household = await getHouseholdFor(desk, actor, 'household:register', input.household);
  const { block, overlay } = await getBlockFor(desk, actor, input.block, from, 'overlay');
  requireLiving(household, from, 'input.from');
  const head_id = input.head == null ? null : await requireHead(desk, input.head, block, from);
  const places = await desk.load(placesOf, { townId: desk.town, uuid: household.uuid });
  const before = inPartition(places, overlay);
  const after = placeFrom(before, from, { block_id: block, overlay_id: overlay, head_id }, household.validTo);
  await writeVersions(desk, 'household', [{ uuid: household.uuid, before, after }], null);
  return household.uuid;
}

/** Places in an overlay may have gaps, unlike blocks: what a gap is followed by stays. */
function placeFrom(before: Versions<PlaceState>, from: string, state: PlaceState, end: string | null) {
  if (before.some((place) => place.from <= from && (place.to === null || place.to > from))) {
    return setFrom(before, from, state);
  }
  const next = before.find((place) => place.from > from);
  return [...before, { from, to: next?.from ?? end, state }].sort((a, b) => (a.from < b.from ? -1 : 1));
}

async function requireHead(desk: Desk, id: string, block: string, from: string): Promise<string> {
  const uuid = requireIdIn(desk.town, id, 'TeamMember', 'input.head');
  const head = await desk.db
    .selectFrom('team_member as m')
    .innerJoin('team_version as v', (join) =>
      join.onRef('v.town_id', '=', 'm.town_id').onRef('v.team_id', '=', 'm.team_id'),
    )
    .select(['m.role', 'm.valid_from as from', 'm.valid_to as to', 'v.block_id'])
    .where('m.town_id', '=', desk.town)
    .where('m.id', '=', uuid)
    .where('v.superseded_at', 'is', null)
    .orderBy('v.valid_from', 'desc')
    .executeTakeFirst();
  if (!head) throw notFound('input.head');
  if (head.role !== 'GROUP_HEAD' || head.block_id !== block || !holdsOn(head, from)) {
    throw badInput('input.head', 'noGroupHead');
  }
  return uuid;
}
