import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireOfTown } from '../people/register-person.ts';
import { dayOfDeed } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requireAmount } from '../schema/money.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { giftsOf } from './gift-rows.ts';
import { holdManaged } from './hold-programme.ts';

/** What is said of a gift. Money in fen; ids are global ones. */
interface Said {
  partner?: string | null;
  amount?: number | null;
  goods?: string | null;
  worth?: number | null;
  on?: string | null;
}

/**
 * Records what was given for a programme. Returns the programme's id in the town.
 * Errors: those of holdManaged; NOT_FOUND on input.partner; those of readGift; BAD_INPUT on input.on.
 */
export async function recordGift(desk: Desk, actor: Actor, input: Said & { programme: string }): Promise<string> {
  const uuid = requireIdIn(desk.town, input.programme, 'Programme', 'input.programme');
  await holdManaged(desk, actor, uuid, 'input.programme');
  const partner_id =
    input.partner == null ? null : await requireOfTown(desk, 'partner', input.partner, 'input.partner');
  await desk.db
    .insertInto('programme_gift')
    .values({
      ...{ town_id: desk.town, id: newId(), programme_id: uuid, partner_id, ...readGift(input) },
      ...{ given_on: dayOfDeed(input.on, dayOf(desk.now), 'input.on'), recorded_at: desk.now },
      ...{ recorded_by: actor.accountId, withdrawn_at: null, withdrawn_because: null },
    })
    .execute();
  return uuid;
}

/** Errors: BAD_INPUT on input.amount or input.goods that are no money or goods, both or neither, or on input.worth that is none or of money. */
function readGift({ amount, goods, worth }: Said) {
  if ((amount == null) === (goods == null)) throw badInput('input.amount', 'moneyOrGoods');
  if (amount != null && worth != null) throw badInput('input.worth', 'worthOfGoods');
  return {
    amount: amount == null ? null : requireAmount(amount, 'input.amount'),
    goods: goods == null ? null : oneLine(goods, 'input.goods'),
    worth: worth == null ? null : requireAmount(worth, 'input.worth'),
  };
}

/**
 * Withdraws a gift that was put down wrongly. Returns the programme's id in the town.
 * Errors: those of holdManaged; NOT_FOUND on input.gift, CONFLICT there where it was withdrawn; BAD_INPUT on input.reason.
 */
export async function withdrawGift(
  desk: Desk,
  actor: Actor,
  input: { programme: string; gift: string; reason: string },
): Promise<string> {
  const uuid = requireIdIn(desk.town, input.programme, 'Programme', 'input.programme');
  await holdManaged(desk, actor, uuid, 'input.programme');
  const named = requireIdIn(desk.town, input.gift, 'ProgrammeGift', 'input.gift');
  const gift = (await desk.load(giftsOf, { townId: desk.town, uuid })).find((each) => each.uuid === named);
  if (!gift) throw notFound('input.gift');
  if (gift.withdrawnAt !== null) throw conflict('giftWithdrawn', 'input.gift');
  await desk.db
    .updateTable('programme_gift')
    .set({ withdrawn_at: desk.now, withdrawn_because: paragraphs(input.reason, 'input.reason') })
    .where('town_id', '=', desk.town)
    .where('id', '=', named)
    .execute();
  return uuid;
}
