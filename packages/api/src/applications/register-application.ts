import type { Actor } from '../access/actor.ts';
import { permissionName } from '../access/permission.type.ts';
import type { Permission } from '../access/permissions.ts';
import { scopes } from '../access/scopes.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import type { RegisterApplicationInput, ReviseApplicationInput } from './application.type.ts';
import { applicationKey, takeOwn } from './application-rows.ts';
import { makeSecret } from './secret.ts';

/** Applications in use that one account has at the most. */
const mostOwned = 20;
const mostRedirects = 10;
/** Secrets that an application has at once: the one in use, and the one that takes over. */
const mostSecrets = 2;

/**
 * Registers an application with a first secret, and the account that it acts with. Returns its key.
 * Errors: BAD_INPUT on what is wrong; CONFLICT on `input` where the actor has too many.
 */
export async function registerApplication(
  desk: Desk,
  actor: Actor,
  input: RegisterApplicationInput,
): Promise<{ application: string; secret: string }> {
  const said = sayable(input);
  const { count } = await desk.db
    .selectFrom('application')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('owner_id', '=', actor.accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (count >= mostOwned) throw conflict('tooManyApplications', 'input', { most: mostOwned });
  const [id, account] = [newId(), newId()];
  await desk.db
    .insertInto('account')
    .values({
      id: account,
      // No account that signs in has such a name, and no password has such a hash.
      name: `app:${id}`,
      display_name: said.name,
      password_hash: '',
      signed_out_before: desk.now,
      home_town_id: null,
    })
    .execute();
  await desk.db
    .insertInto('application')
    .values({ id, account_id: account, owner_id: actor.accountId, ...said, created_at: desk.now, ended_at: null })
    .execute();
  return { application: id, secret: await addSecret(desk, id) };
}

/** Says anew what an application is. Errors: as those of `registerApplication`; NOT_FOUND and CONFLICT on input.application. */
export async function reviseApplication(desk: Desk, actor: Actor, input: ReviseApplicationInput): Promise<string> {
  const said = sayable(input);
  const { uuid } = await takeOwn(desk, actor, applicationKey(input.application));
  await desk.db.updateTable('application').set(said).where('id', '=', uuid).execute();
  return uuid;
}

/** Ends an application: it gets no more tokens, and those it has count no more. Errors: NOT_FOUND, CONFLICT on input.application. */
export async function endApplication(desk: Desk, actor: Actor, application: string): Promise<string> {
  const { uuid } = await takeOwn(desk, actor, applicationKey(application));
  await desk.db.updateTable('application').set({ ended_at: desk.now }).where('id', '=', uuid).execute();
  return uuid;
}

/** Makes a further secret. Errors: NOT_FOUND on input.application; CONFLICT there where it has two, or has ended. */
export async function renewSecret(desk: Desk, actor: Actor, application: string) {
  const { uuid } = await takeOwn(desk, actor, applicationKey(application));
  const { count } = await desk.db
    .selectFrom('application_secret')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('application_id', '=', uuid)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (count >= mostSecrets) throw conflict('tooManySecrets', 'input.application', { most: mostSecrets });
  return { application: uuid, secret: await addSecret(desk, uuid) };
}

/** Revokes a secret; the application may be left without one. Errors: NOT_FOUND on input.secret. Returns the application's key. */
export async function revokeSecret(desk: Desk, actor: Actor, secret: string): Promise<string> {
  const { key } = requireId(secret, 'ApplicationSecret', 'input.secret');
  const row = await desk.db
    .selectFrom('application_secret')
    .select('application_id')
    .where('id', '=', key)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('input.secret');
  const { uuid } = await takeOwn(desk, actor, row.application_id, 'input.secret');
  await desk.db
    .updateTable('application_secret')
    .set({ revoked_at: desk.now })
    .where('id', '=', key)
    .where('revoked_at', 'is', null)
    .execute();
  return uuid;
}

async function addSecret(desk: Desk, application: string): Promise<string> {
  const { secret, hash, hint } = makeSecret();
  await desk.db
    .insertInto('application_secret')
    .values({ id: newId(), application_id: application, hash, hint, created_at: desk.now, revoked_at: null })
    .execute();
  return secret;
}

function sayable({ name, description, homepage, scopes: asked, redirectUris }: RegisterApplicationInput) {
  if (redirectUris.length > mostRedirects) throw badInput('input.redirectUris', 'tooMany', { most: mostRedirects });
  return {
    name: oneLine(name, 'input.name'),
    description: paragraphs(description, 'input.description', 1000),
    homepage: homepage == null ? null : addressIn(homepage, 'input.homepage'),
    scopes: scopesNamed(asked, scopes, 'input.scopes'),
    redirect_uris: redirectUris.map((uri, index) => addressIn(uri, `input.redirectUris.${index}`, true)),
  };
}

/** The permissions that names of the schema mean, each once. Errors: BAD_INPUT on `field` for one that is not among those to choose from. */
export function scopesNamed(names: readonly string[], among: readonly Permission[], field: string): Permission[] {
  const byName = new Map(among.map((scope) => [permissionName(scope), scope]));
  return [...new Set(names)].map((name) => {
    const scope = byName.get(name);
    if (!scope) throw badInput(`${field}.${names.indexOf(name)}`, 'notAScope');
    return scope;
  });
}

const ownMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

function addressIn(text: string, field: string, isRedirect = false): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe =
    url?.protocol === 'https:' || (isRedirect && url?.protocol === 'http:' && ownMachine.has(url.hostname));
  if (!url || !isSafe || url.hash !== '' || url.username !== '' || text.length > 500)
    throw badInput(field, 'webAddress');
  return text;
}
