import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { requireText } from '../schema/named-page.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import { unitsUnder } from '../units/standing-under.ts';
import type { VolunteersArgs } from './volunteer.input.ts';
import type { VolunteerType } from './volunteer.type.ts';
import { visibleVolunteers } from './volunteer-reach.ts';
import { selectVolunteers, type VolunteerRow, volunteerOf } from './volunteer-rows.ts';

/**
 * A page of the volunteers of the desk's town whom somebody sees, in the order in which they came. Two statements.
 * Errors: NOT_FOUND on filter.unit; BAD_INPUT on first, last, after or before.
 */
export async function listVolunteers(
  desk: Desk,
  actor: Actor,
  args: VolunteersArgs,
): Promise<Connection<VolunteerType>> {
  const { name, unit, ended } = args.filter ?? {};
  const conditions = [sql<boolean>`v.town_id = ${desk.town}`, await visibleVolunteers(desk, actor)];
  if (name != null) {
    requireText(name, 'filter.name');
    conditions.push(sql`position(${name.normalize('NFC').trim()} in p.name) > 0`);
  }
  if (unit != null) conditions.push(sql`v.unit_id = ${anyOf(await unitsUnder(desk, unit, 'filter.unit'))}`);
  if (ended != null) conditions.push(sql`(v.ended_on is not null) = ${ended}`);
  const all = sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const page = await orderedPage(
    args,
    {
      ...{ by: 'v.registered_on', type: 'date', id: 'v.id', latestFirst: false },
      keyOf: (row: VolunteerRow) => ({ by: row.registered_on, uuid: row.id }),
    },
    selectVolunteers(desk).where(all),
    desk.db
      .selectFrom('volunteer as v')
      .innerJoin('person as p', (join) => join.onRef('p.town_id', '=', 'v.town_id').onRef('p.id', '=', 'v.person_id'))
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where(all),
  );
  return fillPage(page, async (row) => volunteerOf(row));
}
