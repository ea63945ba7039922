import { randomBytes } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import { idHash } from '../signin/oidc-adapter.ts';
import type { IssueTrialTokenInput } from './application.type.ts';
import { applicationKey, scopesOf, takeOwn } from './application-rows.ts';
import { scopesNamed } from './register-application.ts';

/** How long a trial token lives, in seconds. */
const life = 600;

/**
 * Makes a token of an application for trying out, as the provider would for its secret, but for ten minutes: so that no secret has to
 * come into a browser. Errors: NOT_FOUND on input.application; CONFLICT there where it has ended, or keeps no secret and so gets nothing
 * for itself; BAD_INPUT on input.scopes for what it does not ask for, or none.
 */
export async function issueTrialToken(
  desk: Desk,
  actor: Actor,
  input: IssueTrialTokenInput,
): Promise<{ token: string; scopes: Permission[]; expiresAt: Date }> {
  const { uuid, confidential } = await takeOwn(desk, actor, applicationKey(input.application));
  if (!confidential) throw conflict('keepsNoSecret', 'input.application');
  const { scopes: asked } = await desk.db
    .selectFrom('application')
    .select('scopes')
    .where('id', '=', uuid)
    .executeTakeFirstOrThrow();
  const scopes = input.scopes == null ? scopesOf(asked) : scopesNamed(input.scopes, scopesOf(asked), 'input.scopes');
  if (scopes.length === 0) throw badInput('input.scopes', 'required');
  const token = randomBytes(32).toString('base64url');
  const begun = Math.floor(desk.now.getTime() / 1000);
  const expiresAt = new Date((begun + life) * 1000);
  const payload = { kind: 'ClientCredentials', iat: begun, exp: begun + life, clientId: uuid, scope: scopes.join(' ') };
  await desk.db
    .insertInto('oidc_record')
    .values({
      ...{ model: 'ClientCredentials', id_hash: idHash(token), payload },
      ...{ account_id: null, grant_id: null, uid: null },
      ...{ begun_at: desk.now, expires_at: expiresAt, consumed_at: null },
    })
    .execute();
  return { token, scopes, expiresAt };
}
