import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { householdsById, requireLiving } from '../households/find-household.ts';
import { fundsOf } from '../relief-funds/fund-rows.ts';
import { grantOfFunds } from '../relief-funds/spend-funds.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requireAmount, sumOf } from '../schema/money.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { blockOn } from '../visits/record-visit.ts';
import type { ApplicationRow } from './application-rows.ts';
import { noteOf } from './decide-relief.ts';
import {
  type ReliefStepAsked,
  type ReliefStepsAsked,
  requireTotal,
  takeReliefStep,
  takeReliefSteps,
} from './take-relief-steps.ts';

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
    const block = await blockOf(desk, row, on, 'input.reliefApplication');
    await grantOfFunds(desk, grants, on);
    await writeGrants(
      desk,
      grants.map(({ fund, amount }) => ({ row, block, fund, amount })),
      on,
    );
    return { text, amount: sumOf(grants) };
  });
}

/**
 * Approves many applications at once, each with what it asks for, of one fund. What they come to is told as a check: it is what
 * whoever approves has seen. Returns their ids in the town.
 * Errors: those of takeReliefSteps; BAD_INPUT on input.note; CONFLICT on input.total that is not what they ask for together, or
 * where less is free, on input.fund that is closed, on input.reliefApplications.N whose household has left; NOT_FOUND on input.fund.
 */
export async function approveReliefTogether(
  desk: Desk,
  actor: Actor,
  input: ReliefStepsAsked & { fund: string; total: number; note?: string | null },
): Promise<string[]> {
  await holdTree(desk);
  const fund = requireIdIn(desk.town, input.fund, 'ReliefFund', 'input.fund');
  if (!(await desk.load(fundsOf, desk.town)).some(({ uuid }) => uuid === fund)) throw notFound('input.fund');
  return takeReliefSteps(desk, actor, input, 'APPROVE', async (rows, on) => {
    const text = noteOf(input);
    const amount = sumOf(rows);
    requireTotal(input.total, amount);
    const blocks = await Promise.all(
      rows.map((row, index) => blockOf(desk, row, on, `input.reliefApplications.${index}`)),
    );
    await grantOfFunds(desk, [{ fund, amount, fundField: 'input.fund', amountField: 'input.total' }], on);
    await writeGrants(
      desk,
      rows.map((row, index) => ({ row, block: blocks[index] ?? '', fund, amount: row.amount })),
      on,
    );
    return rows.map(({ amount }) => ({ amount, text }));
  });
}

function readGrants(desk: Desk, asked: readonly GrantAsked[]) {
  if (asked.length === 0) throw badInput('input.grants', 'required');
  if (asked.length > mostFunds) throw badInput('input.grants', 'tooMany', { most: mostFunds });
  const funds = new Set<string>();
  return asked.map(({ fund: id, amount }, index) => {
    const [fundField, amountField] = [`input.grants.${index}.fund`, `input.grants.${index}.amount`];
    const fund = requireIdIn(desk.town, id, 'ReliefFund', fundField);
    if (funds.has(fund)) throw badInput(fundField, 'listedTwice');
    funds.add(fund);
    return { fund, amount: requireAmount(amount, amountField), fundField, amountField };
  });
}

/** The geographic block of the household on the day of the grant. Errors: CONFLICT on `field` once it has left. */
async function blockOf(desk: Desk, { household_id: uuid }: ApplicationRow, on: string, field: string): Promise<string> {
  const household = await desk.load(householdsById, { townId: desk.town, uuid });
  if (!household) throw conflict('conflictingData', field);
  requireLiving(household, on, 'input.on', field);
  return blockOn(desk, household, on);
}

/** What an application is granted of a fund, with the block of its household on that day. */
interface Grant {
  row: ApplicationRow;
  block: string;
  fund: string;
  amount: number;
}

async function writeGrants(desk: Desk, grants: readonly Grant[], granted_on: string): Promise<void> {
  await desk.db
    .insertInto('relief_grant')
    .values(
      grants.map(({ row, block: block_id, fund: fund_id, amount }) => ({
        ...{ town_id: desk.town, id: newId(), application_id: row.id, household_id: row.household_id, block_id },
        ...{ item_id: row.item_id, campaign_id: row.campaign_id, fund_id, amount, granted_on },
        ...{ paid_on: null, way: null, cancelled_on: null },
      })),
    )
    .execute();
}
