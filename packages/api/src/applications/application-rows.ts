import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { permissionName } from '../access/permission.type.ts';
import type { Permission } from '../access/permissions.ts';
import { scopeOf } from '../access/scopes.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId, requireId } from '../schema/global-id.ts';
import type { ApplicationSecretType, ApplicationType } from './application.type.ts';
import { secretsInUse } from './kept-secrets.ts';

/** The rows of applications, but for what only their owners see. */
export function selectApplications(desk: Desk) {
  return desk.db
    .selectFrom('application as a')
    .innerJoin('account as owner', 'owner.id', 'a.owner_id')
    .select(['a.id', 'a.owner_id', 'a.name', 'a.description', 'a.homepage', 'a.scopes'])
    .select(['a.confidential', 'owner.display_name as registered_by', 'owner.name as registered_by_account'])
    .select(['a.redirect_uris', 'a.created_at', 'a.ended_at', 'a.version']);
}

export type ApplicationRow = Awaited<ReturnType<ReturnType<typeof selectApplications>['execute']>>[number];

/** An application as GraphQL shows it. */
export function applicationOf(row: ApplicationRow): ApplicationType {
  return {
    typename: 'Application',
    id: globalId('Application', 0, row.id),
    uuid: row.id,
    clientId: row.id,
    ownerId: row.owner_id,
    name: row.name,
    description: row.description,
    homepage: row.homepage,
    scopes: permissionNamesOf(row.scopes),
    confidential: row.confidential,
    registeredBy: row.registered_by,
    registeredByAccount: row.registered_by_account,
    redirects: row.redirect_uris,
    createdAt: row.created_at,
    endedAt: row.ended_at,
    version: row.version,
  };
}

/** Batch of applications by their keys. One statement. */
export async function applicationsById(desk: Desk, keys: readonly string[]): Promise<(ApplicationType | undefined)[]> {
  const rows = await selectApplications(desk)
    .where('a.id', 'in', [...new Set(keys)])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, applicationOf(row)]));
  return keys.map((key) => byId.get(key));
}

/** Batch of applications by the accounts that they act with for themselves. One statement. */
export async function applicationsByAccount(
  desk: Desk,
  accounts: readonly string[],
): Promise<(ApplicationType | undefined)[]> {
  const rows = await selectApplications(desk)
    .select('a.account_id')
    .where('a.account_id', 'in', [...new Set(accounts)])
    .execute();
  return accounts.map((account) => {
    const row = rows.find((each) => each.account_id === account);
    return row && applicationOf(row);
  });
}

/**
 * Takes an application of the actor's own, which others wait for. Errors: NOT_FOUND on `field` where it is another's; CONFLICT
 * there where it has ended.
 */
export async function takeOwn(
  desk: Desk,
  actor: Actor,
  key: string,
  field = 'input.application',
): Promise<ApplicationType> {
  const row = await selectApplications(desk)
    .where('a.id', '=', key)
    .where('a.owner_id', '=', actor.accountId)
    .forUpdate('a')
    .executeTakeFirst();
  if (!row) throw notFound(field);
  if (row.ended_at !== null) throw conflict('alreadyEnded', field);
  return applicationOf(row);
}

/**
 * Has who decides by what an application says of itself, and who changes that, wait for each other until their change is done: a decision is
 * about what holds, and a change is told to all who decided before it. No table’s rows would do: a town may lock none of applications.
 */
export async function holdSaid(desk: Desk, application: string, to: 'decide' | 'change'): Promise<void> {
  const lock = to === 'decide' ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`;
  await sql`select ${lock}(hashtextextended(${`application ${application}`}, 0))`.execute(desk.db);
}

/** The key that a global id of an application has. Errors: NOT_FOUND on `field`. */
export function applicationKey(id: string, field = 'input.application'): string {
  const { townId, key } = requireId(id, 'Application', field);
  if (townId !== 0) throw notFound(field);
  return key;
}

/** Batch of the secrets that applications have, the oldest first. One statement. */
export function secretsOf(desk: Desk, keys: readonly string[]): Promise<ApplicationSecretType[][]> {
  return secretsInUse(desk, 'ApplicationSecret', keys);
}

/** The names that the schema has for permissions that are stored; one that is no scope any more is left out. */
export function permissionNamesOf(stored: readonly string[]): string[] {
  return scopesOf(stored).map(permissionName);
}

/** The scopes among permissions that are stored. */
export function scopesOf(stored: readonly string[]): Permission[] {
  return stored.flatMap((name) => scopeOf(name) ?? []);
}
