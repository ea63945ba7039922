import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { planProgramme } from '../programmes/plan-programme.ts';
import { dayOf } from '../today.ts';
import type { TownType } from '../towns/town.type.ts';
import { getOffer } from './offer-programme.ts';
import { joinedProgrammes } from './offer-rows.ts';

/**
 * Takes part with a town in what its district offers: plans a programme of the town's own, which goes on as any other. Returns its id in the town.
 * Errors: NOT_FOUND on input.offer, also for another district's; CONFLICT there where it was withdrawn or is over, or the town takes part; those of
 * planProgramme.
 */
export async function joinOffer(
  desk: Desk,
  actor: Actor,
  { districtCode }: Pick<TownType, 'districtCode'>,
  input: { offer: string; unit?: string | null },
): Promise<string> {
  const offer = await getOffer(desk, input.offer);
  if (offer.districtCode !== districtCode) throw notFound('input.offer');
  if (offer.withdrawnAt !== null) throw conflict('offerWithdrawn', 'input.offer');
  if (offer.lastDay < dayOf(desk.now)) throw conflict('offerOver', 'input.offer', { date: offer.lastDay });
  const joined = await desk.load(joinedProgrammes, { townId: desk.town, uuid: offer.uuid });
  if (joined) throw conflict('offerJoined', 'input.offer');
  return planProgramme(desk, actor, { ...offer, unit: input.unit ?? null, offer: offer.uuid });
}
