import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { peopleById } from '../people/person-rows.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { unitsUnder } from '../units/standing-under.ts';
import type { InspectionFilter, InspectionFindingFilter } from './inspection-list.type.ts';
import { placesById } from './place-rows.ts';
import { getSquadIn } from './squad-rows.ts';

/**
 * What a filter asks of the checks `c` of the desk's town, with their rounds `r` and places `p`.
 * Errors: NOT_FOUND on the member of `filter` that names something that is not there; BAD_INPUT on one that is wrong.
 */
export async function checkConditions(
  desk: Desk,
  filter: InspectionFilter | null | undefined,
): Promise<RawBuilder<boolean>[]> {
  const { squad, place, kind, unit, person, period, found } = filter ?? {};
  const conditions = [sql<boolean>`c.town_id = ${desk.town}`];
  if (squad != null) conditions.push(sql`r.squad_id = ${(await getSquadIn(desk, squad, 'filter.squad')).uuid}`);
  if (place != null) {
    const uuid = requireIdIn(desk.town, place, 'InspectionPlace', 'filter.place');
    if (!(await desk.load(placesById, { townId: desk.town, uuid }))) throw notFound('filter.place');
    conditions.push(sql`c.place_id = ${uuid}`);
  }
  if (kind != null) conditions.push(sql`p.kind = ${kind}`);
  if (unit != null) conditions.push(sql`p.unit_id = ${anyOf(await unitsUnder(desk, unit, 'filter.unit'))}`);
  if (person != null) {
    const uuid = requireIdIn(desk.town, person, 'Person', 'filter.person');
    if (!(await desk.load(peopleById, { townId: desk.town, uuid }))) throw notFound('filter.person');
    conditions.push(sql`exists (select from inspection_attendance took
      where took.town_id = c.town_id and took.check_id = c.id and took.person_id = ${uuid} and (took.counted or c.withdrawn))`);
  }
  if (period != null) {
    requirePeriod(period, 'filter.period');
    conditions.push(sql`c.inspected_on between ${period.first} and ${period.last}`);
  }
  if (found != null) {
    const something = sql`exists (select from inspection_finding any_of
      where any_of.town_id = c.town_id and any_of.check_id = c.id)`;
    conditions.push(found ? sql`${something}` : sql`not ${something}`);
  }
  return conditions;
}

/** What a filter asks of the rounds `r`: that one of their checks is such. Errors: those of checkConditions. */
export async function roundConditions(
  desk: Desk,
  filter: InspectionFilter | null | undefined,
): Promise<RawBuilder<boolean>[]> {
  const all = await checkConditions(desk, filter);
  return [
    sql`r.town_id = ${desk.town}`,
    sql`exists (select from inspection_check c join inspection_place p on p.town_id = c.town_id and p.id = c.place_id
      where c.town_id = r.town_id and c.round_id = r.id and (not c.withdrawn or r.withdrawn_at is not null)
      and ${sql.join(all, sql` and `)})`,
  ];
}

/** What a filter asks of findings `f`, with their checks `c`; what was withdrawn is left out. Errors: those of checkConditions. */
export async function findingConditions(
  desk: Desk,
  filter: InspectionFindingFilter | null | undefined,
): Promise<RawBuilder<boolean>[]> {
  const conditions = [...(await checkConditions(desk, filter)), sql<boolean>`not f.withdrawn`];
  const { about, state, mended } = filter ?? {};
  if (about != null) conditions.push(sql`f.kind = any(${about}::text[])`);
  if (state != null) conditions.push(sql`f.state = any(${state}::text[])`);
  if (mended != null) conditions.push(sql`f.mended = ${mended}`);
  return conditions;
}
