import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.ts';
import { newId } from '../db/new-id.ts';
import { ownTown, townKey } from '../db/tenant.ts';

const enteredAccount = `nullif(current_setting('app.account_id'::text, true), ''::text)::uuid`;
const signInAll = { name: 'sign_in', roles: ['app_signin'], using: 'true', check: 'true' };
const shownToTowns = { name: 'shown_to_towns', command: 'select' as const, roles: ['app_town'], using: 'true' };
const sent = { name: 'sender', command: 'select' as const, roles: ['app_webhook'] };

/**
 * An application 应用 of a third party, global: an OAuth client. What it does for itself it does with an account of its own,
 * with which nobody can sign in.
 */
export const Application = defineEntity({
  name: 'Application',
  tableName: 'application',
  properties: {
    /** The client's id, too. */
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    account: () => p.manyToOne(Account).unique(),
    /** The global account that registered it. */
    ownerId: p.uuid(),
    /** Whether it can keep a secret. One that cannot, such as on telephones, has none, and acts for people only. */
    confidential: p.boolean(),
    name: p.text(),
    description: p.text(),
    homepage: p.text().nullable(),
    redirectUris: p.array(),
    /** The permissions that it asks towns for. */
    scopes: p.array(),
    createdAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    /** One more whenever it says something else of itself. */
    version: p.integer().version(),
  },
  indexes: [
    { properties: ['ownerId'] },
    {
      name: 'application_plain_name',
      expression:
        'create index "application_plain_name" on "application" (app.plain_name(name)) where ended_at is null',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [signInAll, shownToTowns, { ...sent, using: 'true' }],
});

/** A secret by which an application proves itself. There may be two at once, so that one can take over from the other. */
export const ApplicationSecret = defineEntity({
  name: 'ApplicationSecret',
  tableName: 'application_secret',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    application: () => p.manyToOne(Application),
    /** SHA-256: the secret is random, so nobody can guess it from this. */
    hash: p.text(),
    /** Its last four characters, to tell one from the other. */
    hint: p.text(),
    createdAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['application'] }],
  rowLevelSecurity: 'force',
  policies: [signInAll],
});

/** That a town lets an application see or do something 授权, from a moment on until a day or until it is withdrawn. */
export const ApplicationConsent = defineEntity({
  name: 'ApplicationConsent',
  tableName: 'application_consent',
  properties: {
    ...townKey,
    /** The global application, and its account, by which sign-in finds what all towns have consented to. */
    applicationId: p.uuid().name('global_application_id'),
    accountId: p.uuid().name('global_account_id'),
    /** The global account that registered the application, and may know what it was let do. */
    ownerId: p.uuid().name('global_owner_id'),
    scopes: p.array(),
    /** What the application said of itself when the town decided. */
    applicationName: p.text(),
    applicationDescription: p.text(),
    grantedAt: p.datetime(),
    /** The same by the clock of the database, which events have as well: it is told of none that happened before. */
    toldFrom: p.datetime().defaultRaw(`date_trunc('milliseconds'::text, now())`),
    /** The global account of whoever decided. */
    grantedBy: p.uuid(),
    /** The first day on which it holds no more. */
    validTo: p.date().nullable(),
    endedAt: p.datetime().nullable(),
    endedBy: p.uuid().nullable(),
    /** When it was noted that its last day is over, of which its application is told; null where it ended before, or holds. */
    runOutAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['accountId'] }, { properties: ['ownerId'] }],
  checks: [
    {
      name: 'application_consent_once',
      expression: 'EXCLUDE USING gist (town_id WITH =, global_application_id WITH =) WHERE (ended_at IS NULL)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [
    ownTown,
    { ...sent, using: ownTown.using },
    // Towns of the sandbox consent with the registration itself.
    { name: 'sandbox', roles: ['app_signin'], using: 'app.is_sandbox(town_id)', check: 'app.is_sandbox(town_id)' },
    {
      name: 'own_consents',
      command: 'select',
      roles: ['app_signin'],
      using: `global_account_id = ${enteredAccount}`,
    },
    {
      name: 'shown_to_owner',
      command: 'select',
      roles: ['app_signin'],
      using: `global_owner_id = ${enteredAccount}`,
    },
  ],
});

/**
 * That a person lets an application act for them 个人授权, until a moment or until they take it back. It is the grant of the OpenID
 * provider, too (signin/grant-adapter.ts).
 */
export const ApplicationGrant = defineEntity({
  name: 'ApplicationGrant',
  tableName: 'application_grant',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    application: () => p.manyToOne(Application),
    /** The person's. */
    account: () => p.manyToOne(Account),
    /** What for, by the names of OAuth; `openid` may be among them. */
    scopes: p.array(),
    /** When it was given, or widened. */
    grantedAt: p.datetime(),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['account'] }],
  checks: [
    {
      name: 'application_grant_once',
      expression: 'EXCLUDE USING gist (application_id WITH =, account_id WITH =) WHERE (ended_at IS NULL)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [signInAll],
});

/** That an application changed something in a town: which, for whom, by which mutation. Rows are added, never changed. */
export const ApplicationChange = defineEntity({
  name: 'ApplicationChange',
  tableName: 'application_change',
  properties: {
    ...townKey,
    changedAt: p.datetime(),
    /** The global application. */
    applicationId: p.uuid(),
    /** The global account of the person for whom it did it, or its own. */
    accountId: p.uuid(),
    /** The name of the mutation; `reviseApplication` where the application says something else of itself. */
    mutation: p.text(),
  },
  indexes: [{ properties: ['townId', 'changedAt', 'id'] }],
  rowLevelSecurity: 'force',
  policies: [
    ownTown,
    {
      name: 'developer',
      command: 'insert',
      roles: ['app_signin'],
      check: `account_id = ${enteredAccount}`,
    },
  ],
});
