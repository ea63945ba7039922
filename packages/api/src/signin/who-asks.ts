import type { Request, Response } from 'express';
import type { Provider } from 'oidc-provider';
import { permissionNamesOf, selectApplications } from '../applications/application-rows.ts';
import { holdingGrants } from '../applications/grant-rows.ts';
import { atDesk, type Desk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import type { Answer, WhoAsks } from './answer.ts';
import { clientOf, scopesAsked, signedInAccount } from './let-act.ts';
import { findOwnInteraction, type Interaction } from './own-interaction.ts';
import { webClient } from './web-client.ts';

/** Which application it is that a person is asked for, and, once they are signed in, what it asks to do for them. */
export async function whoAsks(
  provider: Provider,
  orm: Orm,
  request: Request<{ uid: string }>,
  response: Response,
): Promise<Answer> {
  const asked = await findOwnInteraction(provider, request, response);
  if (!asked) return { status: 410, body: { code: 'INTERACTION_EXPIRED' } };
  const body = await atDesk(orm, { role: 'app_signin' }, new Date(), 'read', async (desk): Promise<WhoAsks> => {
    const application = await applicationThatAsks(desk, asked);
    const isForConsent = application !== null && asked.prompt.name === 'consent';
    return { application, consent: isForConsent ? await whatFor(desk, asked) : null };
  });
  return { status: 200, body };
}

async function applicationThatAsks(desk: Desk, asked: Interaction): Promise<WhoAsks['application']> {
  const clientId = clientOf(asked);
  if (clientId === webClient) return null;
  const found = await selectApplications(desk).where('a.id', '=', clientId).executeTakeFirst();
  if (!found) return null;
  const {
    version,
    name,
    description,
    homepage,
    registered_by: registeredBy,
    registered_by_account: registeredByAccount,
  } = found;
  return {
    clientId,
    version,
    name,
    description,
    homepage,
    registeredBy,
    registeredByAccount,
    returnsTo: hostOf(asked.params.redirect_uri),
  };
}

/** As whom the person is signed in, what the application asks for, and what of that they let it do already. */
async function whatFor(desk: Desk, asked: Interaction): Promise<WhoAsks['consent']> {
  const accountId = await signedInAccount(desk, asked);
  if (accountId === undefined) return null;
  const { name, display_name: displayName } = await desk.db
    .selectFrom('account')
    .select(['name', 'display_name'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  const held = await holdingGrants(desk)
    .select('g.scopes')
    .where('g.account_id', '=', accountId)
    .where('g.application_id', '=', clientOf(asked))
    .executeTakeFirst();
  const scopes = permissionNamesOf(scopesAsked(asked));
  const given = new Set(permissionNamesOf(held?.scopes ?? []));
  return { account: { name, displayName }, scopes, given: scopes.filter((scope) => given.has(scope)) };
}

function hostOf(address: unknown): string {
  return typeof address === 'string' && URL.canParse(address) ? new URL(address).host : '';
}
