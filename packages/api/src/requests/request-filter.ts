import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { requireIn } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { badInput, notFound } from '../errors.ts';
import { entriesById, type List, listTypes } from '../handling/listed.ts';
import { openStates } from '../handling/transitions.ts';
import { getHouseholdFor } from '../households/find-household.ts';
import { peopleById } from '../people/person-rows.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { dayOf } from '../today.ts';
import { Timeline, timelineOf } from '../units/timeline.ts';
import type { RequestFilter } from './request-list.type.ts';
import { readNumber } from './request-number.ts';
import { standsUnder } from './visible-requests.ts';

/**
 * What a filter asks of the requests `r` of the desk's town.
 * Errors: NOT_FOUND on the member of `filter` that names something that is not there or not open to the actor; BAD_INPUT
 * on one that is wrong; FORBIDDEN on the household where the actor sees none in the town.
 */
export async function conditionsOf(desk: Desk, actor: Actor, filter: RequestFilter): Promise<RawBuilder<boolean>[]> {
  const conditions: RawBuilder<boolean>[] = [];
  for (const [column, values] of [
    ['state', filter.state],
    ['level', filter.level],
    ['source', filter.source],
    ['handling_class', filter.handlingClass],
    ['satisfaction', filter.satisfaction],
  ] as const) {
    if (values != null) conditions.push(sql`${sql.ref(`r.${column}`)} = any(${values}::text[])`);
  }
  if (filter.subject != null) {
    const entry = await entryNamed(desk, 'request_subject', filter.subject, 'filter.subject');
    conditions.push(sql`r.subject_id = ${entry}`);
  }
  if (filter.party != null) {
    const entry = await entryNamed(desk, 'external_party', filter.party, 'filter.party');
    conditions.push(sql`r.party_id = ${entry}`);
  }
  if (filter.holder != null) {
    const uuid = requireIdIn(desk.town, filter.holder, 'Person', 'filter.holder');
    if (!(await desk.load(peopleById, { townId: desk.town, uuid }))) throw notFound('filter.holder');
    conditions.push(sql`r.holder_id = ${uuid}`);
  }
  if (filter.household != null) {
    requireIn(actor, desk.town, ['household:read'], 'filter.household');
    const { uuid } = await getHouseholdFor(desk, actor, 'request:read', filter.household, 'filter.household');
    conditions.push(sql`exists (select from request_household concerned where concerned.town_id = r.town_id
      and concerned.request_id = r.id and concerned.household_id = ${uuid})`);
  }
  if (filter.unit != null) conditions.push(await underUnit(desk, filter.unit));
  if (filter.overdue != null) {
    const overdue = sql`r.state = any(${[...openStates]}::text[]) and r.due_on < ${dayOf(desk.now)}`;
    conditions.push(filter.overdue ? sql`(${overdue})` : sql`not (${overdue})`);
  }
  for (const [column, period, field] of [
    ['raised_on', filter.raised, 'filter.raised'],
    ['handled_on', filter.handled, 'filter.handled'],
  ] as const) {
    if (period == null) continue;
    requirePeriod(period, field);
    conditions.push(sql`${sql.ref(`r.${column}`)} between ${period.first} and ${period.last}`);
  }
  if (filter.number != null) {
    const read = readNumber(filter.number);
    if (!read) throw badInput('filter.number', 'requestNumber');
    conditions.push(sql`(r.year = ${read.year} and r.number = ${read.number})`);
  }
  return conditions;
}

async function entryNamed(desk: Desk, list: List, id: string, field: string): Promise<string> {
  const uuid = requireIdIn(desk.town, id, listTypes[list], field);
  if (!(await desk.load(entriesById(list), { townId: desk.town, uuid }))) throw notFound(field);
  return uuid;
}

async function underUnit(desk: Desk, id: string): Promise<RawBuilder<boolean>> {
  const uuid = requireIdIn(desk.town, id, 'Unit', 'filter.unit');
  const timeline = await desk.load(timelineOf, desk.town);
  if (!timeline.find(uuid)) throw notFound('filter.unit');
  return standsUnder(desk, [uuid, ...Timeline.under(timeline.on(dayOf(desk.now)), uuid)]);
}
