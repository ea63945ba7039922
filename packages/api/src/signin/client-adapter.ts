import type { Adapter, AdapterPayload } from 'oidc-provider';
import { scopesOf } from '../applications/application-rows.ts';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { uuidPattern } from '../schema/global-id.ts';

/**
 * The provider's clients, as far as they are applications; they are registered and changed through the API. In the place of a
 * client's secret stand the hashes of those that it has, as `isSecretOf` takes them.
 */
export function clientAdapter(orm: Orm): Adapter {
  const refuse = async () => {
    throw new Error('Applications are not changed through the OpenID provider');
  };
  return {
    find: (id) => findClient(orm, id),
    findByUid: async () => undefined,
    findByUserCode: async () => undefined,
    upsert: refuse,
    consume: refuse,
    destroy: refuse,
    revokeByGrantId: refuse,
  };
}

async function findClient(orm: Orm, id: string): Promise<AdapterPayload | undefined> {
  if (!uuidPattern.test(id)) return undefined;
  return atDesk(orm, { role: 'app_signin' }, new Date(), 'read', async ({ db }) => {
    const application = await db
      .selectFrom('application')
      .select(['name', 'homepage', 'redirect_uris', 'scopes', 'confidential'])
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (!application) return undefined;
    const secrets = await db
      .selectFrom('application_secret')
      .select('hash')
      .where('application_id', '=', id)
      .where('revoked_at', 'is', null)
      .orderBy('created_at')
      .execute();
    const { confidential, redirect_uris: redirects } = application;
    return {
      client_id: id,
      client_name: application.name,
      // Without a secret nothing fits; an empty one the provider does not take.
      ...(confidential && { client_secret: secrets.map(({ hash }) => hash).join(' ') || '-' }),
      token_endpoint_auth_method: confidential ? 'client_secret_basic' : 'none',
      // For these the provider takes any port of an address on the own machine; else it says nothing about the application.
      application_type: 'native',
      grant_types: [
        ...(confidential ? ['client_credentials'] : []),
        ...(redirects.length > 0 ? ['authorization_code', 'refresh_token'] : []),
      ],
      response_types: redirects.length > 0 ? ['code'] : [],
      response_modes: ['query'],
      redirect_uris: redirects,
      scope: ['openid', ...scopesOf(application.scopes)].join(' '),
      id_token_signed_response_alg: 'ES256',
      ...(application.homepage !== null && { client_uri: application.homepage }),
    };
  });
}
