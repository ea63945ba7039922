import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import { anyOf, idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { globalId, requireId, requireIdIn } from '../schema/global-id.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { unitsUnder } from '../units/standing-under.ts';
import type { VolunteerActivitiesArgs, VolunteerActivityFilter } from './activity.input.ts';
import type { VolunteerActivityType } from './activity.type.ts';
import { activityKindsOf } from './kind-rows.ts';

/** Activities; the caller narrows it to what it needs. */
export function selectActivities(desk: Desk) {
  return desk.db
    .selectFrom('volunteer_activity as a')
    .select(['a.town_id', 'a.id', 'a.kind_id', 'a.unit_id', 'a.name', 'a.held_on', 'a.time', 'a.place'])
    .select(['a.recorded_at', 'a.recorded_by', 'a.called_off_at', 'a.called_off_because']);
}

type ActivityRow = Awaited<ReturnType<ReturnType<typeof selectActivities>['executeTakeFirstOrThrow']>>;

/** An activity's row as GraphQL shows it. */
export function activityOf(row: ActivityRow): VolunteerActivityType {
  return {
    typename: 'VolunteerActivity',
    id: globalId('VolunteerActivity', row.town_id, row.id),
    ...{ townId: row.town_id, uuid: row.id, kindUuid: row.kind_id, unitUuid: row.unit_id, name: row.name },
    ...{ heldOn: row.held_on, time: row.time, place: row.place, recordedAt: row.recorded_at },
    ...{ recordedById: row.recorded_by, calledOffAt: row.called_off_at, calledOffBecause: row.called_off_because },
  };
}

/** Batch of activities by id. One statement. */
export async function activitiesById(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(VolunteerActivityType | undefined)[]> {
  const rows = await selectActivities(desk)
    .where('a.town_id', 'in', townsOf(keys))
    .where('a.id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', activityOf);
}

/** An activity of a town in which the viewer sees volunteers. Errors: NOT_FOUND on id. */
export async function getActivity(ctx: Context, id: string): Promise<VolunteerActivityType> {
  const { townId, key: uuid } = requireId(id, 'VolunteerActivity', 'id');
  const activity = await (await ctx.readTownFor('volunteer:read', townId))?.load(activitiesById, { townId, uuid });
  if (!activity) throw notFound('id');
  return activity;
}

/**
 * A page of the activities of the desk's town, the latest day first. Two statements.
 * Errors: NOT_FOUND on filter.unit or filter.activityKind; BAD_INPUT on filter.during.last, first, last, after or before.
 */
export async function listActivities(
  desk: Desk,
  args: VolunteerActivitiesArgs,
): Promise<Connection<VolunteerActivityType>> {
  const all = sql<boolean>`${sql.join(await conditionsOf(desk, args.filter ?? {}), sql` and `)}`;
  const page = await orderedPage(
    args,
    {
      ...{ by: 'a.held_on', type: 'date', id: 'a.id', latestFirst: true },
      keyOf: (row: ActivityRow) => ({ by: row.held_on, uuid: row.id }),
    },
    selectActivities(desk).where(all),
    desk.db
      .selectFrom('volunteer_activity as a')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where(all),
  );
  return fillPage(page, async (row) => activityOf(row));
}

async function conditionsOf(
  desk: Desk,
  { activityKind, unit, during }: VolunteerActivityFilter,
): Promise<RawBuilder<unknown>[]> {
  const conditions: RawBuilder<unknown>[] = [sql`a.town_id = ${desk.town}`];
  if (activityKind != null) {
    const uuid = requireIdIn(desk.town, activityKind, 'VolunteerActivityKind', 'filter.activityKind');
    const kinds = await desk.load(activityKindsOf, desk.town);
    if (!kinds.some((kind) => kind.uuid === uuid)) throw notFound('filter.activityKind');
    conditions.push(sql`a.kind_id = ${uuid}`);
  }
  if (unit != null) conditions.push(sql`a.unit_id = ${anyOf(await unitsUnder(desk, unit, 'filter.unit'))}`);
  if (during != null) {
    requirePeriod(during, 'filter.during');
    conditions.push(sql`a.held_on between ${during.first} and ${during.last}`);
  }
  return conditions;
}
