import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { heldBy, withinReach } from '../households/within-reach.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { dayOf } from '../today.ts';
import { unitsUnder } from '../units/standing-under.ts';
import type { JobPlacementFilter, JobPlacementsArgs } from './job-placement.input.ts';
import type { JobPlacementType } from './job-placement.type.ts';
import { type PlacementRow, placementOf, selectPlacements } from './placement-rows.ts';

/**
 * A page of the jobs found for residents of the desk's town that somebody may see, the latest first, without those withdrawn.
 * Errors: NOT_FOUND on filter.unit; BAD_INPUT on filter.found.last, first, last, after or before.
 */
export async function listPlacements(
  desk: Desk,
  actor: Actor,
  args: JobPlacementsArgs,
): Promise<Connection<JobPlacementType>> {
  const conditions = await conditionsOf(desk, actor, args.filter ?? {});
  const all = sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const page = await orderedPage(
    args,
    {
      ...{ by: 'j.found_on', type: 'date', id: 'j.id', latestFirst: true },
      keyOf: (row: PlacementRow) => ({ by: row.found_on, uuid: row.id }),
    },
    selectPlacements(desk).where(all),
    desk.db
      .selectFrom('job_placement as j')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where(all),
  );
  return fillPage(page, async (row) => placementOf(row));
}

async function conditionsOf(
  desk: Desk,
  actor: Actor,
  { unit, found, left }: JobPlacementFilter,
): Promise<RawBuilder<unknown>[]> {
  const conditions: RawBuilder<unknown>[] = [
    sql`j.town_id = ${desk.town} and j.withdrawn_at is null`,
    await withinReach(desk, actor, 'relief:read', sql`j.household_id`),
  ];
  if (unit != null) {
    conditions.push(heldBy(desk, sql`j.household_id`, await unitsUnder(desk, unit, 'filter.unit')));
  }
  if (found != null) {
    requirePeriod(found, 'filter.found');
    conditions.push(sql`j.found_on between ${found.first} and ${found.last}`);
  }
  if (left != null) conditions.push(sql`(coalesce(j.left_on <= ${dayOf(desk.now)}, false) = ${left})`);
  return conditions;
}
