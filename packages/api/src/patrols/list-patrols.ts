import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { Connection, PageArgs } from '../schema/connection.ts';
import { datedPage } from '../schema/dated-page.ts';
import { findingOf, selectFindings } from './finding-rows.ts';
import type { PatrolType } from './patrol.type.ts';
import type { PatrolFindingType } from './patrol-finding.type.ts';
import { patrolOf, selectPatrols } from './patrol-rows.ts';

/**
 * A page of the patrols of the desk's town for which all conditions on `p` hold, the latest first. Two statements.
 * Errors: BAD_INPUT on first, last, after or before.
 */
export function listPatrols(
  desk: Desk,
  conditions: readonly RawBuilder<boolean>[],
  args: PageArgs,
): Promise<Connection<PatrolType>> {
  const all = sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const keyOf = ({ patrolledOn: date, uuid }: PatrolType) => ({ date, uuid });
  return datedPage(
    args,
    { date: 'p.patrolled_on', id: 'p.id', latestFirst: true, keyOf },
    async ({ beyond, direction, limit }) => {
      const rows = await selectPatrols(desk)
        .where(all)
        .where(beyond)
        .orderBy('p.patrolled_on', direction)
        .orderBy('p.id', direction)
        .limit(limit)
        .execute();
      return rows.map(patrolOf);
    },
    async () => {
      const { total } = await desk.db
        .selectFrom('patrol as p')
        .select((each) => each.fn.countAll<number>().as('total'))
        .where(all)
        .executeTakeFirstOrThrow();
      return total;
    },
  );
}

/**
 * A page of what the patrols of the desk's town brought up for which all conditions on `f` and the patrol `p` hold, the
 * latest first. Two statements. Errors: BAD_INPUT on first, last, after or before.
 */
export function listFindings(
  desk: Desk,
  conditions: readonly RawBuilder<boolean>[],
  args: PageArgs,
): Promise<Connection<PatrolFindingType>> {
  const all = sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const keyOf = ({ patrolledOn: date, uuid }: PatrolFindingType) => ({ date, uuid });
  return datedPage(
    args,
    { date: 'f.patrolled_on', id: 'f.id', latestFirst: true, keyOf },
    async ({ beyond, direction, limit }) => {
      const rows = await selectFindings(desk)
        .innerJoin('patrol as p', (join) => join.onRef('p.town_id', '=', 'f.town_id').onRef('p.id', '=', 'f.patrol_id'))
        .where(all)
        .where(beyond)
        .orderBy('f.patrolled_on', direction)
        .orderBy('f.id', direction)
        .limit(limit)
        .execute();
      return rows.map(findingOf);
    },
    async () => {
      const { total } = await desk.db
        .selectFrom('patrol_finding as f')
        .innerJoin('patrol as p', (join) => join.onRef('p.town_id', '=', 'f.town_id').onRef('p.id', '=', 'f.patrol_id'))
        .select((each) => each.fn.countAll<number>().as('total'))
        .where(all)
        .executeTakeFirstOrThrow();
      return total;
    },
  );
}
