import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.ts';

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
    /** When it was made, or, of a session, when its holder signed in; to the millisecond, as sign-outs are. */
    begunAt: p.datetime(),
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

/**
 * Failed attempts to sign in, counted for an account, an address, and the two together; and what an address has begun and not brought to an
 * end (signin/begun-bound.ts).
 */
export const SignInAttempt = defineEntity({
  name: 'SignInAttempt',
  tableName: 'sign_in_attempt',
  properties: {
    /** A keyed hash of what is counted: the table names neither accounts nor addresses. */
    keyHash: p.text().primary(),
    failures: p.integer(),
    waitsUntil: p.datetime().nullable(),
    /** Whether this account has signed in from this address before. */
    trusted: p.boolean(),
    forgottenAt: p.datetime(),
  },
  indexes: [{ properties: ['forgottenAt'] }],
  rowLevelSecurity: 'force',
  policies: [signInAll],
});

/** Accounts that were invented for the demo. Only for them does a command issue tokens. */
export const DemoAccount = defineEntity({
  name: 'DemoAccount',
  tableName: 'demo_account',
  properties: { account: () => p.manyToOne(Account).primary() },
  rowLevelSecurity: 'force',
  policies: [signInAll],
});
