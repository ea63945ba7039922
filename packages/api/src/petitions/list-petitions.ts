import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { getEntry } from '../handling/listed.ts';
import { type Connection, pageOf } from '../schema/connection.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { dayOf } from '../today.ts';
import { unitsUnder } from '../units/standing-under.ts';
import type { PetitionType } from './petition.type.ts';
import type { PetitionFilter, PetitionsArgs } from './petition-list.type.ts';
import { visiblePetitions } from './petition-reach.ts';
import { petitionOf, selectPetitions } from './petition-rows.ts';

/**
 * A page of the petitions of the desk's town that somebody may see. A town has some hundreds a year, so that a page is
 * cut from all of them.
 * Errors: NOT_FOUND on the member of `filter` that names something that is not there; BAD_INPUT on one that is wrong, or
 * on first, last, after or before.
 */
export async function listPetitions(desk: Desk, actor: Actor, args: PetitionsArgs): Promise<Connection<PetitionType>> {
  const conditions = [await visiblePetitions(desk, actor), ...(await conditionsOf(desk, args.filter ?? {}))];
  const order = args.orderBy === 'DUE' ? sql`p.due_on asc nulls last` : sql`p.received_on desc`;
  const rows = await selectPetitions(desk)
    .where('p.town_id', '=', desk.town)
    .where(sql<boolean>`${sql.join(conditions, sql` and `)}`)
    .orderBy(order)
    .orderBy('p.year', 'desc')
    .orderBy('p.number', 'desc')
    .execute();
  return pageOf(rows.map(petitionOf), args, ({ uuid }) => uuid);
}

async function conditionsOf(desk: Desk, filter: PetitionFilter): Promise<RawBuilder<boolean>[]> {
  const conditions: RawBuilder<boolean>[] = [];
  for (const [column, values] of [
    ['state', filter.state],
    ['way', filter.way],
    ['class', filter.class],
  ] as const) {
    if (values != null) conditions.push(sql`${sql.ref(`p.${column}`)} = any(${values}::text[])`);
  }
  if (filter.unit != null) {
    conditions.push(sql`p.unit_id = ${anyOf(await unitsUnder(desk, filter.unit, 'filter.unit'))}`);
  }
  if (filter.subject != null) {
    const { uuid } = await getEntry(desk, 'request_subject', filter.subject, 'filter.subject');
    conditions.push(sql`p.subject_id = ${uuid}`);
  }
  if (filter.overdue != null) {
    conditions.push(sql`coalesce(p.due_on < ${dayOf(desk.now)}, false) = ${filter.overdue}`);
  }
  if (filter.joint != null) conditions.push(sql`(p.people > 1) = ${filter.joint}`);
  if (filter.received != null) {
    requirePeriod(filter.received, 'filter.received');
    conditions.push(sql`p.received_on between ${filter.received.first} and ${filter.received.last}`);
  }
  return conditions;
}
