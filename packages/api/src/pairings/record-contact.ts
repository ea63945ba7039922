import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict, notFound } from '../errors.ts';
import { householdsById, reachesHousehold, requireLiving } from '../households/find-household.ts';
import { dayOfDeed, requireThere } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { blockOn } from '../visits/record-visit.ts';
import { pairingContactsById } from './contact-rows.ts';
import type { RecordPairingContactInput, WithdrawPairingContactInput } from './pairing.input.ts';
import { holdPairing } from './pairing-reach.ts';

/**
 * Records a contact with the household. Returns its id in the town.
 * Errors: those of holdPairing; BAD_INPUT on input.done, or input.on ahead or before the pairing began; CONFLICT on input.pairing where it, or
 * the household's stay, had ended by then.
 */
export async function recordPairingContact(
  desk: Desk,
  actor: Actor,
  input: RecordPairingContactInput,
): Promise<string> {
  await holdTree(desk);
  const pairing = await holdPairing(desk, actor, 'pairing:contact', input.pairing);
  const done = paragraphs(input.done, 'input.done');
  const on = dayOfDeed(input.on, dayOf(desk.now), 'input.on');
  requireThere({ validFrom: pairing.begun_on, validTo: pairing.ended_on }, on, 'input.pairing', 'input.on');
  const household = await desk.load(householdsById, { townId: desk.town, uuid: pairing.household_id });
  if (!household) throw notFound('input.pairing');
  requireLiving(household, on, 'input.on', 'input.pairing');
  const id = newId();
  await desk.db
    .insertInto('pairing_contact')
    .values({
      ...{ town_id: desk.town, id, pairing_id: pairing.id, household_id: household.uuid },
      ...{ block_id: await blockOn(desk, household, on), contacted_on: on, way: input.way, done },
      ...{ recorded_at: desk.now, recorded_by: actor.accountId },
      ...{ withdrawn_at: null, withdrawn_by: null, withdrawn_because: null },
    })
    .execute();
  return id;
}

/**
 * Withdraws a contact: it stays in the record and counts nowhere. Whoever recorded it may, and whoever manages pairings there. Returns its id
 * in the town.
 * Errors: NOT_FOUND on input.pairingContact out of the actor's reach; BAD_INPUT on input.reason; CONFLICT on input.pairingContact that was
 * withdrawn before.
 */
export async function withdrawPairingContact(
  desk: Desk,
  actor: Actor,
  input: WithdrawPairingContactInput,
): Promise<string> {
  const field = 'input.pairingContact';
  const uuid = requireIdIn(desk.town, input.pairingContact, 'PairingContact', field);
  const contact = await desk.load(pairingContactsById, { townId: desk.town, uuid });
  const permission = contact?.recordedById === actor.accountId ? 'pairing:contact' : 'pairing:manage';
  const household = { townId: desk.town, uuid: contact?.householdUuid ?? '' };
  if (!contact || !(await reachesHousehold(desk, actor, permission, household))) throw notFound(field);
  const withdrawn_because = paragraphs(input.reason, 'input.reason');
  const done = await desk.db
    .updateTable('pairing_contact')
    .set({ withdrawn_at: desk.now, withdrawn_by: actor.accountId, withdrawn_because })
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) === 0) throw conflict('pairingContactWithdrawn', field);
  return uuid;
}
