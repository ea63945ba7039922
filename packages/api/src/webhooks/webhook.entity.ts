import { defineEntity, p } from '@mikro-orm/core';
import { Application } from '../applications/application.entity.ts';
import { newId } from '../db/new-id.ts';
import { ownTown, townKey } from '../db/tenant.ts';
import { deliveredEvents, subjects } from './webhook-events.ts';

/** Why an endpoint is not sent to any more: it said that it is gone, or nothing has got through for days. */
export const disablings = ['GONE', 'FAILING'] as const;

/** What became of a delivery; withheld is what the application may not be told any more. */
export const deliveryStates = ['WAITING', 'DELIVERED', 'FAILED', 'WITHHELD'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Why an attempt got no answer. */
export const attemptFaults = ['TIMED_OUT', 'FORBIDDEN_ADDRESS', 'NOT_FOUND', 'NOT_REACHED', 'NOT_TRUSTED'] as const;
export type AttemptFault = (typeof attemptFaults)[number];

const own = `global_owner_id = nullif(current_setting('app.account_id'::text, true), ''::text)::uuid`;
const sender = { ...ownTown, name: 'sender', roles: ['app_webhook'] };

/** An address of an application to which it is told what has changed. Global, as the application is. */
export const WebhookEndpoint = defineEntity({
  name: 'WebhookEndpoint',
  tableName: 'webhook_endpoint',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    application: () => p.manyToOne(Application),
    /** The global account that registered the application. */
    ownerId: p.uuid().name('global_owner_id'),
    /** That account’s home, if it has one: among its endpoints this one takes its place. */
    homeTownId: p.bigint('number').nullable(),
    url: p.text(),
    description: p.text(),
    events: p.array(),
    createdAt: p.datetime(),
    /** Since when nothing has got through; null where the last attempt did. */
    failingSince: p.datetime().nullable(),
    disabledAt: p.datetime().nullable(),
    disabledBecause: p.enum(disablings).nullable(),
    endedAt: p.datetime().nullable(),
    /** Whether it kept others waiting when it was sent to last; it is sent to among such alone. */
    slow: p.boolean().default(false),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['application'] }],
  checks: [{ name: 'webhook_endpoint_disabled', expression: '(disabled_at is null) = (disabled_because is null)' }],
  rowLevelSecurity: 'force',
  policies: [
    { name: 'sign_in', roles: ['app_signin'], using: 'true', check: 'true' },
    { name: 'listened_to', command: 'select', roles: ['app_town', 'app_platform'], using: 'true' },
    { name: 'sender', roles: ['app_webhook'], using: 'true', check: 'true' },
  ],
});

/**
 * A secret with which what is sent to an endpoint is signed. Nobody but who sends may read what is sealed. There may be two
 * at once: then all is signed with both, so that one can take over from the other.
 */
export const WebhookSecret = defineEntity({
  name: 'WebhookSecret',
  tableName: 'webhook_secret',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    endpoint: () => p.manyToOne(WebhookEndpoint),
    /** Bound to the row's id (db/sealing.ts). */
    sealed: p.blob(),
    keyId: p.text(),
    /** Its last four characters, to tell one from the other. */
    hint: p.text(),
    createdAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['endpoint'] }],
  rowLevelSecurity: 'force',
  policies: [
    { name: 'sign_in', roles: ['app_signin'], using: 'true', check: 'true' },
    { name: 'sender', roles: ['app_webhook'], using: 'true', check: 'true' },
  ],
});

/**
 * That an endpoint is to be told of a change: the outbox, written in the transaction of the change by triggers, and what became
 * of it. Of no town (0) where the endpoint's developer only tries it. It holds ids and nothing else of the town.
 */
export const WebhookDelivery = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  properties: {
    ...townKey,
    /** The global endpoint, and the global account that registered its application. */
    endpointId: p.uuid().name('global_endpoint_id'),
    ownerId: p.uuid().name('global_owner_id'),
    /** What is sent as `webhook-id`: the same for every attempt and for all endpoints that are told of the change. */
    eventId: p.uuid(),
    /** The order in which the changes were made. */
    seq: p.bigint('number'),
    event: p.enum(deliveredEvents),
    /** Of which type the object is that changed, and which it is; null for a ping. */
    about: p.enum(subjects).nullable(),
    objectId: p.uuid().nullable(),
    /** Which version of it the change made, where it has versions. */
    objectVersion: p.integer().nullable(),
    /** What has the same lane is delivered one after the other. */
    lane: p.uuid(),
    happenedAt: p.datetime(),
    state: p.enum(deliveryStates),
    /** How many attempts were begun since it was first, or again, to be delivered. */
    attempts: p.integer(),
    /** Not to be tried before. */
    dueAt: p.datetime(),
    attemptedAt: p.datetime().nullable(),
    /** Of the last attempt: the status of the answer or why there was none, how long it took in milliseconds, and how the answer began. */
    status: p.integer().nullable(),
    fault: p.enum(attemptFaults).nullable(),
    took: p.integer().nullable(),
    answer: p.text().nullable(),
  },
  indexes: [
    { properties: ['endpointId', 'happenedAt', 'id'] },
    { properties: ['happenedAt'] },
    // What is to be sent, and what has to go before it.
    { properties: ['townId', 'endpointId', 'dueAt'], where: `state = 'WAITING'` },
    { properties: ['townId', 'endpointId', 'lane', 'seq'], where: `state = 'WAITING'` },
  ],
  rowLevelSecurity: 'force',
  policies: [
    ownTown,
    sender,
    { name: 'developer', roles: ['app_signin'], using: own, check: own },
    // Towns of the sandbox consent where an application is registered or revised, and where the sandbox is made.
    {
      name: 'sandbox_consents',
      command: 'insert',
      roles: ['app_signin'],
      check: `app.is_sandbox(town_id) and about = 'ApplicationConsent'`,
    },
    { name: 'platform_queues', command: 'select', roles: ['app_platform'], using: 'true' },
    {
      name: 'platform_forgets',
      command: 'delete',
      roles: ['app_platform'],
      using: `happened_at < (now() - '30 days'::interval)`,
    },
  ],
});
