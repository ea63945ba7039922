import { ApplicationWebhooksResolver, WebhookDeliveryResolver, WebhookEndpointResolver } from './webhook.resolver.ts';
import { WebhookMutations } from './webhook-mutations.resolver.ts';

/** All that resolves what the schema says of webhooks. */
export const resolvers = [
  ApplicationWebhooksResolver,
  WebhookDeliveryResolver,
  WebhookEndpointResolver,
  WebhookMutations,
];
