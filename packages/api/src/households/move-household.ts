import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { writeRevisions } from '../db/revise.ts';
import { setFrom } from '../db/versions.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getBlockFor, getHouseholdFor, refuseBeforeGoingOn, requireLiving } from './find-household.ts';
import type { MoveHouseholdInput } from './household.input.ts';
import type { HouseholdType } from './household.type.ts';
import { recordEvents } from './household-events.ts';
import { inPartition, placesOf } from './household-places.ts';
import { lockHouseholds } from './lock-household.ts';
import { refuseOtherAddress, refuseOtherPlace } from './meanwhile.ts';
import { addressLine, changeAddress } from './set-address.ts';

/**
 * Moves a household to another geographic block from a day on, until its next move, and to another address if one is
 * given. Returns its id in the town.
 * Errors: NOT_FOUND on input.household; those of getBlockFor; BAD_INPUT on input.from before it was in the town, and on
 * input.address; CONFLICT where it has left, where somebody else moved it since `expectedVersion`, with both values, or
 * where a restructuring of a later day has moved it already.
 */
export async function moveHousehold(
  desk: Desk,
  ctx: Pick<Context, 'signedIn' | 'personalReadings'>,
  input: MoveHouseholdInput,
  from: string,
): Promise<string> {
  const actor = ctx.signedIn;
  await lockTree(desk);
  await lockHouseholds(desk, [requireIdIn(desk.town, input.household, 'Household', 'input.household')]);
  const household = await getHouseholdFor(desk, actor, 'household:register', input.household);
  const { block } = await getBlockFor(desk, actor, input.block, from, 'geographic');
  await refuseOtherPlace(desk, household, block, from, input.expectedVersion);
  requireLiving(household, from, 'input.from');
  const address = input.address == null ? undefined : addressLine(input.address, 'input.address');
  if (address) await refuseOtherAddress(desk, ctx, household, address, from, input.expectedVersion);
  const before = inPartition(await desk.load(placesOf, { townId: desk.town, uuid: household.uuid }), null);
  await refuseBeforeGoingOn(desk, before, from, 'input.from');
  const after = setFrom(before, from, { block_id: block });
  await writeRevisions(desk, 'household', [{ uuid: household.uuid, before, after }], null);
  await recordMove(desk, actor, household, from);
  if (address) await changeAddress(desk, actor, household, address, from, null);
  return household.uuid;
}

async function recordMove(desk: Desk, actor: Actor, { uuid, version: before }: HouseholdType, day: string) {
  const { version } = await desk.db
    .selectFrom('household')
    .select('version')
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .executeTakeFirstOrThrow();
  if (version !== before) await recordEvents(desk, actor, [{ household: uuid, kind: 'MOVED', day, version }]);
}
