import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateTimeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import type { DeliveryState } from './webhook.entity.ts';
import {
  WebhookDeliveryStateEnum,
  WebhookDeliveryType,
  WebhookEndpointType,
  WebhookEventEnum,
} from './webhook.type.ts';
import type { WebhookEvent } from './webhook-events.ts';

const url =
  'An https address on port 443 or 8443, at most 500 characters. Private and local addresses are never sent to; those of the own machine are taken, and sent to where the platform is set up to be tried out.';
const description = 'What it is for, one line of at most 60 characters; nothing unless told.';
const events = 'What it is to be told of, at least one.';
const endpoint = 'The endpoint.';
const secret = 'Its secret, `whsec_…`. It is shown here once, and null when asked again.';

@InputType('RegisterWebhookEndpointInput', { description: 'An endpoint to register.' })
export class RegisterWebhookEndpointInput extends KeyedInput {
  @Field(() => ID, { description: 'The application, one of the viewer’s own. It has five endpoints at the most.' })
  application: string;
  @Field(() => String, { description: url })
  url: string;
  @Field(() => String, { defaultValue: '', description })
  description: string;
  @Field(() => [WebhookEventEnum], { description: events })
  events: WebhookEvent[];
}

@InputType('ReviseWebhookEndpointInput', {
  description: 'An endpoint with all that is set of it, in place of what was set before.',
})
export class ReviseWebhookEndpointInput extends VersionedInput {
  @Field(() => ID, { description: endpoint })
  endpoint: string;
  @Field(() => String, { description: url })
  url: string;
  @Field(() => String, { defaultValue: '', description })
  description: string;
  @Field(() => [WebhookEventEnum], { description: events })
  events: WebhookEvent[];
}

@InputType('EndWebhookEndpointInput', { description: 'An endpoint to end.' })
export class EndWebhookEndpointInput extends KeyedInput {
  @Field(() => ID, { description: 'The endpoint. What was still to be delivered to it is withheld.' })
  endpoint: string;
}

@InputType('EnableWebhookEndpointInput', { description: 'An endpoint to enable again.' })
export class EnableWebhookEndpointInput extends KeyedInput {
  @Field(() => ID, { description: endpoint })
  endpoint: string;
}

@InputType('RenewWebhookSecretInput', { description: 'An endpoint that is to get a further secret.' })
export class RenewWebhookSecretInput extends KeyedInput {
  @Field(() => ID, { description: 'The endpoint. It has two secrets at the most, and all is signed with both.' })
  endpoint: string;
}

@InputType('RevokeWebhookSecretInput', { description: 'A secret of an endpoint to revoke.' })
export class RevokeWebhookSecretInput extends KeyedInput {
  @Field(() => ID, { description: 'The secret, not the only one.' })
  webhookSecret: string;
}

@InputType('PingWebhookEndpointInput', { description: 'An endpoint to try.' })
export class PingWebhookEndpointInput extends KeyedInput {
  @Field(() => ID, { description: endpoint })
  endpoint: string;
}

@InputType('ReplayWebhookDeliveryInput', { description: 'A delivery to send again.' })
export class ReplayWebhookDeliveryInput extends KeyedInput {
  @Field(() => ID, { description: 'The delivery. Its attempts are counted anew.' })
  delivery: string;
}

@InputType('ReplayWebhookDeliveriesInput', { description: 'Deliveries to send again.' })
export class ReplayWebhookDeliveriesInput extends KeyedInput {
  @Field(() => ID, { description: endpoint })
  endpoint: string;
  @Field(() => DateTimeScalar, { description: 'What happened from this moment on, at most 30 days ago.' })
  since: Date;
  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'Whether to send only what was not delivered, or all. Receivers tell repeated messages by `webhook-id`.',
  })
  undeliveredOnly: boolean;
}

@ArgsType()
export class WebhookDeliveriesArgs extends PageArgs {
  @Field(() => WebhookDeliveryStateEnum, { nullable: true, description: 'Only those in this state.' })
  state?: DeliveryState | null;
}

/** What a change of an endpoint answers. */
@ObjectType()
abstract class EndpointPayload {
  @Field(() => WebhookEndpointType, { description: 'The endpoint as it is now.' })
  endpoint: WebhookEndpointType;
}

@ObjectType('RegisterWebhookEndpointPayload', { description: 'What `registerWebhookEndpoint` did.' })
export class RegisterWebhookEndpointPayload extends EndpointPayload {
  @Field(() => String, { nullable: true, description: secret })
  secret: string | null;
}

@ObjectType('ReviseWebhookEndpointPayload', { description: 'What `reviseWebhookEndpoint` did.' })
export class ReviseWebhookEndpointPayload extends EndpointPayload {}

@ObjectType('EndWebhookEndpointPayload', { description: 'What `endWebhookEndpoint` did.' })
export class EndWebhookEndpointPayload extends EndpointPayload {}

@ObjectType('EnableWebhookEndpointPayload', { description: 'What `enableWebhookEndpoint` did.' })
export class EnableWebhookEndpointPayload extends EndpointPayload {}

@ObjectType('RenewWebhookSecretPayload', { description: 'What `renewWebhookSecret` did.' })
export class RenewWebhookSecretPayload extends EndpointPayload {
  @Field(() => String, { nullable: true, description: secret })
  secret: string | null;
}

@ObjectType('RevokeWebhookSecretPayload', { description: 'What `revokeWebhookSecret` did.' })
export class RevokeWebhookSecretPayload extends EndpointPayload {}

@ObjectType('PingWebhookEndpointPayload', { description: 'What `pingWebhookEndpoint` did.' })
export class PingWebhookEndpointPayload {
  @Field(() => WebhookDeliveryType, { description: 'The delivery of the ping, which is sent within seconds.' })
  delivery: WebhookDeliveryType;
}

@ObjectType('ReplayWebhookDeliveryPayload', { description: 'What `replayWebhookDelivery` did.' })
export class ReplayWebhookDeliveryPayload {
  @Field(() => WebhookDeliveryType, { description: 'The delivery, which is sent within seconds.' })
  delivery: WebhookDeliveryType;
}

@ObjectType('ReplayWebhookDeliveriesPayload', { description: 'What `replayWebhookDeliveries` did.' })
export class ReplayWebhookDeliveriesPayload extends EndpointPayload {
  @Field(() => Int, { description: 'How many are sent again.' })
  count: number;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The moment from which on there are more, to give as `since`; null where all of them are sent again.',
  })
  more: Date | null;
}
