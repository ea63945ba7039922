import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import type { Version, Versions } from '../db/versions.ts';
import { conflict, notFound } from '../errors.ts';
import { lockHouseholds } from '../households/lock-household.ts';
import { getResidentFor } from './find-resident.ts';
import { type ResidentRecord, type StayState, staysOf } from './resident-rows.ts';

/** A resident who is taken for a change, with all their stays. */
export interface TakenResident {
  resident: ResidentRecord;
  stays: Versions<StayState>;
  /** Their last stay, which may be over or yet to come. */
  last: Version<StayState>;
}

/**
 * The resident that a mutation names, if the actor may keep what is known of them. Their household, and those in `also`,
 * are taken for the change, so that nobody else changes who is in them.
 * Errors: NOT_FOUND on input.resident; CONFLICT there where somebody else has just moved them.
 */
export async function takeResident(
  desk: Desk,
  actor: Actor,
  id: string,
  also: readonly string[] = [],
): Promise<TakenResident> {
  const before = await find(desk, actor, id);
  await lockHouseholds(desk, [before.last.state.household_id, ...also]);
  const now = await find(desk, actor, id);
  if (now.last.state.household_id !== before.last.state.household_id)
    throw conflict('versionConflict', 'input.resident');
  return now;
}

async function find(desk: Desk, actor: Actor, id: string): Promise<TakenResident> {
  const resident = await getResidentFor(desk, actor, 'resident:keep', id);
  const stays = await desk.load(staysOf, { townId: desk.town, uuid: resident.uuid });
  const last = stays.at(-1);
  if (!last) throw notFound('input.resident');
  return { resident, stays, last };
}

/** Refuses to change a stay that is over. Errors: CONFLICT on input.resident. */
export function requireLasting({ last }: TakenResident): void {
  if (last.to !== null) throw conflict('alreadyLeft', 'input.resident', { date: last.to });
}
