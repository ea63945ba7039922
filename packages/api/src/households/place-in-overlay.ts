import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { writeVersions } from '../db/revise.ts';
import { holdsOn, putFrom } from '../db/versions.ts';
import { badInput, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getBlockFor, getHouseholdFor, refuseBeforeGoingOn, requireLiving } from './find-household.ts';
import type { PlaceInOverlayInput } from './household.input.ts';
import { inPartition, placesOf } from './household-places.ts';

/**
 * Places a household in a block of an overlay from a day on, until its next one in that overlay. Its geographic block
 * stays what it is. Returns its id in the town.
 * Errors: NOT_FOUND on input.household or input.head; those of getBlockFor; BAD_INPUT on input.head where it is no group
 * head of the block on that day; CONFLICT where the household has left, or on input.from where a restructuring of a later
 * day has moved it on already.
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
  await refuseBeforeGoingOn(desk, before, from, 'input.from');
  const after = putFrom(before, from, { block_id: block, overlay_id: overlay, head_id }, household.validTo);
  await writeVersions(desk, 'household', [{ uuid: household.uuid, before, after }], null);
  return household.uuid;
}

/** The group head that an input names. Errors: NOT_FOUND on input.head; BAD_INPUT where it is none of the block on the day. */
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
    .where('v.valid_from', '<=', from)
    .where((or) => or.or([or('v.valid_to', 'is', null), or('v.valid_to', '>', from)]))
    .executeTakeFirst();
  if (!head) throw notFound('input.head');
  if (head.role !== 'GROUP_HEAD' || head.block_id !== block || !holdsOn(head, from)) {
    throw badInput('input.head', 'noGroupHead');
  }
  return uuid;
}
