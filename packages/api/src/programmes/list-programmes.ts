import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { unitsUnder } from '../units/standing-under.ts';
import type { ProgrammeFilter, ProgrammesArgs } from './programme.input.ts';
import type { ProgrammeType } from './programme.type.ts';
import { type ProgrammeRow, programmeOf, selectProgrammes } from './programme-rows.ts';

/**
 * A page of the programmes of the desk's town, the latest first day first.
 * Errors: NOT_FOUND on filter.unit; BAD_INPUT on filter.during.last, first, last, after or before.
 */
export async function listProgrammes(desk: Desk, args: ProgrammesArgs): Promise<Connection<ProgrammeType>> {
  const all = sql<boolean>`${sql.join(await conditionsOf(desk, args.filter ?? {}), sql` and `)}`;
  const page = await orderedPage(
    args,
    {
      ...{ by: 'p.first_day', type: 'date', id: 'p.id', latestFirst: true },
      keyOf: (row: ProgrammeRow) => ({ by: row.first_day, uuid: row.id }),
    },
    selectProgrammes(desk).where(all),
    desk.db
      .selectFrom('programme as p')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where(all),
  );
  return fillPage(page, async (row) => programmeOf(row));
}

async function conditionsOf(
  desk: Desk,
  { kind, state, unit, during }: ProgrammeFilter,
): Promise<RawBuilder<unknown>[]> {
  const conditions: RawBuilder<unknown>[] = [sql`p.town_id = ${desk.town}`];
  if (kind != null) conditions.push(sql`p.kind = any(${kind}::text[])`);
  if (state != null) conditions.push(sql`p.state = any(${state}::text[])`);
  if (unit != null) conditions.push(sql`p.unit_id = ${anyOf(await unitsUnder(desk, unit, 'filter.unit'))}`);
  if (during != null) {
    requirePeriod(during, 'filter.during');
    conditions.push(sql`p.first_day <= ${during.last} and p.last_day >= ${during.first}`);
  }
  return conditions;
}
