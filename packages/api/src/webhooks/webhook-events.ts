import type { Permission } from '../access/permissions.ts';
import type { IdType } from '../schema/global-id.ts';

/** What an endpoint can be told of. */
export const webhookEvents = ['VISIT_RECORDED', 'REQUEST_MOVED', 'UNIT_RESTRUCTURED', 'COVERAGE_CHANGED'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** What a delivery can be about: an event, or nothing but that the endpoint is there. */
export const deliveredEvents = [...webhookEvents, 'PING'] as const;
export type DeliveredEvent = (typeof deliveredEvents)[number];

/**
 * What a town has to let an application do for the application to be told of it. The triggers that write deliveries
 * (migration 086) name the same.
 */
export const neededFor: Readonly<Record<WebhookEvent, Permission>> = {
  VISIT_RECORDED: 'visit:read',
  REQUEST_MOVED: 'request:read',
  UNIT_RESTRUCTURED: 'restructuring:read',
  COVERAGE_CHANGED: 'party:read',
};

/** What an event can be about. */
export const subjects = ['Visit', 'Request', 'Restructuring', 'Organization', 'Unit'] as const satisfies IdType[];

/** What an event is called in what is sent: VISIT_RECORDED is `visit.recorded`. */
export function sentName(event: DeliveredEvent): string {
  return event.toLowerCase().replace('_', '.');
}
