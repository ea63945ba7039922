import { Webhook } from 'standardwebhooks';
import { globalId } from '../schema/global-id.ts';
import type { Message } from './post.ts';
import { type DeliveredEvent, type Subject, sentName, sentSubject } from './webhook-events.ts';

/** What is delivered, as far as it goes into what is sent. */
export interface Deliverable {
  town_id: number;
  event_id: string;
  event: DeliveredEvent;
  about: Subject | null;
  object_id: string | null;
  object_version: number | null;
  happened_at: Date;
}

/** Columns that make up what is sent. */
export const deliverable = [
  ...(['town_id', 'event_id', 'event', 'about', 'object_id', 'object_version', 'happened_at'] as const),
] satisfies (keyof Deliverable)[];

/** What is sent of an event, the same with every attempt: what, when, where and which, by ids of the API. */
function bodyOf({ town_id, event_id, event, about, object_id, object_version, happened_at }: Deliverable): string {
  return JSON.stringify({
    ...{ type: sentName(event), id: event_id, timestamp: happened_at.toISOString() },
    data: {
      ...(town_id === 0 ? {} : { town: String(town_id) }),
      ...(about && object_id ? { [sentSubject(about)]: globalId(about, town_id, object_id) } : {}),
      ...(object_version === null ? {} : { version: object_version }),
    },
  });
}

/** What is sent to an address now, signed with each of its secrets by Standard Webhooks. */
export function messageTo(url: string, secrets: readonly string[], delivery: Deliverable, now: Date): Message {
  const body = bodyOf(delivery);
  const signatures = secrets.map((secret) => new Webhook(secret).sign(delivery.event_id, now, body));
  return {
    ...{ url, body },
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Lianxin-Webhooks/1',
      'webhook-id': delivery.event_id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
    },
  };
}
