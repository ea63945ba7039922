import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { anyOf, idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { globalId, requireId, requireIdIn } from '../schema/global-id.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import { unitsUnder } from '../units/standing-under.ts';
import type { RedemptionFilter, RedemptionsArgs } from './reward.input.ts';
import type { RedemptionType } from './reward.type.ts';
import { seesVolunteer, visibleVolunteers } from './volunteer-reach.ts';
import { volunteersById } from './volunteer-rows.ts';

/** Redemptions; the caller narrows it to what it needs. */
export function selectRedemptions(desk: Desk) {
  return desk.db
    .selectFrom('redemption as r')
    .select(['r.town_id', 'r.id', 'r.volunteer_id', 'r.reward_id', 'r.quantity', 'r.points', 'r.state'])
    .select(['r.redeemed_on', 'r.recorded_at', 'r.recorded_by', 'r.settled_at', 'r.settled_by', 'r.cancelled_because']);
}

/** A redemption's row. */
export type RedemptionRow = Awaited<ReturnType<ReturnType<typeof selectRedemptions>['executeTakeFirstOrThrow']>>;

/** A redemption's row as GraphQL shows it. */
function redemptionOf(row: RedemptionRow): RedemptionType {
  return {
    typename: 'Redemption',
    id: globalId('Redemption', row.town_id, row.id),
    ...{ townId: row.town_id, uuid: row.id, volunteerUuid: row.volunteer_id, rewardUuid: row.reward_id },
    ...{ quantity: row.quantity, points: row.points, state: row.state, redeemedOn: row.redeemed_on },
    ...{ recordedAt: row.recorded_at, recordedById: row.recorded_by, settledAt: row.settled_at },
    ...{ settledById: row.settled_by, cancelledBecause: row.cancelled_because },
  };
}

/** Batch of redemptions by id. One statement. */
export async function redemptionsById(desk: Desk, keys: readonly TownKey[]): Promise<(RedemptionType | undefined)[]> {
  const rows = await selectRedemptions(desk)
    .where('r.town_id', 'in', townsOf(keys))
    .where('r.id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', redemptionOf);
}

/** A redemption of a volunteer whom the viewer sees. Errors: NOT_FOUND on id. */
export async function getRedemption(ctx: Context, id: string): Promise<RedemptionType> {
  const { townId, key: uuid } = requireId(id, 'Redemption', 'id');
  const desk = await ctx.readTownFor('volunteer:read', townId);
  const redemption = await desk?.load(redemptionsById, { townId, uuid });
  const volunteer = redemption && (await desk?.load(volunteersById, { townId, uuid: redemption.volunteerUuid }));
  if (!desk || !redemption || !volunteer || !(await seesVolunteer(desk, ctx.signedIn, volunteer))) throw notFound('id');
  return redemption;
}

/**
 * A page of the redemptions in the desk's town of the volunteers whom somebody sees, the latest first. Two statements.
 * Errors: NOT_FOUND on filter.volunteer or filter.unit; BAD_INPUT on first, last, after or before.
 */
export async function listRedemptions(
  desk: Desk,
  actor: Actor,
  args: RedemptionsArgs,
): Promise<Connection<RedemptionType>> {
  const all = sql<boolean>`${sql.join(await conditionsOf(desk, actor, args.filter ?? {}), sql` and `)}`;
  const page = await orderedPage(
    args,
    {
      ...{ by: 'r.redeemed_on', type: 'date', id: 'r.id', latestFirst: true },
      keyOf: (row: RedemptionRow) => ({ by: row.redeemed_on, uuid: row.id }),
    },
    selectRedemptions(desk)
      .innerJoin('volunteer as v', (join) =>
        join.onRef('v.town_id', '=', 'r.town_id').onRef('v.id', '=', 'r.volunteer_id'),
      )
      .where(all),
    desk.db
      .selectFrom('redemption as r')
      .innerJoin('volunteer as v', (join) =>
        join.onRef('v.town_id', '=', 'r.town_id').onRef('v.id', '=', 'r.volunteer_id'),
      )
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where(all),
  );
  return fillPage(page, async (row) => redemptionOf(row));
}

async function conditionsOf(
  desk: Desk,
  actor: Actor,
  { state, volunteer: id, unit }: RedemptionFilter,
): Promise<RawBuilder<unknown>[]> {
  const conditions: RawBuilder<unknown>[] = [sql`r.town_id = ${desk.town}`, await visibleVolunteers(desk, actor)];
  if (state != null) conditions.push(sql`r.state = any(${state}::text[])`);
  if (id != null) {
    const uuid = requireIdIn(desk.town, id, 'Volunteer', 'filter.volunteer');
    const volunteer = await desk.load(volunteersById, { townId: desk.town, uuid });
    if (!volunteer || !(await seesVolunteer(desk, actor, volunteer))) throw notFound('filter.volunteer');
    conditions.push(sql`r.volunteer_id = ${uuid}`);
  }
  if (unit != null) conditions.push(sql`v.unit_id = ${anyOf(await unitsUnder(desk, unit, 'filter.unit'))}`);
  return conditions;
}
