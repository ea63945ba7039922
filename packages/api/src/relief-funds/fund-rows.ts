import type { Context } from '../context.ts';
import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { globalId, requireId, requireIdIn } from '../schema/global-id.ts';
import type { ReliefFundEntryType, ReliefFundType } from './relief-fund.type.ts';

/** Funds; the caller narrows it to what it needs. */
function selectFunds(desk: Desk) {
  return desk.db
    .selectFrom('relief_fund')
    .select(['town_id', 'id', 'year', 'name', 'source', 'budget', 'committed', 'paid', 'closed_on', 'version']);
}

type FundRow = Awaited<ReturnType<ReturnType<typeof selectFunds>['executeTakeFirstOrThrow']>>;

/** A fund's row as GraphQL shows it. */
export function fundOf(row: FundRow): ReliefFundType {
  return {
    ...{ typename: 'ReliefFund', id: globalId('ReliefFund', row.town_id, row.id), townId: row.town_id, uuid: row.id },
    ...{ year: row.year, name: row.name, source: row.source, budget: row.budget, committed: row.committed },
    ...{ paid: row.paid, closedOn: row.closed_on, version: row.version },
  };
}

/** Batch of funds by id. One statement. */
export async function fundsById(desk: Desk, keys: readonly TownKey[]): Promise<(ReliefFundType | undefined)[]> {
  const rows = await selectFunds(desk).where('town_id', 'in', townsOf(keys)).where('id', 'in', idsOf(keys)).execute();
  return paired(keys, rows, 'id', fundOf);
}

/** Batch of the funds of towns, the latest year first, in the order in which they were opened. One statement. */
export async function fundsOf(desk: Desk, towns: readonly number[]): Promise<ReliefFundType[][]> {
  const rows = await selectFunds(desk)
    .where('town_id', 'in', [...towns])
    .orderBy('year', 'desc')
    .orderBy('id')
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((town) => (byTown.get(town) ?? []).map(fundOf));
}

/** Batch of the entries of funds, the first one first. One statement. */
export async function fundEntriesOf(desk: Desk, keys: readonly TownKey[]): Promise<ReliefFundEntryType[][]> {
  const rows = await desk.db
    .selectFrom('relief_fund_entry')
    .select(['town_id', 'fund_id', 'seq', 'amount', 'budget', 'reason', 'recorded_at', 'recorded_by'])
    .where('town_id', 'in', townsOf(keys))
    .where('fund_id', 'in', idsOf(keys))
    .orderBy('seq')
    .execute();
  return parted(keys, rows, 'fund_id', (row) => ({
    ...{ townId: row.town_id, seq: row.seq, amount: row.amount, budget: row.budget, reason: row.reason },
    ...{ recordedAt: row.recorded_at, recordedById: row.recorded_by },
  }));
}

/** A fund of a town in which the viewer sees relief. Errors: NOT_FOUND on id. */
export async function getFund(ctx: Context, id: string): Promise<ReliefFundType> {
  const { townId, key: uuid } = requireId(id, 'ReliefFund', 'id');
  const fund = await (await ctx.readTownFor('relief:read', townId))?.load(fundsById, { townId, uuid });
  if (!fund) throw notFound('id');
  return fund;
}

/** The fund that an input names, held until this change is done. Errors: NOT_FOUND on input.fund. */
export async function holdFund(desk: Desk, id: string): Promise<ReliefFundType> {
  const row = await selectFunds(desk)
    .where('town_id', '=', desk.town)
    .where('id', '=', requireIdIn(desk.town, id, 'ReliefFund', 'input.fund'))
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('input.fund');
  return fundOf(row);
}
