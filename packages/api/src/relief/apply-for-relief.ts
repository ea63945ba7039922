import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { holdsOn } from '../db/versions.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { getHouseholdFor, requireLiving } from '../households/find-household.ts';
import { getReliefItem } from '../relief-items/relief-list.ts';
import { nextNumber } from '../requests/request-number.ts';
import { membersOf } from '../residents/resident-rows.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requireAmount } from '../schema/money.ts';
import { paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { writeReliefEvent } from './take-relief-step.ts';

/** What a household applies for. Ids are global ones. */
interface ReliefAsked {
  household: string;
  resident?: string | null;
  item: string;
  reason: string;
  amount: number;
  on?: string | null;
}

/**
 * Applies for relief. Returns the application's id in the town.
 * Errors: NOT_FOUND on input.household out of the actor's reach, input.resident or input.item; BAD_INPUT on input.on ahead or
 * before the household, input.reason or input.amount; CONFLICT on input.household where it has left, on input.resident where
 * they are not in it then, on input.item that was ended by then.
 */
export async function applyForRelief(desk: Desk, actor: Actor, input: ReliefAsked): Promise<string> {
  await holdTree(desk);
  const household = await getHouseholdFor(desk, actor, 'relief:apply', input.household);
  const today = dayOf(desk.now);
  const on = dayOfChange(input.on, today, 'input.on');
  if (on > today) throw badInput('input.on', 'dateAhead');
  requireLiving(household, on, 'input.on');
  const resident_id = input.resident == null ? null : await requireMember(desk, household.uuid, input.resident, on);
  const item = await getReliefItem(desk, input.item, 'input.item', on);
  const reason = paragraphs(input.reason, 'input.reason');
  const amount = requireAmount(input.amount, 'input.amount');
  const row = {
    ...{ town_id: desk.town, id: newId(), year: Number(on.slice(0, 4)), household_id: household.uuid, resident_id },
    ...{ item_id: item.uuid, reason, amount, state: 'SUBMITTED' as const, applied_on: on },
    ...{ recorded_at: desk.now, recorded_by: actor.accountId, version: 1 },
  };
  const number = await nextNumber(desk, row.year, 'relief_counter');
  await desk.db
    .insertInto('relief_application')
    .values({ ...row, number })
    .execute();
  await writeReliefEvent(desk, actor, row, 'APPLY', on);
  return row.id;
}

/** A resident who is in the household on a day. Errors: NOT_FOUND on input.resident for one who never was, else CONFLICT. */
async function requireMember(desk: Desk, household: string, id: string, day: string): Promise<string> {
  const uuid = requireIdIn(desk.town, id, 'Resident', 'input.resident');
  const stays = (await desk.load(membersOf, { townId: desk.town, uuid: household })).filter(
    ({ resident }) => resident === uuid,
  );
  if (stays.length === 0) throw notFound('input.resident');
  if (!stays.some((stay) => holdsOn(stay, day))) throw conflict('notMemberThen', 'input.resident');
  return uuid;
}
