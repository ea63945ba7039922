import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { sandboxTowns } from '../towns/sandbox.ts';

const consenting = sandboxTowns.filter(({ consents }) => consents).map(({ code }) => code);

/**
 * Has the towns of the sandbox that consent do so to applications in use, one or all, for all that they ask for: rows as those of any
 * town, in the name of its first account. What was consented to before and is something else ends. Nothing where there is no sandbox.
 */
export async function consentInSandbox({ db, now }: Desk, application: string | 'all'): Promise<void> {
  const which = application === 'all' ? sql`true` : sql`a.id = ${application}`;
  const towns = sql`
    select t.id as town_id, first.id as account_id from town t
    join lateral (select id from account where home_town_id = t.id order by id limit 1) first on true
    where t.sandbox and t.code = any (${consenting})`;
  await sql`
    update application_consent c set ended_at = ${now}, ended_by = s.account_id
    from application a, (${towns}) s
    where c.town_id = s.town_id and c.global_application_id = a.id and c.ended_at is null
      and a.ended_at is null and c.scopes <> a.scopes and ${which}`.execute(db);
  await sql`
    insert into application_consent
      (town_id, id, global_application_id, global_account_id, global_owner_id, scopes, application_name,
        application_description, granted_at, granted_by)
    select s.town_id, gen_random_uuid(), a.id, a.account_id, a.owner_id, a.scopes, a.name, a.description, ${now}, s.account_id
    from application a, (${towns}) s
    where a.ended_at is null and cardinality(a.scopes) > 0 and ${which}
    on conflict do nothing`.execute(db);
}
