import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { permissionName } from '../access/permission.type.ts';
import type { Permission } from '../access/permissions.ts';
import { scopes } from '../access/scopes.ts';
import { holdAccount } from '../accounts/hold-account.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { paragraphs } from '../schema/text.ts';
import type { RegisterApplicationInput, ReviseApplicationInput } from './application.type.ts';
import { applicationName, requireOwnName } from './application-name.ts';
import { applicationKey, holdSaid, takeOwn } from './application-rows.ts';
import { consentInSandbox } from './consent-in-sandbox.ts';
import { countSecrets, endSecret, mostSecrets, requireSecret } from './kept-secrets.ts';
import { redirectUriIn } from './redirect-uri.ts';
import { makeSecret } from './secret.ts';

/** Applications in use that one account has at the most. */
const mostOwned = 20;
const mostRedirects = 10;

/**
 * Registers an application with a first secret, if it can keep one, and the account that it acts with. Returns its key.
 * Errors: BAD_INPUT on what is wrong; CONFLICT on `input` where the actor has too many.
 */
export async function registerApplication(
  desk: Desk,
  actor: Actor,
  { confidential, ...input }: RegisterApplicationInput,
): Promise<{ application: string; secret: string | null }> {
  const said = sayable(input, confidential);
  await requireOwnName(desk, actor, said.name);
  await holdAccount(desk, actor.accountId);
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
    .values({
      ...{ id, account_id: account, owner_id: actor.accountId, confidential },
      ...{ ...said, created_at: desk.now, ended_at: null, version: 1 },
    })
    .execute();
  await consentInSandbox(desk, id);
  return { application: id, secret: confidential ? await addSecret(desk, id) : null };
}

/** Says anew what an application is. Errors: as those of `registerApplication`; NOT_FOUND and CONFLICT on input.application. */
export async function reviseApplication(desk: Desk, actor: Actor, input: ReviseApplicationInput): Promise<string> {
  const key = applicationKey(input.application);
  await holdSaid(desk, key, 'change');
  const application = await takeOwn(desk, actor, key);
  const { uuid, confidential, name, description, homepage, version } = application;
  const said = sayable(input, confidential);
  if (said.name !== name) await requireOwnName(desk, actor, said.name);
  await desk.db
    .updateTable('application')
    .set({ ...said, version: version + 1 })
    .where('id', '=', uuid)
    .execute();
  if (said.name !== name || said.description !== description || said.homepage !== homepage) {
    await tellTowns(desk, actor, uuid);
  }
  await consentInSandbox(desk, uuid);
  return uuid;
}

/** Notes for the towns that consent to an application that it says something else of itself. One statement. */
async function tellTowns({ db, now }: Desk, { accountId }: Actor, application: string): Promise<void> {
  await sql`
    insert into application_change (town_id, id, changed_at, application_id, account_id, mutation)
    select town_id, gen_random_uuid(), ${now}, global_application_id, ${accountId}, 'reviseApplication'
    from application_consent where global_application_id = ${application} and ended_at is null`.execute(db);
}

/** Ends an application: it gets no more tokens, those it has count no more, and the operations that it stored are forgotten. Errors: NOT_FOUND, CONFLICT on input.application. */
export async function endApplication(desk: Desk, actor: Actor, application: string): Promise<string> {
  const { uuid } = await takeOwn(desk, actor, applicationKey(application));
  await desk.db.updateTable('application').set({ ended_at: desk.now }).where('id', '=', uuid).execute();
  await desk.db.deleteFrom('stored_operation').where('application_id', '=', uuid).execute();
  return uuid;
}

/** Makes a further secret. Errors: NOT_FOUND on input.application; CONFLICT there where it has two, keeps none, or has ended. */
export async function renewSecret(desk: Desk, actor: Actor, application: string) {
  const { uuid, confidential } = await takeOwn(desk, actor, applicationKey(application));
  if (!confidential) throw conflict('keepsNoSecret', 'input.application');
  if ((await countSecrets(desk, 'ApplicationSecret', uuid)) >= mostSecrets)
    throw conflict('tooManySecrets', 'input.application', { most: mostSecrets });
  return { application: uuid, secret: await addSecret(desk, uuid) };
}

/** Revokes a secret; the application may be left without one. Errors: NOT_FOUND on input.secret. Returns the application's key. */
export async function revokeSecret(desk: Desk, actor: Actor, secret: string): Promise<string> {
  const field = 'input.secret';
  const { key, holder } = await requireSecret(desk, 'ApplicationSecret', secret, field);
  const { uuid } = await takeOwn(desk, actor, holder, field);
  await endSecret(desk, 'ApplicationSecret', key);
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

type Said = Omit<RegisterApplicationInput, 'confidential' | 'idempotencyKey'>;

/** What an application says of itself, as it is stored. One that cannot keep a secret has nothing but people to act for. */
function sayable({ name, description, homepage, scopes: asked, redirectUris }: Said, confidential: boolean) {
  if (redirectUris.length > mostRedirects) throw badInput('input.redirectUris', 'tooMany', { most: mostRedirects });
  if (redirectUris.length === 0 && !confidential) throw badInput('input.redirectUris', 'redirectUriNeeded');
  return {
    name: applicationName(name, 'input.name'),
    description: paragraphs(description, 'input.description', 1000),
    homepage: homepage == null ? null : addressIn(homepage, 'input.homepage'),
    scopes: scopesNamed(asked, scopes, 'input.scopes'),
    redirect_uris: redirectUris.map((uri, index) => redirectUriIn(uri, `input.redirectUris.${index}`)),
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

function addressIn(text: string, field: string): string {
  // Towns read it before they consent: nothing of it may be unseen.
  const url = URL.canParse(text) && !/[\p{C}\s]/u.test(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' && url.hash === '' && url.username === '' && text.length <= 500;
  if (!isSafe) throw badInput(field, 'webAddress');
  return text;
}
