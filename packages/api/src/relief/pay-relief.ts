import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { giveBack, payOfFunds } from '../relief-funds/spend-funds.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { sumOf } from '../schema/money.ts';
import { paragraphs } from '../schema/text.ts';
import { grantsOf } from './application-parts.ts';
import type { ApplicationRow } from './application-rows.ts';
import type { ReliefGrantType } from './relief.type.ts';
import type { PayWay } from './relief-states.ts';
import {
  type ReliefStepAsked,
  type ReliefStepsAsked,
  requireTotal,
  takeReliefStep,
  takeReliefSteps,
} from './take-relief-steps.ts';

/**
 * Puts down that grants of an application were paid, each once. Returns its id in the town.
 * Errors: those of takeReliefStep; BAD_INPUT on input.grants for none, or on input.grants.N listed twice; NOT_FOUND there for one
 * that is not of the application; CONFLICT there for one that is paid or taken back.
 */
export function payRelief(
  desk: Desk,
  actor: Actor,
  input: ReliefStepAsked & { grants?: string[] | null; way: PayWay },
): Promise<string> {
  return takeReliefStep(desk, actor, input, 'PAY', async (row, on) => {
    const open = await openGrants(desk, row);
    const paid = input.grants == null ? open : await readGrants(desk, row, input.grants);
    await payOfFunds(desk, paid.map(spent));
    await settle(desk, paid, { paid_on: on, way: input.way });
    const isLast = paid.length === open.length;
    return { state: isLast ? 'PAID' : 'APPROVED', amount: sumOf(paid) };
  });
}

/**
 * Puts down that all open grants of many applications were paid at once, as with one transfer of a bank. What they come to is told as
 * a check. Returns their ids in the town.
 * Errors: those of takeReliefSteps; CONFLICT on input.total that is not what is open of them.
 */
export function payReliefTogether(
  desk: Desk,
  actor: Actor,
  input: ReliefStepsAsked & { way: PayWay; total: number },
): Promise<string[]> {
  return takeReliefSteps(desk, actor, input, 'PAY', async (rows, on) => {
    const open = await Promise.all(rows.map((row) => openGrants(desk, row)));
    const paid = open.flat();
    requireTotal(input.total, sumOf(paid));
    await payOfFunds(desk, paid.map(spent));
    await settle(desk, paid, { paid_on: on, way: input.way });
    return open.map((grants) => ({ amount: sumOf(grants) }));
  });
}

/**
 * Takes back the grants of an application that are not paid, which are free in their funds again. Returns its id in the town.
 * Errors: those of takeReliefStep; BAD_INPUT on input.reason.
 */
export function cancelRelief(desk: Desk, actor: Actor, input: ReliefStepAsked & { reason: string }): Promise<string> {
  return takeReliefStep(desk, actor, input, 'CANCEL', async (row, on) => {
    const text = paragraphs(input.reason, 'input.reason');
    const open = await openGrants(desk, row);
    await giveBack(desk, open.map(spent));
    await settle(desk, open, { cancelled_on: on });
    const all = await desk.load(grantsOf, { townId: desk.town, uuid: row.id });
    return { state: all.some(({ paidOn }) => paidOn !== null) ? 'PAID' : 'CANCELLED', amount: sumOf(open), text };
  });
}

/** What is neither paid nor taken back. */
async function openGrants(desk: Desk, { id }: ApplicationRow): Promise<ReliefGrantType[]> {
  const all = await desk.load(grantsOf, { townId: desk.town, uuid: id });
  return all.filter(({ paidOn, cancelledOn }) => paidOn === null && cancelledOn === null);
}

async function readGrants(desk: Desk, { id }: ApplicationRow, ids: readonly string[]): Promise<ReliefGrantType[]> {
  if (ids.length === 0) throw badInput('input.grants', 'required');
  const all = await desk.load(grantsOf, { townId: desk.town, uuid: id });
  const named = new Set<string>();
  return ids.map((given, index) => {
    const field = `input.grants.${index}`;
    const uuid = requireIdIn(desk.town, given, 'ReliefGrant', field);
    const grant = all.find((each) => each.uuid === uuid);
    if (!grant) throw notFound(field);
    if (named.has(uuid)) throw badInput(field, 'listedTwice');
    named.add(uuid);
    if (grant.paidOn !== null) throw conflict('reliefPaid', field, { date: grant.paidOn });
    if (grant.cancelledOn !== null) throw conflict('reliefCancelled', field, { date: grant.cancelledOn });
    return grant;
  });
}

const spent = ({ fundUuid: fund, amount }: ReliefGrantType) => ({ fund, amount });

async function settle(
  desk: Desk,
  grants: readonly ReliefGrantType[],
  columns: { paid_on: string; way: PayWay } | { cancelled_on: string },
): Promise<void> {
  await desk.db
    .updateTable('relief_grant')
    .set(columns)
    .where('town_id', '=', desk.town)
    .where(
      'id',
      'in',
      grants.map(({ uuid }) => uuid),
    )
    .execute();
}
