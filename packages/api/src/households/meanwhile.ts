import type { Reading } from '../audit/personal.ts';
import type { Desk } from '../db/door.ts';
import { threeWay } from '../db/three-way.ts';
import { stateOn } from '../db/versions.ts';
import { conflict, Refusal } from '../errors.ts';
import { globalId } from '../schema/global-id.ts';
import { addressesFor } from './addresses.ts';
import type { HouseholdType } from './household.type.ts';
import { changesSince } from './household-events.ts';
import { inPartition, placesOf } from './household-places.ts';
import { changedMeanwhile, valuesBefore } from './recorded-fields.ts';

/**
 * Refuses an address from a day on where somebody else set another one since the version that the caller saw. What else
 * changed meanwhile is no hindrance. Errors: CONFLICT on input.expectedVersion, with both addresses.
 */
export async function refuseOtherAddress(
  desk: Desk,
  ctx: Reading,
  household: HouseholdType,
  address: string,
  from: string,
  expectedVersion: number | null | undefined,
): Promise<void> {
  if (!hasChanged(household, expectedVersion)) return;
  const { auditKey, addresses } = await addressesFor(desk, household.uuid);
  const current = { ADDRESS: stateOn(addresses, from)?.address ?? null };
  const since = await changesSince(desk, { household: household.uuid }, expectedVersion ?? household.version);
  const { atOdds } = threeWay(['ADDRESS'], { ADDRESS: address }, valuesBefore(current, since), current);
  if (atOdds.length > 0) throw changedMeanwhile(ctx, desk.town, auditKey, atOdds);
}

/**
 * Refuses to move a household from a day on where somebody else, or a restructuring, moved it since the version that the
 * caller saw. Other addresses meanwhile are no hindrance. Errors: CONFLICT on input.expectedVersion, with both blocks.
 */
export async function refuseOtherPlace(
  desk: Desk,
  household: HouseholdType,
  block: string,
  from: string,
  expectedVersion: number | null | undefined,
): Promise<void> {
  if (!hasChanged(household, expectedVersion)) return;
  const seen = expectedVersion ?? household.version;
  const since = await changesSince(desk, { household: household.uuid }, seen);
  // Every version that came of an address has its entry; what has none came of a restructuring.
  if (since.length === household.version - seen && since.every(({ kind }) => kind === 'ADDRESS_SET')) return;
  const places = inPartition(await desk.load(placesOf, { townId: desk.town, uuid: household.uuid }), null);
  const theirs = stateOn(places, from)?.block_id;
  const [yours, there] = [block, theirs].map((each) => each && globalId('Unit', desk.town, each));
  if (yours === there) return;
  const conflicts = [{ field: 'input.block', yours: yours ?? null, theirs: there ?? null }];
  throw new Refusal('CONFLICT', 'versionConflict', { field: 'input.expectedVersion', conflicts });
}

/** Whether a household is not as the caller saw it. Errors: CONFLICT where it never was so. */
function hasChanged({ version }: HouseholdType, expected: number | null | undefined): boolean {
  if (expected != null && (expected > version || expected < 1)) {
    throw conflict('versionConflict', 'input.expectedVersion');
  }
  return expected != null && expected !== version;
}
