import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { yuan } from '../schema/money.ts';

/** How much of which fund, by its id in the town, in fen. */
interface Spent {
  fund: string;
  amount: number;
}

/** What is granted of a fund, each fund once, and the fields of the input that name the fund and the amount. */
interface Granted extends Spent {
  fundField: string;
  amountField: string;
}

/**
 * Takes what is granted out of what is free of funds. They are held in one order until this change is done, so that of many at once
 * each finds what the others have left. Two statements.
 * Errors: NOT_FOUND on the field of the fund; CONFLICT there where it is closed by the day, or on that of the amount where less is free.
 */
export async function grantOfFunds(desk: Desk, grants: readonly Granted[], on: string): Promise<void> {
  const funds = new Map((await holdFunds(desk, grants)).map((fund) => [fund.id, fund]));
  for (const { fund: id, amount, fundField, amountField } of grants) {
    const fund = funds.get(id);
    if (!fund) throw notFound(fundField);
    const { closed_on: closedOn, budget, committed } = fund;
    if (closedOn !== null && closedOn <= on) throw conflict('reliefFundClosed', fundField, { date: closedOn });
    const free = budget - committed;
    if (amount > free) throw conflict('reliefFundShort', amountField, { amount: yuan(free) });
  }
  await spend(desk, 'committed', grants);
}

/** Notes that what was granted of funds is paid. Two statements. */
export async function payOfFunds(desk: Desk, grants: readonly Spent[]): Promise<void> {
  await holdFunds(desk, grants);
  await spend(desk, 'paid', grants);
}

/** Gives back to funds what was granted of them. Two statements. */
export async function giveBack(desk: Desk, grants: readonly Spent[]): Promise<void> {
  await holdFunds(desk, grants);
  await spend(
    desk,
    'committed',
    grants.map(({ fund, amount }) => ({ fund, amount: -amount })),
  );
}

function holdFunds(desk: Desk, grants: readonly Spent[]) {
  return desk.db
    .selectFrom('relief_fund')
    .select(['id', 'budget', 'committed', 'closed_on'])
    .where('town_id', '=', desk.town)
    .where('id', 'in', [...new Set(grants.map(({ fund }) => fund))])
    .orderBy('id')
    .forUpdate()
    .execute();
}

async function spend(desk: Desk, column: 'committed' | 'paid', grants: readonly Spent[]): Promise<void> {
  await sql`update relief_fund f set ${sql.ref(column)} = f.${sql.ref(column)} + spent.amount
    from (select fund, sum(amount)::bigint as amount from json_to_recordset(${JSON.stringify(grants)}::json)
      as each(fund uuid, amount bigint) group by fund) as spent
    where f.town_id = ${desk.town} and f.id = spent.fund`.execute(desk.db);
}
