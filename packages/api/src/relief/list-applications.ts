import { type RawBuilder, sql } from 'kysely';
import { requirePurpose } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { heldBy, withinReach } from '../households/within-reach.ts';
import { getCampaign } from '../relief-campaigns/campaigns.ts';
import { reliefCategoriesOf, reliefItemsOf } from '../relief-items/relief-list.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { unitsUnder } from '../units/standing-under.ts';
import { timelineOf } from '../units/timeline.ts';
import { unitsOfBlocks } from '../units/units-of-blocks.ts';
import { type ApplicationRow, applicationOf, selectApplications } from './application-rows.ts';
import type { ReliefApplicationsArgs, ReliefFilter, ReliefGrantedFilter } from './relief.input.ts';
import type { ReliefApplicationType } from './relief.type.ts';

/**
 * A page of the applications of the desk's town that somebody may see, the latest first.
 * Errors: NOT_FOUND on the member of `filter` that names something that is not there; BAD_INPUT there for what is sensitive, where
 * no purpose is named, on filter.applied.last, filter.granted.period.last, first, last, after or before.
 */
export async function listApplications(
  desk: Desk,
  ctx: Context,
  args: ReliefApplicationsArgs,
): Promise<Connection<ReliefApplicationType>> {
  const conditions = await conditionsOf(desk, ctx, args.filter ?? {});
  const all = sql<boolean>`${sql.join([sql`r.town_id = ${desk.town}`, ...conditions], sql` and `)}`;
  const page = await orderedPage(
    args,
    {
      ...{ by: 'r.applied_on', type: 'date', id: 'r.id', latestFirst: true },
      keyOf: (row: ApplicationRow) => ({ by: row.applied_on, uuid: row.id }),
    },
    selectApplications(desk).where(all),
    desk.db
      .selectFrom('relief_application as r')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where(all),
  );
  return fillPage(page, async (row) => applicationOf(row));
}

async function conditionsOf(desk: Desk, ctx: Context, filter: ReliefFilter): Promise<RawBuilder<unknown>[]> {
  const conditions: RawBuilder<unknown>[] = [await withinReach(desk, ctx.signedIn, 'relief:read', sql`r.household_id`)];
  if (filter.state != null) conditions.push(sql`r.state = any(${filter.state}::text[])`);
  if (filter.unit != null) {
    conditions.push(heldBy(desk, sql`r.household_id`, await unitsUnder(desk, filter.unit, 'filter.unit')));
  }
  const items = await itemsOf(desk, ctx, filter);
  if (items !== undefined) conditions.push(sql`r.item_id = ${anyOf(items)}`);
  if (filter.campaign != null) {
    const { uuid } = await getCampaign(desk, desk.town, filter.campaign, 'filter.campaign');
    conditions.push(sql`r.campaign_id = ${uuid}`);
  }
  if (filter.applied != null) {
    requirePeriod(filter.applied, 'filter.applied');
    conditions.push(sql`r.applied_on between ${filter.applied.first} and ${filter.applied.last}`);
  }
  if (filter.granted != null) conditions.push(await wasGranted(desk, filter.granted));
  return conditions;
}

/** That something was granted as a sum of relief counts it. */
async function wasGranted(desk: Desk, { period, source, unit }: ReliefGrantedFilter): Promise<RawBuilder<unknown>> {
  requirePeriod(period, 'filter.granted.period');
  const conditions = [
    sql`g.town_id = r.town_id and g.application_id = r.id and g.cancelled_on is null`,
    sql`g.granted_on between ${period.first} and ${period.last}`,
  ];
  if (source != null) conditions.push(sql`f.source = ${source}`);
  if (unit != null) {
    const uuid = requireIdIn(desk.town, unit, 'Unit', 'filter.granted.unit');
    if (!(await desk.load(timelineOf, desk.town)).find(uuid)) throw notFound('filter.granted.unit');
    const blocks = (await unitsOfBlocks(desk, desk.town, uuid)).map(({ block }) => block);
    conditions.push(sql`g.block_id = ${anyOf(blocks)}`);
  }
  return sql`exists (select from relief_grant g
    join relief_fund f on f.town_id = g.town_id and f.id = g.fund_id where ${sql.join(conditions, sql` and `)})`;
}

/** The items that a filter names; undefined where it names none. */
async function itemsOf(desk: Desk, ctx: Context, { category, item }: ReliefFilter): Promise<string[] | undefined> {
  if (category == null && item == null) return undefined;
  const [categories, items] = [
    await desk.load(reliefCategoriesOf, desk.town),
    await desk.load(reliefItemsOf, desk.town),
  ];
  const sensitive = new Set(categories.flatMap((each) => (each.sensitive ? [each.uuid] : [])));
  let chosen = items;
  if (category != null) {
    const uuid = requireIdIn(desk.town, category, 'ReliefCategory', 'filter.category');
    if (!categories.some((each) => each.uuid === uuid)) throw notFound('filter.category');
    if (sensitive.has(uuid)) noteLooking(desk, ctx, 'filter.category');
    chosen = chosen.filter((each) => each.categoryUuid === uuid);
  }
  if (item != null) {
    const uuid = requireIdIn(desk.town, item, 'ReliefItem', 'filter.item');
    const named = items.find((each) => each.uuid === uuid);
    if (!named) throw notFound('filter.item');
    if (sensitive.has(named.categoryUuid)) noteLooking(desk, ctx, 'filter.item');
    chosen = chosen.filter((each) => each.uuid === uuid);
  }
  return chosen.map(({ uuid }) => uuid);
}

/** Who is found tells what they are granted, whatever else is read of them. */
function noteLooking(desk: Desk, ctx: Context, field: string): void {
  requirePurpose(ctx, field);
  ctx.personalReadings.add(desk.town, 'ReliefApplication.item', []);
}
