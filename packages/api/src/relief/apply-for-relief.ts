import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { holdsOn } from '../db/versions.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { getHouseholdFor, requireLiving } from '../households/find-household.ts';
import { getCampaign } from '../relief-campaigns/campaigns.ts';
import { getReliefItem } from '../relief-items/relief-list.ts';
import { nextNumber } from '../requests/request-number.ts';
import { membersOf } from '../residents/resident-rows.ts';
import { dayOfDeed } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requireAmount } from '../schema/money.ts';
import { paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { writeReliefEvents } from './take-relief-steps.ts';

/** What is applied for, whoever it is for. Ids are global ones. */
export interface ReliefSaid {
  item: string;
  campaign?: string | null;
  reason: string;
  amount: number;
  on?: string | null;
}

/**
 * Applies for relief. Returns the application's id in the town.
 * Errors: those of readApplication; NOT_FOUND on input.household out of the actor's reach or input.resident; BAD_INPUT on input.on
 * before the household; CONFLICT on input.household where it has left, on input.resident where they are not in it then.
 */
export async function applyForRelief(
  desk: Desk,
  actor: Actor,
  input: ReliefSaid & { household: string; resident?: string | null },
): Promise<string> {
  await holdTree(desk);
  const household = await getHouseholdFor(desk, actor, 'relief:apply', input.household);
  const { on, year, item, campaign, reason, amount } = await readApplication(desk, input);
  requireLiving(household, on, 'input.on');
  const resident_id = input.resident == null ? null : await requireMember(desk, household.uuid, input.resident, on);
  const row = {
    ...{ town_id: desk.town, id: newId(), year, household_id: household.uuid, resident_id, item_id: item },
    ...{ campaign_id: campaign, reason, amount, state: 'SUBMITTED' as const, applied_on: on },
    ...{ recorded_at: desk.now, recorded_by: actor.accountId, version: 1 },
  };
  const number = await nextNumber(desk, year, 'relief_counter');
  await desk.db
    .insertInto('relief_application')
    .values({ ...row, number })
    .execute();
  const { id, state, version } = row;
  await writeReliefEvents(desk, actor, [{ id, state, version }], 'APPLY', on);
  return id;
}

/**
 * What is applied for, with the day and its year; what it names by ids in the town.
 * Errors: BAD_INPUT on input.on ahead or outside the campaign, input.reason or input.amount; NOT_FOUND on input.item or
 * input.campaign; CONFLICT on input.item that was ended by then.
 */
export async function readApplication(desk: Desk, input: ReliefSaid) {
  const on = dayOfDeed(input.on, dayOf(desk.now), 'input.on');
  const item = await getReliefItem(desk, input.item, 'input.item', on);
  const campaign = input.campaign == null ? null : await getCampaign(desk, desk.town, input.campaign, 'input.campaign');
  if (campaign && (on < campaign.firstDay || on > campaign.lastDay)) {
    throw badInput('input.on', 'reliefOutsideCampaign', { first: campaign.firstDay, last: campaign.lastDay });
  }
  const reason = paragraphs(input.reason, 'input.reason');
  const amount = requireAmount(input.amount, 'input.amount');
  return { on, year: Number(on.slice(0, 4)), item: item.uuid, campaign: campaign?.uuid ?? null, reason, amount };
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
