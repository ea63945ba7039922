import { type Actor, actingAs } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { conflict, Refusal } from '../errors.ts';
import { reachesHousehold } from '../households/find-household.ts';
import { getOfHousehold } from '../households/of-household.ts';
import { applicationsById } from './application-rows.ts';
import type { ReliefApplicationType } from './relief.type.ts';
import { type ReliefStep, type ReliefTransition, reliefTransitions } from './relief-states.ts';

/** An application that the viewer may see: of a household within their reach. Errors: NOT_FOUND on `field`. */
export function getApplication(ctx: Context, id: string, field = 'id'): Promise<ReliefApplicationType> {
  return getOfHousehold(ctx, 'relief:read', 'ReliefApplication', applicationsById, id, field);
}

/** Whether somebody may take a step with what a household applies for, where it stands. */
export function mayTake(
  desk: Desk,
  actor: Actor,
  { permission }: ReliefTransition,
  household: string,
): Promise<boolean> {
  return reachesHousehold(desk, actor, permission, { townId: desk.town, uuid: household });
}

/**
 * Batch of who recorded and endorsed applications so far: accounts, of an application of others also the one that registered it, and as whom
 * they acted. One statement.
 */
async function handsOn(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<{ accounts: (string | null)[]; person: string | null }[][]> {
  const rows = await desk.db
    .selectFrom('relief_event as e')
    .leftJoin('application as through', 'through.account_id', 'e.recorded_by')
    .select(['e.town_id', 'e.application_id', 'e.recorded_by', 'e.person_id', 'through.owner_id'])
    .where('e.town_id', 'in', townsOf(keys))
    .where('e.application_id', 'in', idsOf(keys))
    .where('e.step', 'in', ['APPLY', 'ENDORSE'])
    .execute();
  return parted(keys, rows, 'application_id', (row) => ({
    accounts: [row.recorded_by, row.owner_id],
    person: row.person_id,
  }));
}

/** Whether somebody has had a hand in an application: recorded or endorsed it, with this account or as the person that they are. */
async function hadHand(desk: Desk, actor: Actor, application: string): Promise<boolean> {
  const person = actingAs(actor, desk.town);
  const hands = await desk.load(handsOn, { townId: desk.town, uuid: application });
  return hands.some(
    ({ accounts, person: by }) => accounts.includes(actor.accountId) || (person !== null && by === person),
  );
}

/**
 * Refuses an approval to whoever had a hand in the application before, and to an application of others that acts for itself.
 * Errors: FORBIDDEN, or CONFLICT on `field`.
 */
export async function requireAnother(desk: Desk, actor: Actor, application: string, field: string): Promise<void> {
  if (actor.application?.forItself) throw new Refusal('FORBIDDEN', 'reliefOfPeople');
  if (await hadHand(desk, actor, application)) throw conflict('reliefBySame', field);
}

/** The steps that somebody may take with an application now, in the order of the table. */
export async function reliefActions(
  desk: Desk,
  actor: Actor,
  { uuid, state, householdUuid }: ReliefApplicationType,
): Promise<ReliefStep[]> {
  const possible = reliefTransitions.filter(({ from }) => from.includes(state));
  const may = await Promise.all(
    possible.map(
      async (transition) =>
        (await mayTake(desk, actor, transition, householdUuid)) &&
        !(transition.approves && (actor.application?.forItself || (await hadHand(desk, actor, uuid)))),
    ),
  );
  return possible.filter((_, index) => may[index]).map(({ step }) => step);
}
