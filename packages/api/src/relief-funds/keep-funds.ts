import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { requireAmount, requireChange, yuan } from '../schema/money.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { fundOf, fundsOf, holdFund } from './fund-rows.ts';
import type { ReliefFundType } from './relief-fund.type.ts';
import type { ReliefSource } from './relief-sources.ts';

const [firstYear, lastYear] = [2000, 2100];
/** How many funds a year has at most. */
const most = 50;
const longestReason = 200;

/**
 * Opens a fund with what there is of it.
 * Errors: BAD_INPUT on input.year, input.name, input.budget or input.reason; CONFLICT on input.name of another fund of the year.
 */
export async function openReliefFund(
  desk: Desk,
  actor: Actor,
  input: { year: number; name: string; source: ReliefSource; budget: number; reason?: string | null },
): Promise<ReliefFundType> {
  await lockSettings(desk);
  const { year, source } = input;
  if (year < firstYear || year > lastYear) {
    throw badInput('input.year', 'reliefYear', { least: firstYear, most: lastYear });
  }
  const name = oneLine(input.name, 'input.name');
  const ofYear = (await desk.load(fundsOf, desk.town)).filter((fund) => fund.year === year);
  if (ofYear.some((fund) => fund.name === name)) throw conflict('nameTaken', 'input.name');
  if (ofYear.length >= most) throw badInput('input.year', 'tooMany', { most });
  const budget = requireAmount(input.budget, 'input.budget');
  const reason = input.reason == null ? null : oneLine(input.reason, 'input.reason', longestReason);
  const row = {
    ...{ town_id: desk.town, id: newId(), year, name, source, budget, committed: 0, paid: 0 },
    ...{ closed_on: null, version: 1 },
  };
  await desk.db.insertInto('relief_fund').values(row).execute();
  await writeEntry(desk, actor, fundOf(row), { seq: 1, amount: budget, reason });
  return fundOf(row);
}

/**
 * Makes a fund more or less.
 * Errors: NOT_FOUND on input.fund; CONFLICT on input.expectedVersion, on input.fund that is closed, or on input.amount where
 * more is granted than there would be; BAD_INPUT on input.amount or input.reason.
 */
export async function adjustReliefFund(
  desk: Desk,
  actor: Actor,
  input: { fund: string; amount: number; reason: string; expectedVersion?: number | null },
): Promise<ReliefFundType> {
  const fund = await openFund(desk, input);
  const amount = requireChange(input.amount, 'input.amount');
  const reason = oneLine(input.reason, 'input.reason', longestReason);
  const after = { ...fund, budget: requireBudget(fund, amount), version: fund.version + 1 };
  const last = await desk.db
    .selectFrom('relief_fund_entry')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('town_id', '=', desk.town)
    .where('fund_id', '=', fund.uuid)
    .executeTakeFirstOrThrow();
  await writeEntry(desk, actor, after, { seq: last.seq + 1, amount, reason });
  await change(desk, after, { budget: after.budget });
  return after;
}

/** Closes a fund from today on. Errors: NOT_FOUND on input.fund; CONFLICT there where it is closed, or on input.expectedVersion. */
export async function closeReliefFund(
  desk: Desk,
  input: { fund: string; expectedVersion?: number | null },
): Promise<ReliefFundType> {
  const fund = await openFund(desk, input);
  const after = { ...fund, closedOn: dayOf(desk.now), version: fund.version + 1 };
  await change(desk, after, { closed_on: after.closedOn });
  return after;
}

async function openFund(
  desk: Desk,
  { fund: id, expectedVersion }: { fund: string; expectedVersion?: number | null },
): Promise<ReliefFundType> {
  const fund = await holdFund(desk, id);
  requireVersion(fund, expectedVersion);
  if (fund.closedOn !== null) throw conflict('reliefFundClosed', 'input.fund', { date: fund.closedOn });
  return fund;
}

function requireBudget({ budget, committed }: ReliefFundType, amount: number): number {
  const after = budget + amount;
  if (after < committed) throw conflict('reliefFundCommitted', 'input.amount', { amount: yuan(committed) });
  return requireAmount(after, 'input.amount');
}

async function change(
  desk: Desk,
  { uuid, version }: ReliefFundType,
  columns: { budget: number } | { closed_on: string },
): Promise<void> {
  await desk.db
    .updateTable('relief_fund')
    .set({ ...columns, version })
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
}

async function writeEntry(
  desk: Desk,
  actor: Actor,
  { uuid, budget }: ReliefFundType,
  entry: { seq: number; amount: number; reason: string | null },
): Promise<void> {
  const noted = { recorded_at: desk.now, recorded_by: actor.accountId };
  await desk.db
    .insertInto('relief_fund_entry')
    .values({ town_id: desk.town, id: newId(), fund_id: uuid, budget, ...entry, ...noted })
    .execute();
}
