import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { type IdType, requireIdIn } from '../schema/global-id.ts';
import { beginningOf, dayAfter } from '../today.ts';
import type { ReadingFilter } from './reading.type.ts';

/**
 * What a filter asks of the readings of the desk's town. Whoever sees the readings may name anybody in the town, whom
 * they may not see.
 * Errors: NOT_FOUND on filter.resident, filter.household, filter.householdCode or filter.account.
 */
export async function conditionsOf(desk: Desk, filter: ReadingFilter): Promise<RawBuilder<boolean>[]> {
  const conditions: RawBuilder<boolean>[] = [];
  if (filter.from != null) conditions.push(sql`read_at >= ${beginningOf(filter.from)}`);
  if (filter.to != null) conditions.push(sql`read_at < ${beginningOf(dayAfter(filter.to))}`);
  if (filter.account != null) {
    const { value } = await named(desk, 'town_account', 'account_id', filter.account, 'TownAccount', 'filter.account');
    conditions.push(sql`account_id = ${value}`);
  }
  if (filter.resident != null) {
    const { value } = await named(desk, 'resident', 'audit_key', filter.resident, 'Resident', 'filter.resident');
    conditions.push(sql`subjects && ${[value]}::uuid[]`);
  }
  if (filter.household != null) {
    const { id, value } = await named(
      desk,
      'household',
      'audit_key',
      filter.household,
      'Household',
      'filter.household',
    );
    conditions.push(await ofHousehold(desk, id, value));
  }
  if (filter.householdCode != null) {
    const household = await desk.db
      .selectFrom('household')
      .select(['id', 'audit_key'])
      .where('town_id', '=', desk.town)
      .where('code', '=', filter.householdCode.trim())
      .executeTakeFirst();
    if (!household) throw notFound('filter.householdCode');
    conditions.push(await ofHousehold(desk, household.id, household.audit_key));
  }
  return conditions;
}

/** The row that an id names, and what a column of it holds. Errors: NOT_FOUND on `field`. */
async function named(
  desk: Desk,
  table: 'town_account' | 'resident' | 'household',
  column: 'account_id' | 'audit_key',
  id: string,
  type: IdType,
  field: string,
): Promise<{ id: string; value: string }> {
  const uuid = requireIdIn(desk.town, id, type, field);
  const { rows } = await sql<{ id: string; value: string }>`
    select id, ${sql.ref(column)} as value from ${sql.table(table)}
    where town_id = ${desk.town} and id = ${uuid}`.execute(desk.db);
  if (!rows[0]) throw notFound(field);
  return rows[0];
}

/** Readings of a household itself, and of residents on days on which they were in it. */
async function ofHousehold(desk: Desk, household: string, key: string): Promise<RawBuilder<boolean>> {
  const members = await desk.db
    .selectFrom('resident_stay as s')
    .innerJoin('resident as r', (join) => join.onRef('r.town_id', '=', 's.town_id').onRef('r.id', '=', 's.resident_id'))
    .select('r.audit_key')
    .distinct()
    .where('s.town_id', '=', desk.town)
    .where('s.household_id', '=', household)
    .execute();
  // The index finds what concerns any of them; the days narrow that down.
  return sql`subjects && ${[key, ...members.map((member) => member.audit_key)]}::uuid[] and (
    ${key} = any(subjects) or exists (
      select from resident_stay s join resident r on r.town_id = s.town_id and r.id = s.resident_id
      where s.town_id = ${desk.town} and s.household_id = ${household} and r.audit_key = any(subjects)
        and s.valid_from <= (read_at at time zone 'Asia/Shanghai')::date
        and (s.valid_to is null or s.valid_to > (read_at at time zone 'Asia/Shanghai')::date)))`;
}
