import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { type Connection, fillPage, type PageArgs } from '../schema/connection.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import type { InspectionFindingType } from './inspection-finding.type.ts';
import { type FindingRow, findingOf, selectFindings } from './inspection-finding-rows.ts';
import type { InspectionRoundType } from './round.type.ts';
import { type RoundRow, roundOf, selectRounds } from './round-rows.ts';

/**
 * A page of the rounds of the desk's town for which all conditions on `r` hold, the latest first. Two statements.
 * Errors: BAD_INPUT on first, last, after or before.
 */
export async function listRounds(
  desk: Desk,
  conditions: readonly RawBuilder<boolean>[],
  args: PageArgs,
): Promise<Connection<InspectionRoundType>> {
  const all = sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const keyOf = ({ inspected_on: by, id: uuid }: RoundRow) => ({ by, uuid });
  const page = await orderedPage(
    args,
    { by: 'r.inspected_on', type: 'date', id: 'r.id', latestFirst: true, keyOf },
    selectRounds(desk).where(all),
    desk.db
      .selectFrom('inspection_round as r')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where(all),
  );
  return fillPage(page, async (row) => roundOf(row));
}

/**
 * A page of the findings of the desk's town for which all conditions on `f`, its check `c`, round `r` and place `p` hold, the latest
 * first. Two statements. Errors: BAD_INPUT on first, last, after or before.
 */
export async function listFindings(
  desk: Desk,
  conditions: readonly RawBuilder<boolean>[],
  args: PageArgs,
): Promise<Connection<InspectionFindingType>> {
  const all = sql<boolean>`(f.town_id, f.check_id) in (select c.town_id, c.id from inspection_check c
    join inspection_round r on r.town_id = c.town_id and r.id = c.round_id
    join inspection_place p on p.town_id = c.town_id and p.id = c.place_id
    where ${sql.join(conditions, sql` and `)})`;
  const keyOf = ({ inspected_on: by, id: uuid }: FindingRow) => ({ by, uuid });
  const page = await orderedPage(
    args,
    { by: 'f.inspected_on', type: 'date', id: 'f.id', latestFirst: true, keyOf },
    selectFindings(desk).where(all),
    desk.db
      .selectFrom('inspection_finding as f')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where(all),
  );
  return fillPage(page, async (row) => findingOf(row));
}
