import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { unitsUnder } from '../units/standing-under.ts';
import type { DeliberationFilter, DeliberationsArgs } from './deliberation.input.ts';
import type { DeliberationType } from './deliberation.type.ts';
import { type DeliberationRow, deliberationOf, selectDeliberations } from './deliberation-rows.ts';

/**
 * A page of the deliberations of the desk's town, the latest first. Errors: NOT_FOUND on filter.unit; BAD_INPUT on filter.proposed.last, first,
 * last, after or before.
 */
export async function listDeliberations(desk: Desk, args: DeliberationsArgs): Promise<Connection<DeliberationType>> {
  return pageOfDeliberations(desk, await conditionsOf(desk, args.filter ?? {}), args);
}

/** A page of those of the town's deliberations for which all conditions hold. Two statements. */
export async function pageOfDeliberations(
  desk: Desk,
  conditions: readonly RawBuilder<unknown>[],
  args: DeliberationsArgs,
): Promise<Connection<DeliberationType>> {
  const all = sql<boolean>`${sql.join([sql`d.town_id = ${desk.town}`, ...conditions], sql` and `)}`;
  const page = await orderedPage(
    args,
    {
      ...{ by: 'd.proposed_on', type: 'date', id: 'd.id', latestFirst: true },
      keyOf: (row: DeliberationRow) => ({ by: row.proposed_on, uuid: row.id }),
    },
    selectDeliberations(desk).where(all),
    desk.db
      .selectFrom('deliberation as d')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where(all),
  );
  return fillPage(page, async (row) => deliberationOf(row, desk.now));
}

async function conditionsOf(desk: Desk, { state, unit, proposed, text }: DeliberationFilter) {
  const conditions: RawBuilder<unknown>[] = [];
  if (state != null) {
    const now = sql`case when d.state = 'VOTING' and d.closes_at <= ${desk.now} then 'CLOSED' else d.state end`;
    conditions.push(sql`${now} = any(${state}::text[])`);
  }
  if (unit != null) conditions.push(sql`d.block_id = ${anyOf(await unitsUnder(desk, unit, 'filter.unit'))}`);
  if (proposed != null) {
    requirePeriod(proposed, 'filter.proposed');
    conditions.push(sql`d.proposed_on between ${proposed.first} and ${proposed.last}`);
  }
  if (text != null) conditions.push(sql`strpos(d.question, ${text}) > 0`);
  return conditions;
}
