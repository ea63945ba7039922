import type { Actor } from '../access/actor.ts';
import { holds } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict, notFound } from '../errors.ts';
import { readFrame, refuseTakers } from '../programmes/read-frame.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { paragraphs } from '../schema/text.ts';
import { offersById } from './offer-rows.ts';
import type { OfferProgrammeInput } from './programme-offer.input.ts';
import type { ProgrammeOfferType } from './programme-offer.type.ts';

/**
 * Offers a programme to the towns of a district. Returns its id.
 * Errors: NOT_FOUND on input.district for one whose office the actor does not hold; those of refuseTakers and readFrame.
 */
export async function offerProgramme(desk: Desk, actor: Actor, input: OfferProgrammeInput): Promise<string> {
  if (!offersIn(actor, input.district)) throw notFound('input.district');
  refuseTakers(input);
  const id = newId();
  await desk.db
    .insertInto('programme_offer')
    .values({
      ...{ id, district_code: input.district, kind: input.kind, takers: input.takers },
      ...{ one_session: input.oneSession ?? false, ...readFrame(desk, input, input.takers) },
      ...{ recorded_at: desk.now, recorded_by: actor.accountId, withdrawn_at: null, withdrawn_because: null },
    })
    .execute();
  return id;
}

/**
 * Withdraws what a district offers. Returns its id.
 * Errors: NOT_FOUND on input.offer, also for another district's; CONFLICT there where it was withdrawn; BAD_INPUT on input.reason.
 */
export async function withdrawOffer(
  desk: Desk,
  actor: Actor,
  input: { offer: string; reason: string },
): Promise<string> {
  const offer = await getOffer(desk, input.offer);
  if (!offersIn(actor, offer.districtCode)) throw notFound('input.offer');
  const { numUpdatedRows } = await desk.db
    .updateTable('programme_offer')
    .set({ withdrawn_at: desk.now, withdrawn_because: paragraphs(input.reason, 'input.reason') })
    .where('id', '=', offer.uuid)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw conflict('offerWithdrawn', 'input.offer');
  return offer.uuid;
}

/** The offer that an input names. Errors: NOT_FOUND on input.offer. */
export async function getOffer(desk: Desk, id: string): Promise<ProgrammeOfferType> {
  const offer = await desk.load(offersById, requireIdIn(0, id, 'ProgrammeOffer', 'input.offer'));
  if (!offer) throw notFound('input.offer');
  return offer;
}

/** Whether somebody offers programmes to the towns of a district: they hold its office. */
export function offersIn(actor: Actor, district: string): boolean {
  return holds(actor, 'programme:offer') && actor.offices.some(({ districtCode }) => districtCode === district);
}
