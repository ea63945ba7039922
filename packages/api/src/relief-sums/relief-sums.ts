import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { suppressedBelow } from '../indicators/suppressed.ts';
import { getCampaign } from '../relief-campaigns/campaigns.ts';
import { reliefSources } from '../relief-funds/relief-sources.ts';
import { reliefCategoriesOf, reliefItemsOf } from '../relief-items/relief-list.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { unitsOfBlocks } from '../units/units-of-blocks.ts';
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

/** Whether sums were told by what is sensitive of few households, or would have been: together, unless each is named. */
type SensitiveSums = ReliefSumsType & { ofFew: boolean };

/**
 * What was granted in a period, in all and by group. What few households were granted of sensitive categories is told together, in a group without a
 * name, unless `namesFew`: with the list of applications it would tell who is ill or disabled. Units are those of today. Three statements at the most
 * beside what tells of the tree.
 * Errors: NOT_FOUND on campaign; BAD_INPUT on period.last.
 */
export async function reliefSums(desk: Desk, question: ReliefSumsQuestion, namesFew: boolean): Promise<SensitiveSums> {
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
  const column = sql.ref(columns[by]);
  const grouped = async (key: RawBuilder<unknown>) =>
    (await sql<Sum>`${select(key)} group by 1 order by 4 desc, 1`.execute(desk.db)).rows;
  const named = await grouped(column);
  const sensitive = await sensitiveOf(desk, townId, by);
  const few = named.flatMap(({ key, households }) =>
    key !== null && sensitive.has(key) && households < suppressedBelow ? [key] : [],
  );
  const together = sql`case when ${column} = ${anyOf(few)} then null else ${column} end`;
  const groups = few.length > 0 && !namesFew ? await grouped(together) : named;
  const { rows: all } = await select(sql`null::text`).execute(desk.db);
  const [total] = all.map((row) => sumOf(townId, undefined, row));
  if (!total) throw new Error('A sum of nothing has a row');
  return { total, groups: groups.map((row) => sumOf(townId, by, row)), ofFew: few.length > 0 };
}

/** The sensitive categories of a town, or the items of these, by what sums are told apart by; none by anything else. */
async function sensitiveOf(desk: Desk, townId: number, by: ReliefGroup): Promise<ReadonlySet<string>> {
  if (by !== 'CATEGORY' && by !== 'ITEM') return new Set();
  const [categories, items] = await Promise.all([
    desk.load(reliefCategoriesOf, townId),
    desk.load(reliefItemsOf, townId),
  ]);
  const sensitive = new Set(categories.flatMap(({ uuid, sensitive }) => (sensitive ? [uuid] : [])));
  if (by === 'CATEGORY') return sensitive;
  return new Set(items.flatMap(({ uuid, categoryUuid }) => (sensitive.has(categoryUuid) ? [uuid] : [])));
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
