import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { unitsOfBlocks } from '../relief/units-of-blocks.ts';
import { getCampaign } from '../relief-campaigns/campaigns.ts';
import { reliefSources } from '../relief-funds/relief-sources.ts';
import { requirePeriod } from '../schema/period.type.ts';
import type { ReliefGroup, ReliefSumsType, ReliefSumType } from './relief-sums.type.ts';

/** What sums are asked for: of which town and period, told apart by what, of one campaign or within one unit alone. */
export interface ReliefSumsQuestion {
  townId: number;
  by: ReliefGroup;
  period: { first: string; last: string };
  campaign: string | null;
  /** A unit by its id in the town. */
  unit: string | null;
}

interface Sum {
  key: string | null;
  households: number;
  applications: number;
  granted: number;
  paid: number;
}

const columns: Readonly<Record<ReliefGroup, string>> = {
  CATEGORY: 'i.category_id',
  ITEM: 'g.item_id',
  UNIT: 'u.unit',
  CAMPAIGN: 'g.campaign_id',
  SOURCE: 'f.source',
};

/**
 * What was granted in a period, in all and by group. Units are those of today. Two statements beside what tells of the tree.
 * Errors: NOT_FOUND on campaign; BAD_INPUT on period.last.
 */
export async function reliefSums(desk: Desk, question: ReliefSumsQuestion): Promise<ReliefSumsType> {
  const { townId, by, period, campaign: id } = question;
  requirePeriod(period, 'period');
  const campaign = id === null ? null : await getCampaign(desk, townId, id, 'campaign');
  const units = await unitsOfBlocks(desk, townId, question.unit);
  const where = [
    sql`g.town_id = ${townId}`,
    sql`g.cancelled_on is null`,
    sql`g.granted_on between ${period.first} and ${period.last}`,
    ...(campaign ? [sql`g.campaign_id = ${campaign.uuid}`] : []),
  ];
  const select = (key: RawBuilder<unknown>) => sql<Sum>`
    select ${key} as key, count(distinct g.household_id)::int as households, count(distinct g.application_id)::int as applications,
      coalesce(sum(g.amount), 0)::bigint as granted, coalesce(sum(g.amount) filter (where g.paid_on is not null), 0)::bigint as paid
    from relief_grant g
    join relief_item i on i.town_id = g.town_id and i.id = g.item_id
    join relief_fund f on f.town_id = g.town_id and f.id = g.fund_id
    join json_to_recordset(${JSON.stringify(units)}::json) as u(block uuid, unit uuid) on u.block = g.block_id
    where ${sql.join(where, sql` and `)}`;
  const { rows: groups } = await sql<Sum>`${select(sql.ref(columns[by]))} group by 1 order by 4 desc, 1`.execute(
    desk.db,
  );
  const { rows: all } = await select(sql`null::text`).execute(desk.db);
  const [total] = all.map((row) => sumOf(townId, undefined, row));
  if (!total) throw new Error('A sum of nothing has a row');
  return { total, groups: groups.map((row) => sumOf(townId, by, row)) };
}

function sumOf(townId: number, by: ReliefGroup | undefined, { key, ...sums }: Sum): ReliefSumType {
  const of = (group: ReliefGroup) => (by === group ? key : null);
  return {
    townId,
    ...sums,
    categoryUuid: of('CATEGORY'),
    itemUuid: of('ITEM'),
    unitUuid: of('UNIT'),
    campaignUuid: of('CAMPAIGN'),
    source: reliefSources.find((each) => each === of('SOURCE')) ?? null,
  };
}
