import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { peopleById } from '../people/person-rows.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { unitsUnder } from '../units/standing-under.ts';
import { timelineOf } from '../units/timeline.ts';
import type { PatrolFilter, PatrolFindingFilter } from './patrol-list.type.ts';
import { visiblePatrols } from './patrol-reach.ts';
import { tookPart } from './patrol-rows.ts';
import { getRouteFor } from './route-rows.ts';

/**
 * What a filter asks of the patrols `p` of the desk's town, those aside that somebody may not see.
 * Errors: NOT_FOUND on the member of `filter` that names something that is not there or not open to the actor; BAD_INPUT
 * on one that is wrong.
 */
export async function patrolConditions(
  desk: Desk,
  actor: Actor,
  filter: PatrolFilter | null | undefined,
): Promise<RawBuilder<boolean>[]> {
  const { unit, madeIn, route, person, period, found } = filter ?? {};
  const conditions = [sql<boolean>`p.town_id = ${desk.town}`, await visiblePatrols(desk, actor, sql.ref('p.unit_id'))];
  if (unit != null) {
    conditions.push(sql`p.unit_id = ${anyOf(await unitsUnder(desk, unit, 'filter.unit'))}`);
  }
  if (madeIn != null) {
    const uuid = requireIdIn(desk.town, madeIn, 'Unit', 'filter.madeIn');
    if (!(await desk.load(timelineOf, desk.town)).find(uuid)) throw notFound('filter.madeIn');
    conditions.push(sql`p.unit_id = ${uuid}`);
  }
  if (route != null) {
    const { uuid } = await getRouteFor(desk, actor, 'patrol:read', route, 'filter.route');
    conditions.push(sql`p.route_id = ${uuid}`);
  }
  if (person != null) {
    const uuid = requireIdIn(desk.town, person, 'Person', 'filter.person');
    if (!(await desk.load(peopleById, { townId: desk.town, uuid }))) throw notFound('filter.person');
    conditions.push(tookPart(uuid));
  }
  if (period != null) {
    requirePeriod(period, 'filter.period');
    conditions.push(sql`p.patrolled_on between ${period.first} and ${period.last}`);
  }
  if (found != null) {
    const something = sql`exists (select from patrol_finding any_of
      where any_of.town_id = p.town_id and any_of.patrol_id = p.id)`;
    conditions.push(found ? sql`${something}` : sql`not ${something}`);
  }
  return conditions;
}

/**
 * What a filter asks of what patrols brought up, `f`, with the patrols `p`; what was withdrawn is left out.
 * Errors: those of patrolConditions.
 */
export async function findingConditions(
  desk: Desk,
  actor: Actor,
  filter: PatrolFindingFilter | null | undefined,
): Promise<RawBuilder<boolean>[]> {
  const conditions = [...(await patrolConditions(desk, actor, filter)), sql<boolean>`not f.withdrawn`];
  const { kind, state, actedOn } = filter ?? {};
  if (kind != null) conditions.push(sql`f.kind = any(${kind}::text[])`);
  if (state != null) conditions.push(sql`f.state = any(${state}::text[])`);
  if (actedOn != null) conditions.push(sql`f.acted_on = ${actedOn}`);
  return conditions;
}
