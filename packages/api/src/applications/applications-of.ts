import type { Desk } from '../db/door.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import type { ApplicationsArgs, ApplicationType } from './application.type.ts';
import { type ApplicationRow, applicationOf, selectApplications } from './application-rows.ts';

/** A page of the applications that an account has registered, the latest first. Errors: BAD_INPUT on first, last, after or before. */
export async function applicationsOf(
  desk: Desk,
  owner: string,
  args: ApplicationsArgs,
): Promise<Connection<ApplicationType>> {
  const chosen = selectApplications(desk)
    .where('a.owner_id', '=', owner)
    .$if(args.inUse != null, (all) => all.where('a.ended_at', args.inUse === true ? 'is' : 'is not', null));
  const keyOf = ({ created_at: by, id: uuid }: ApplicationRow) => ({ by, uuid });
  const page = await orderedPage(
    args,
    { by: 'a.created_at', type: 'timestamptz', id: 'a.id', latestFirst: true, keyOf },
    chosen,
    chosen.clearSelect().select(({ fn }) => fn.countAll<number>().as('total')),
  );
  return fillPage(page, async (row) => applicationOf(row));
}
