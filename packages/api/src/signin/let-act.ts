import type { Request, Response } from 'express';
import { sql } from 'kysely';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import { scopesOf } from '../applications/application-rows.ts';
import { giveGrant } from '../applications/grant.ts';
import { atDesk, type Desk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import type { Answer } from './answer.ts';
import { answerProvider, findOwnInteraction, type Interaction } from './own-interaction.ts';
import { webClient } from './web-client.ts';

const decision = z.strictObject({ allow: z.boolean(), version: z.int() });

/**
 * What a person decides whom an application asks to act for them. Allowed is what the page told that it asks for, and no more, to the
 * application as the page told it: one that says something else of itself by then is answered CONFLICT, and the page asks again. Said
 * no to, the application is told `access_denied`, and nothing is kept.
 */
export async function letAct(
  provider: Provider,
  orm: Orm,
  request: Request<{ uid: string }>,
  response: Response,
): Promise<Answer> {
  const input = decision.safeParse(request.body);
  if (!input.success) return { status: 400, body: { code: 'BAD_INPUT' } };
  const asked = await findOwnInteraction(provider, request, response);
  const clientId = clientOf(asked);
  if (asked?.prompt.name !== 'consent' || clientId === webClient) {
    return { status: 410, body: { code: 'INTERACTION_EXPIRED' } };
  }
  if (!input.data.allow) {
    const refusal = {
      error: 'access_denied',
      error_description: 'The person did not let the application act for them',
    };
    return { status: 200, body: { redirectTo: await answerProvider(provider, request, response, refusal) } };
  }
  const grantId = await atDesk(orm, { role: 'app_signin' }, new Date(), 'write', async (desk) => {
    const accountId = await signedInAccount(desk, asked);
    if (accountId === undefined) return undefined;
    if (!(await isStill(desk, clientId, input.data.version))) return null;
    return giveGrant(desk, { accountId, applicationId: clientId, scopes: scopesAsked(asked) });
  });
  if (grantId === undefined) return { status: 410, body: { code: 'INTERACTION_EXPIRED' } };
  if (grantId === null) return { status: 409, body: { code: 'CONFLICT' } };
  const redirectTo = await answerProvider(provider, request, response, { consent: { grantId } }, true);
  return { status: 200, body: { redirectTo } };
}

/** Whether an application says of itself what it said in a version. Until the commit it says nothing else. */
async function isStill({ db }: Desk, clientId: string, version: number): Promise<boolean> {
  const found = await db
    .selectFrom('application')
    .select('version')
    .where('id', '=', clientId)
    .forShare()
    .executeTakeFirst();
  return found?.version === version;
}

/** The client that asks. */
export function clientOf(asked: Interaction | undefined): string {
  return z.object({ client_id: z.string() }).safeParse(asked?.params).data?.client_id ?? webClient;
}

/** What it asks for, by the names of OAuth; the provider has refused what it may not ask for. */
export function scopesAsked({ params }: Interaction): string[] {
  const names = z.object({ scope: z.string() }).safeParse(params).data?.scope.split(' ') ?? [];
  return [...(names.includes('openid') ? ['openid'] : []), ...scopesOf(names)];
}

/** The account whose session is asked, if that session lives still, and the account was not signed out everywhere since. */
export async function signedInAccount({ db, now }: Desk, { session }: Interaction): Promise<string | undefined> {
  if (!session) return undefined;
  const { rows } = await sql<{ id: string }>`
    select account.id
    from oidc_record session
    join account on account.id = session.account_id and account.signed_out_before <= session.begun_at
    where session.model = 'Session' and session.uid = ${session.uid ?? ''} and session.expires_at > ${now}
      and account.id = ${session.accountId}`.execute(db);
  return rows[0]?.id;
}
