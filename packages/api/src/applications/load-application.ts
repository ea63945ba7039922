import type { ActingApplication, Actor } from '../access/actor.ts';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { dayOf } from '../today.ts';
import { scopesOf } from './application-rows.ts';
import { consentHolds } from './consent-holds.ts';

/** An application that acts: what it may where, and the account with which it acts for itself. */
export interface LoadedApplication {
  acting: ActingApplication;
  itself: Actor;
}

/**
 * An application with what its token is for, and what towns have consented to today; undefined for one that has ended. `account` is
 * the one that it acts with for itself.
 */
export async function loadApplication(
  orm: Orm,
  { id, account, scopes }: { id: string; account: string; scopes: readonly string[] },
  now: Date,
): Promise<LoadedApplication | undefined> {
  const today = dayOf(now);
  return atDesk(orm, { role: 'app_signin', account }, now, 'read', async ({ db }) => {
    const application = await db
      .selectFrom('application as a')
      .innerJoin('account as owner', 'owner.id', 'a.owner_id')
      .select(['a.name', 'a.owner_id', 'a.scopes', 'owner.home_town_id'])
      .where('a.id', '=', id)
      .where('a.ended_at', 'is', null)
      .executeTakeFirst();
    if (!application) return undefined;
    const consents = await db
      .selectFrom('application_consent as c')
      .select(['c.town_id', 'c.id', 'c.scopes'])
      .where('c.global_account_id', '=', account)
      .where(consentHolds(today))
      .orderBy('c.town_id')
      .execute();
    const { name, owner_id: ownerId } = application;
    const acting = {
      ...{ id, name, ownerId, forItself: false, scopes: new Set(scopesOf(scopes)) },
      registered: new Set(scopesOf(application.scopes)),
      consents: new Map(consents.map((each) => [each.town_id, new Set(scopesOf(each.scopes))])),
    };
    const assignments = consents.map((each) => ({
      ...{ id: each.id, townId: each.town_id, role: 'APPLICATION' as const },
      ...{ unitId: null, teamId: null, personId: null },
    }));
    const itself = {
      accountId: account,
      name: `app:${id}`,
      displayName: name,
      homeTown: application.home_town_id,
      assignments,
      offices: [],
      application: { ...acting, forItself: true },
    };
    return { acting, itself };
  });
}
