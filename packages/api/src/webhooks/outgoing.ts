import { consentHolds } from '../applications/consent-holds.ts';
import type { Desk } from '../db/door.ts';
import { dayOf } from '../today.ts';
import { openSecret } from './sealed-secret.ts';
import { consentEvents, type DeliveredEvent, neededFor, townEvents } from './webhook-events.ts';

/** How an endpoint is reached, and what it may be told in a town. */
export interface Outgoing {
  /** Whether it is told nothing for now, or, its application or itself having ended, for ever. */
  standing: 'OPEN' | 'DISABLED' | 'ENDED';
  /** Whether it kept others waiting when it was sent to last. */
  slow: boolean;
  url: string;
  secrets: readonly string[];
  /** What the town and the application’s own scopes let it be told; of consents and pings always. */
  allowed: ReadonlySet<DeliveredEvent>;
}

/** How an endpoint is reached now from the desk’s town. Three statements at the most. */
export async function readOutgoing(desk: Desk, endpoint: string): Promise<Outgoing> {
  const found = await desk.db
    .selectFrom('webhook_endpoint as e')
    .innerJoin('application as a', 'a.id', 'e.application_id')
    .select([
      'e.url',
      'e.slow',
      'e.disabled_at',
      'e.ended_at',
      'a.id as application',
      'a.scopes',
      'a.ended_at as out_of_use_at',
    ])
    .where('e.id', '=', endpoint)
    .executeTakeFirstOrThrow();
  const standing =
    found.ended_at !== null || found.out_of_use_at !== null
      ? 'ENDED'
      : found.disabled_at !== null
        ? 'DISABLED'
        : 'OPEN';
  if (standing !== 'OPEN') return { standing, slow: found.slow, url: found.url, secrets: [], allowed: new Set() };
  const consented = await consentedScopes(desk, found.application);
  const isAllowed = (scope: string) => consented.includes(scope) && found.scopes.includes(scope);
  const events = townEvents.filter((event) => isAllowed(neededFor[event]));
  const secrets = await secretsOf(desk, endpoint);
  return {
    standing,
    slow: found.slow,
    url: found.url,
    secrets,
    allowed: new Set<DeliveredEvent>([...events, ...consentEvents, 'PING']),
  };
}

async function consentedScopes({ db, town, now }: Desk, application: string): Promise<string[]> {
  const consent = await db
    .selectFrom('application_consent as c')
    .select('c.scopes')
    .where('c.town_id', '=', town)
    .where('c.global_application_id', '=', application)
    .where(consentHolds(dayOf(now)))
    .executeTakeFirst();
  return consent?.scopes ?? [];
}

async function secretsOf(desk: Desk, endpoint: string): Promise<string[]> {
  const rows = await desk.db
    .selectFrom('webhook_secret')
    .select(['id', 'sealed', 'key_id'])
    .where('endpoint_id', '=', endpoint)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => openSecret(desk, row));
}
