import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { stateOn } from '../db/versions.ts';
import { badInput } from '../errors.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { getHouseholdFor, requireLiving } from './find-household.ts';
import type { RecordContactInput } from './household.input.ts';
import type { ContactType } from './household.type.ts';
import { inPartition, placesOf } from './household-places.ts';

/**
 * Records a contact with a household under the geographic block that holds it on that day.
 * Errors: NOT_FOUND on input.household; BAD_INPUT on input.contactedOn ahead or before the household; CONFLICT where it
 * had left by then.
 */
export async function recordContact(
  desk: Desk,
  actor: Actor,
  input: RecordContactInput,
  on: string,
): Promise<ContactType> {
  await holdTree(desk);
  const household = await getHouseholdFor(desk, actor, 'contact:record', input.household);
  if (on > dayOf(desk.now)) throw badInput('input.contactedOn', 'dateAhead');
  requireLiving(household, on, 'input.contactedOn');
  const places = inPartition(await desk.load(placesOf, { townId: desk.town, uuid: household.uuid }), null);
  const block = stateOn(places, on)?.block_id;
  if (block === undefined) throw new Error(`Household ${household.uuid} has no block on ${on}`);
  const id = randomUUIDv7();
  await desk.db
    .insertInto('contact')
    .values({
      town_id: desk.town,
      id,
      household_id: household.uuid,
      block_id: block,
      contacted_on: on,
      recorded_at: desk.now,
    })
    .execute();
  return {
    townId: desk.town,
    blockUuid: block,
    id: globalId('Contact', desk.town, id),
    contactedOn: on,
    recordedAt: desk.now,
  };
}
