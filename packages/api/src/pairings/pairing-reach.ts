import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { reachesHousehold } from '../households/find-household.ts';
import { getOfHousehold } from '../households/of-household.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { pairingContactsById } from './contact-rows.ts';
import type { PairingContactType, PairingType } from './pairing.type.ts';
import { type PairingRow, pairingsById, selectPairings } from './pairing-rows.ts';

/** A pairing that the viewer may see: of a household within their reach. Errors: NOT_FOUND on `field`. */
export function getPairing(ctx: Context, id: string, field = 'id'): Promise<PairingType> {
  return getOfHousehold(ctx, 'pairing:read', 'Pairing', pairingsById, id, field);
}

/** A contact that the viewer may see: with a household within their reach. Errors: NOT_FOUND on `field`. */
export function getPairingContact(ctx: Context, id: string, field = 'id'): Promise<PairingContactType> {
  return getOfHousehold(ctx, 'pairing:read', 'PairingContact', pairingContactsById, id, field);
}

/** The pairing that an input names, held so that what is written of it waits. Errors: NOT_FOUND on input.pairing out of the actor's reach. */
export async function holdPairing(desk: Desk, actor: Actor, permission: Permission, id: string): Promise<PairingRow> {
  const row = await selectPairings(desk)
    .where('p.town_id', '=', desk.town)
    .where('p.id', '=', requireIdIn(desk.town, id, 'Pairing', 'input.pairing'))
    .forUpdate('p')
    .executeTakeFirst();
  const household = { townId: desk.town, uuid: row?.household_id ?? '' };
  if (!row || !(await reachesHousehold(desk, actor, permission, household))) throw notFound('input.pairing');
  return row;
}
