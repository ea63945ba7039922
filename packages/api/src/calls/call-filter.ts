import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { reaches, reachesTown } from '../access/reach.ts';
import { requirePurpose } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { getHouseholdFor } from '../households/find-household.ts';
import { peopleById } from '../people/person-rows.ts';
import { telephoneNumber } from '../residents/telephone.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { unitsStanding, unitsUnder } from '../units/standing-under.ts';
import type { CallFilter } from './call-list.type.ts';
import { findHotline } from './hotline-rows.ts';
import { outcomes } from './outcomes.ts';

/** The calls of the desk's town that somebody may see, as a condition: the same as `reachesCall` says of each. */
export async function visibleCalls(desk: Desk, actor: Actor): Promise<RawBuilder<boolean>> {
  if (reachesTown(actor, 'call:read', desk.town)) return sql`true`;
  const units = await unitsStanding(desk, (place) => reaches(actor, 'call:read', place));
  return sql`exists (select from hotline where hotline.town_id = call.town_id and hotline.id = call.hotline_id
    and hotline.unit_id = ${anyOf(units)})`;
}

/**
 * What a filter asks of the calls of the desk's town.
 * Errors: NOT_FOUND on the member of `filter` that names something that is not there or not open to the viewer; BAD_INPUT
 * on one that is wrong.
 */
export async function conditionsOf(desk: Desk, ctx: Context, filter: CallFilter): Promise<RawBuilder<boolean>[]> {
  const conditions: RawBuilder<boolean>[] = [];
  if (filter.hotline != null) {
    const uuid = requireIdIn(desk.town, filter.hotline, 'Hotline', 'filter.hotline');
    if (!(await findHotline(desk, { townId: desk.town, uuid }))) throw notFound('filter.hotline');
    conditions.push(sql`call.hotline_id = ${uuid}`);
  }
  if (filter.unit != null) {
    conditions.push(sql`call.unit_id = ${anyOf(await unitsUnder(desk, filter.unit, 'filter.unit'))}`);
  }
  if (filter.answeredBy != null) {
    const uuid = requireIdIn(desk.town, filter.answeredBy, 'Person', 'filter.answeredBy');
    if (!(await desk.load(peopleById, { townId: desk.town, uuid }))) throw notFound('filter.answeredBy');
    conditions.push(sql`call.answered_by_id = ${uuid}`);
  }
  if (filter.household != null) {
    const household = filter.household;
    const { uuid } = await getHouseholdFor(desk, ctx.signedIn, 'household:read', household, 'filter.household');
    conditions.push(sql`call.household_id = ${uuid}`);
  }
  if (filter.telephone != null) {
    requirePurpose(ctx, 'filter.telephone');
    conditions.push(sql`call.telephone = ${telephoneNumber(filter.telephone, 'filter.telephone')}`);
    ctx.personalReadings.add(desk.town, 'Call.telephone', []);
  }
  if (filter.state != null) conditions.push(sql`call.state = any(${filter.state}::text[])`);
  if (filter.called != null) {
    requirePeriod(filter.called, 'filter.called');
    conditions.push(sql`call.called_on between ${filter.called.first} and ${filter.called.last}`);
  }
  if (filter.missed != null) conditions.push(sql`call.missed = ${filter.missed}`);
  for (const [outcome, asked] of [
    [outcomes.completion, filter.done],
    [outcomes.followUp, filter.followedUp],
    [outcomes.satisfaction, filter.satisfied],
  ] as const) {
    if (asked != null) conditions.push(sql`(${sql.raw(outcome)}) = ${asked}`);
  }
  return conditions;
}
