import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { householdsById, requireLiving } from '../households/find-household.ts';
import { grantOfFunds } from '../relief-funds/spend-funds.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requireAmount } from '../schema/money.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { blockOn } from '../visits/record-visit.ts';
import { sumOf } from './application-parts.ts';
import type { ApplicationRow } from './application-rows.ts';
import { noteOf } from './decide-relief.ts';
import { type ReliefStepAsked, takeReliefStep } from './take-relief-step.ts';

/** How many funds an application is granted of at the most. */
const mostFunds = 10;

/** What is granted of a fund, by its global id, in fen. */
interface GrantAsked {
  fund: string;
  amount: number;
}

/**
 * Approves an application with what is granted, which is taken from its funds at once. Returns its id in the town.
 * Errors: those of takeReliefStep; BAD_INPUT on input.grants for none or too many, on input.grants.N.fund listed twice, on
 * input.grants.N.amount or input.note; NOT_FOUND on input.grants.N.fund; CONFLICT there where it is closed, on
 * input.grants.N.amount where less is free, on input.reliefApplication where the household has left.
 */
export async function approveRelief(
  desk: Desk,
  actor: Actor,
  input: ReliefStepAsked & { grants: GrantAsked[]; note?: string | null },
): Promise<string> {
  await holdTree(desk);
  return takeReliefStep(desk, actor, input, 'APPROVE', async (row, on) => {
    const text = noteOf(input);
    const grants = readGrants(desk, input.grants);
    const block_id = await blockOf(desk, row, on);
    await grantOfFunds(desk, grants, on);
    await desk.db
      .insertInto('relief_grant')
      .values(
        grants.map(({ fund, amount }) => ({
          ...{ town_id: desk.town, id: newId(), application_id: row.id, fund_id: fund, household_id: row.household_id },
          ...{
            item_id: row.item_id,
            campaign_id: row.campaign_id,
            block_id,
            amount,
            granted_on: on,
            paid_on: null,
            way: null,
            cancelled_on: null,
          },
        })),
      )
      .execute();
    return { text, amount: sumOf(grants) };
  });
}

function readGrants(desk: Desk, asked: readonly GrantAsked[]): GrantAsked[] {
  if (asked.length === 0) throw badInput('input.grants', 'required');
  if (asked.length > mostFunds) throw badInput('input.grants', 'tooMany', { most: mostFunds });
  const funds = new Set<string>();
  return asked.map(({ fund: id, amount }, index) => {
    const field = `input.grants.${index}`;
    const fund = requireIdIn(desk.town, id, 'ReliefFund', `${field}.fund`);
    if (funds.has(fund)) throw badInput(`${field}.fund`, 'listedTwice');
    funds.add(fund);
    return { fund, amount: requireAmount(amount, `${field}.amount`) };
  });
}

/** The geographic block of the household on the day of the grant. Errors: CONFLICT on input.reliefApplication once it has left. */
async function blockOf(desk: Desk, { household_id: uuid }: ApplicationRow, on: string): Promise<string> {
  const household = await desk.load(householdsById, { townId: desk.town, uuid });
  if (!household) throw conflict('conflictingData', 'input.reliefApplication');
  requireLiving(household, on, 'input.on', 'input.reliefApplication');
  return blockOn(desk, household, on);
}
