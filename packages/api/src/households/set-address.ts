import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { writeDated } from '../db/dated.ts';
import type { Desk } from '../db/door.ts';
import { putFrom, stateOn } from '../db/versions.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { halfWidth, oneLine } from '../schema/text.ts';
import { addressesFor } from './addresses.ts';
import { getHouseholdFor, requireLiving } from './find-household.ts';
import type { SetAddressInput } from './household.input.ts';
import type { HouseholdType } from './household.type.ts';
import { recordEvents, visitOf } from './household-events.ts';
import { lockHouseholds } from './lock-household.ts';
import { refuseOtherAddress } from './meanwhile.ts';

/** Characters of an address. */
const most = 120;

/** An address as it is kept. Errors: BAD_INPUT on `field`. */
export function addressLine(value: string, field: string): string {
  return halfWidth(oneLine(value, field, most));
}

/**
 * Sets where a household lives from a day on, until the next address that is known. Returns its id in the town.
 * Errors: NOT_FOUND on input.household or input.visit; BAD_INPUT on input.address or input.from; CONFLICT where it has
 * left, or, with both addresses, where somebody else set another one since `expectedVersion`.
 */
export async function setAddress(
  desk: Desk,
  ctx: Pick<Context, 'signedIn' | 'personalReadings'>,
  input: SetAddressInput,
  from: string,
): Promise<string> {
  await lockHouseholds(desk, [requireIdIn(desk.town, input.household, 'Household', 'input.household')]);
  const household = await getHouseholdFor(desk, ctx.signedIn, 'resident:keep', input.household);
  requireLiving(household, from, 'input.from');
  const address = addressLine(input.address, 'input.address');
  const visit = await visitOf(desk, household.uuid, input.visit);
  await refuseOtherAddress(desk, ctx, household, address, from, input.expectedVersion);
  await changeAddress(desk, ctx.signedIn, household, address, from, visit);
  return household.uuid;
}

/** Writes an address from a day on, if it is another one, and writes that into the household's record. */
export async function changeAddress(
  desk: Desk,
  actor: Actor,
  { uuid, validTo }: Pick<HouseholdType, 'uuid' | 'validTo'>,
  address: string,
  from: string,
  visit: string | null,
): Promise<void> {
  const { addresses } = await addressesFor(desk, uuid);
  const before = stateOn(addresses, from)?.address ?? null;
  if (before === address) return;
  const after = putFrom(addresses, from, { address }, validTo);
  await writeDated(desk, 'address', [{ uuid, before: addresses, after }]);
  const version = await growVersion(desk, uuid);
  const changes = [{ field: 'ADDRESS' as const, before, after: address }];
  await recordEvents(desk, actor, [{ household: uuid, kind: 'ADDRESS_SET', day: from, version, changes, visit }]);
}

async function growVersion(desk: Desk, household: string): Promise<number> {
  const { version } = await desk.db
    .updateTable('household')
    .set((now) => ({ version: now('version', '+', 1) }))
    .where('town_id', '=', desk.town)
    .where('id', '=', household)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
