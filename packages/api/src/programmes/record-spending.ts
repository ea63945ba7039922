import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict } from '../errors.ts';
import { dayOfDeed } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requireChange, sumOf, yuan } from '../schema/money.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdManaged } from './hold-programme.ts';
import { spendingsOf } from './spending-rows.ts';

/**
 * Records what was spent for a programme; more than its budget, too, as it was spent. Returns the programme's id in the town.
 * Errors: those of holdManaged; BAD_INPUT on input.amount, input.text or input.on; CONFLICT on
 * input.amount that takes back more than was spent.
 */
export async function recordSpending(
  desk: Desk,
  actor: Actor,
  input: { programme: string; amount: number; text: string; on?: string | null },
): Promise<string> {
  const uuid = requireIdIn(desk.town, input.programme, 'Programme', 'input.programme');
  await holdManaged(desk, actor, uuid, 'input.programme');
  const amount = requireChange(input.amount, 'input.amount');
  const spent = sumOf(await desk.load(spendingsOf, { townId: desk.town, uuid }));
  if (spent + amount < 0) throw conflict('spentLess', 'input.amount', { spent: yuan(spent) });
  await desk.db
    .insertInto('programme_spending')
    .values({
      ...{ town_id: desk.town, id: newId(), programme_id: uuid, amount },
      ...{ spent_on: dayOfDeed(input.on, dayOf(desk.now), 'input.on'), text: oneLine(input.text, 'input.text') },
      ...{ recorded_at: desk.now, recorded_by: actor.accountId },
    })
    .execute();
  return uuid;
}
