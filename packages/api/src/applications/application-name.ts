import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import { oneLine } from '../schema/text.ts';

/** What the platform calls itself, under which nobody else goes. */
const platformNames = ['连心', 'lianxin'];

/** Letters of other scripts look like these, and no list of those that do is ever complete. */
const written = /^[\p{Unified_Ideograph}〇A-Za-z0-9 !#&'()*+,\-./:?@_·—、，。：“”《》]*$/u;

/** The name of an application as it is stored. Errors: BAD_INPUT on `field`, also for letters of other scripts than Chinese and Latin. */
export function applicationName(text: string, field: string): string {
  const name = oneLine(text, field);
  // Letters of full width are these, and told apart from no others.
  if (!written.test(name.normalize('NFKC'))) throw badInput(field, 'nameOfOtherLetters');
  return name;
}

/**
 * Refuses a name that looks like the platform's, contains what looks like a town's, or looks like that of another's application in use; what looks alike is for
 * `app.plain_name` to say. Who takes the same name at once waits. Two statements. Errors: BAD_INPUT on input.name, CONFLICT there for another's.
 */
export async function requireOwnName({ db }: Desk, { accountId }: Actor, name: string): Promise<void> {
  const plain = sql`app.plain_name(${name})`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${plain}, 0))`.execute(db);
  const { rows } = await sql<{ empty: boolean; platform: boolean; town: boolean; taken: boolean }>`
    select ${plain} = '' as empty,
      exists (select from unnest(${platformNames}::text[]) as p (name) where strpos(${plain}, app.plain_name(p.name)) > 0) as platform,
      exists (select from town_version t where strpos(${plain}, app.plain_name(t.name)) > 0) as town,
      exists (
        select from application a where app.plain_name(a.name) = ${plain} and a.ended_at is null and a.owner_id <> ${accountId}
      ) as taken`.execute(db);
  const [found] = rows;
  if (found?.empty) throw badInput('input.name', 'nameOfOtherLetters');
  if (found?.platform) throw badInput('input.name', 'nameOfPlatform');
  if (found?.town) throw badInput('input.name', 'nameOfTown');
  if (found?.taken) throw conflict('applicationNameTaken', 'input.name');
}
