import type { Permission } from '../access/permissions.ts';
import type { IdType } from '../schema/global-id.ts';

/** What happens in a town, of which applications are told that may read it: by webhooks and by subscriptions. */
export const townEvents = ['VISIT_RECORDED', 'REQUEST_MOVED', 'UNIT_RESTRUCTURED', 'COVERAGE_CHANGED'] as const;
export type TownEventName = (typeof townEvents)[number];

/** What happens to the consent of a town, of which the application that it is for is told, by webhooks alone. */
export const consentEvents = ['CONSENT_GIVEN', 'CONSENT_ENDED'] as const;

/** What an endpoint can be told of. */
export const webhookEvents = [...townEvents, ...consentEvents] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** What a delivery can be about: an event, or nothing but that the endpoint is there. */
export const deliveredEvents = [...webhookEvents, 'PING'] as const;
export type DeliveredEvent = (typeof deliveredEvents)[number];

/**
 * What a town has to let an application do for the application to be told of what happens there. The triggers that write deliveries
 * (migration 086) name the same. A consent is told without (migration 105): the end of one comes when there is none.
 */
export const neededFor: Readonly<Record<TownEventName, Permission>> = {
  VISIT_RECORDED: 'visit:read',
  REQUEST_MOVED: 'request:read',
  UNIT_RESTRUCTURED: 'restructuring:read',
  COVERAGE_CHANGED: 'party:read',
};

/** What an event of a town can be about. */
export const townSubjects = ['Visit', 'Request', 'Restructuring', 'Organization', 'Unit'] as const satisfies IdType[];

/** What an event can be about. */
export const subjects = [...townSubjects, 'ApplicationConsent'] as const satisfies IdType[];
export type Subject = (typeof subjects)[number];

/** Whether an event is one of a town. */
export function isOfTown(event: WebhookEvent): event is TownEventName {
  return event in neededFor;
}

/** What an event is called in what is sent: VISIT_RECORDED is `visit.recorded`. */
export function sentName(event: DeliveredEvent): string {
  return event.toLowerCase().replace('_', '.');
}

/** What the object of an event is called in what is sent. */
export function sentSubject(about: Subject): string {
  return about === 'ApplicationConsent' ? 'consent' : about.toLowerCase();
}
