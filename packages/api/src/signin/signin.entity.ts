import { defineEntity, p } from '@mikro-orm/core';

const signInAll = { name: 'sign_in', roles: ['app_signin'], using: 'true', check: 'true' };

/** What the OpenID provider keeps: sessions, grants, codes and tokens, each under the hash of its id. */
export const OidcRecord = defineEntity({
  name: 'OidcRecord',
  tableName: 'oidc_record',
  properties: {
    model: p.text().primary(),
    /** SHA-256 of the record's id, so that reading the table gives nobody a token. */
    idHash: p.text().primary(),
    payload: p.json<Record<string, unknown>>(),
    accountId: p.uuid().nullable(),
    grantId: p.text().nullable(),
    uid: p.text().nullable(),
    expiresAt: p.datetime().nullable(),
    consumedAt: p.datetime().nullable(),
  },
  indexes: [
    { properties: ['grantId'] },
    { properties: ['uid'] },
    { properties: ['expiresAt'] },
    { properties: ['accountId'] },
  ],
  rowLevelSecurity: 'force',
  policies: [signInAll],
});

/** Keys that sign identity tokens (`jwks`) and cookies (`cookies`), made once and shared by all processes. */
export const SigningKey = defineEntity({
  name: 'SigningKey',
  tableName: 'signing_key',
  properties: { name: p.text().primary(), keys: p.json<unknown>() },
  rowLevelSecurity: 'force',
  policies: [signInAll],
});
