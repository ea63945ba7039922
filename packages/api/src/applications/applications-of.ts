import type { Desk } from '../db/door.ts';
import type { Connection } from '../schema/connection.ts';
import { datedPage } from '../schema/dated-page.ts';
import type { ApplicationsArgs, ApplicationType } from './application.type.ts';
import { applicationOf, selectApplications } from './application-rows.ts';

/** A page of the applications that an account has registered, the latest first. Errors: BAD_INPUT on first, last, after or before. */
export function applicationsOf(
  desk: Desk,
  owner: string,
  args: ApplicationsArgs,
): Promise<Connection<ApplicationType>> {
  const chosen = () =>
    selectApplications(desk)
      .where('a.owner_id', '=', owner)
      .$if(args.inUse != null, (all) => all.where('a.ended_at', args.inUse === true ? 'is' : 'is not', null));
  const keyOf = ({ createdAt: by, uuid }: ApplicationType) => ({ by, uuid });
  return datedPage(
    args,
    { by: 'a.created_at', type: 'timestamptz', id: 'a.id', latestFirst: true, keyOf },
    async ({ beyond, direction, limit }) =>
      (
        await chosen()
          .where(beyond)
          .orderBy('a.created_at', direction)
          .orderBy('a.id', direction)
          .limit(limit)
          .execute()
      ).map(applicationOf),
    async () => {
      const all = chosen().clearSelect();
      return (await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total;
    },
  );
}
