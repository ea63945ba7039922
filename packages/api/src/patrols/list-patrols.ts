import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { type Connection, fillPage, type PageArgs } from '../schema/connection.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import { type FindingRow, findingOf, selectFindings } from './finding-rows.ts';
import type { PatrolType } from './patrol.type.ts';
import type { PatrolFindingType } from './patrol-finding.type.ts';
import { type PatrolRow, patrolOf, selectPatrols } from './patrol-rows.ts';

/**
 * A page of the patrols of the desk's town for which all conditions on `p` hold, the latest first. Two statements.
 * Errors: BAD_INPUT on first, last, after or before.
 */
export async function listPatrols(
  desk: Desk,
  conditions: readonly RawBuilder<boolean>[],
  args: PageArgs,
): Promise<Connection<PatrolType>> {
  const all = sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const keyOf = ({ patrolled_on: by, id: uuid }: PatrolRow) => ({ by, uuid });
  const page = await orderedPage(
    args,
    { by: 'p.patrolled_on', type: 'date', id: 'p.id', latestFirst: true, keyOf },
    selectPatrols(desk).where(all),
    desk.db
      .selectFrom('patrol as p')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where(all),
  );
  return fillPage(page, async (row) => patrolOf(row));
}

/**
 * A page of what the patrols of the desk's town brought up for which all conditions on `f` and the patrol `p` hold, the
 * latest first. Two statements. Errors: BAD_INPUT on first, last, after or before.
 */
export async function listFindings(
  desk: Desk,
  conditions: readonly RawBuilder<boolean>[],
  args: PageArgs,
): Promise<Connection<PatrolFindingType>> {
  const all = sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const keyOf = ({ patrolled_on: by, id: uuid }: FindingRow) => ({ by, uuid });
  const page = await orderedPage(
    args,
    { by: 'f.patrolled_on', type: 'date', id: 'f.id', latestFirst: true, keyOf },
    selectFindings(desk)
      .innerJoin('patrol as p', (join) => join.onRef('p.town_id', '=', 'f.town_id').onRef('p.id', '=', 'f.patrol_id'))
      .where(all),
    desk.db
      .selectFrom('patrol_finding as f')
      .innerJoin('patrol as p', (join) => join.onRef('p.town_id', '=', 'f.town_id').onRef('p.id', '=', 'f.patrol_id'))
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where(all),
  );
  return fillPage(page, async (row) => findingOf(row));
}
