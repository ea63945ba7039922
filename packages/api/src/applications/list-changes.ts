import type { Desk } from '../db/door.ts';
import { type Connection, fillPage, type PageArgs } from '../schema/connection.ts';
import { globalId } from '../schema/global-id.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import type { ApplicationChangeType } from './application-change.type.ts';

interface Row {
  id: string;
  changed_at: Date;
  application_id: string;
  account_id: string;
  mutation: string;
}

/** A page of what applications changed in the desk’s town, the latest first. Errors: BAD_INPUT on first, last, after or before. */
export async function listChanges(desk: Desk, args: PageArgs): Promise<Connection<ApplicationChangeType>> {
  const ofTown = desk.db.selectFrom('application_change').where('town_id', '=', desk.town);
  const keyOf = ({ changed_at: by, id: uuid }: Row) => ({ by, uuid });
  const page = await orderedPage(
    args,
    { by: 'changed_at', type: 'timestamptz', id: 'id', latestFirst: true, keyOf },
    ofTown.select(['id', 'changed_at', 'application_id', 'account_id', 'mutation']),
    ofTown.select(({ fn }) => fn.countAll<number>().as('total')),
  );
  return fillPage(page, async (row) => ({
    id: globalId('ApplicationChange', desk.town, row.id),
    ...{ townId: desk.town, accountId: row.account_id, applicationUuid: row.application_id },
    ...{ changedAt: row.changed_at, mutation: row.mutation },
  }));
}
