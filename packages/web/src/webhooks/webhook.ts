import type { Permission, WebhookDeliveriesQuery, WebhookEndpointsQuery, WebhookEvent } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const WEBHOOK_ENDPOINTS = graphql(`
  query WebhookEndpoints($clientId: String!) {
    application(clientId: $clientId) {
      id
      webhookEndpoints {
        id
        url
        description
        events
        failingSince
        disabledAt
        disabledBecause
        version
        secrets { id hint createdAt }
      }
    }
  }
`);

export const WEBHOOK_DELIVERIES = graphql(`
  query WebhookDeliveries($id: ID!, $state: WebhookDeliveryState, $after: String) {
    node(id: $id) {
      __typename
      id
      ... on WebhookEndpoint {
        url
        disabledAt
        endedAt
        application { id name }
        deliveries(first: 50, after: $after, state: $state) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes {
            id
            eventId
            event
            townCode
            object
            objectVersion
            happenedAt
            state
            attempts
            attemptedAt
            dueAt
            responseStatus
            fault
            duration
            responseBody
          }
        }
      }
    }
  }
`);

export type Endpoint = NonNullable<NonNullable<WebhookEndpointsQuery['application']>['webhookEndpoints']>[number];
type DeliveriesOf = Extract<NonNullable<WebhookDeliveriesQuery['node']>, { __typename: 'WebhookEndpoint' }>;
export type Delivery = DeliveriesOf['deliveries']['nodes'][number];

/** What endpoints can be told of, in the order in which it is offered, each with the scope that it takes; consents take none. */
const neededFor = {
  VISIT_RECORDED: 'VISIT_READ',
  REQUEST_MOVED: 'REQUEST_READ',
  UNIT_RESTRUCTURED: 'RESTRUCTURING_READ',
  COVERAGE_CHANGED: 'PARTY_READ',
  CONSENT_GIVEN: null,
  CONSENT_ENDED: null,
} as const satisfies Record<WebhookEvent, Permission | null>;

/** Every event with the scope that it takes, and whether an application with some scopes can be told of it. */
export function eventsFor(scopes: readonly Permission[]) {
  const all = Object.keys(neededFor).filter((name): name is WebhookEvent => name in neededFor);
  return all.map((event) => {
    const scope = neededFor[event];
    return { event, scope, isOpen: scope === null || scopes.includes(scope) };
  });
}

/** What became of deliveries, in the order in which it is offered. */
export const deliveryStates = ['WAITING', 'DELIVERED', 'FAILED', 'WITHHELD'] as const;
