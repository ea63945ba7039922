import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { KeptSecretType } from '../applications/kept-secret.type.ts';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateTimeScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { type AttemptFault, attemptFaults, type DeliveryState, deliveryStates, disablings } from './webhook.entity.ts';
import { type DeliveredEvent, deliveredEvents, type WebhookEvent, webhookEvents } from './webhook-events.ts';

const told = {
  VISIT_RECORDED: {
    description: '`visit.recorded`: a visit was recorded, written anew or withdrawn. Takes VISIT_READ.',
  },
  REQUEST_MOVED: { description: '`request.moved`: a request was raised or took a step. Takes REQUEST_READ.' },
  UNIT_RESTRUCTURED: {
    description: '`unit.restructured`: a restructuring changed units of the town. Takes RESTRUCTURING_READ.',
  },
  COVERAGE_CHANGED: {
    description:
      '`coverage.changed`: which Party organisations include an organisation, or who is assigned to it or to a unit, changed. Takes PARTY_READ.',
  },
  CONSENT_GIVEN: {
    description:
      '`consent.given`: a town consented to the application. Takes nothing, and is told to that application alone, by webhooks alone.',
  },
  CONSENT_ENDED: {
    description:
      '`consent.ended`: a consent to the application ended: withdrawn, replaced by another one, or over with its last day. Takes nothing, and is told to that application alone, by webhooks alone.',
  },
};

export const WebhookEventEnum = enumOf(webhookEvents);
registerEnumType(WebhookEventEnum, {
  name: 'WebhookEvent',
  description: 'An event that webhooks tell of, and subscriptions, but for those of consents.',
  valuesConfig: told,
});

const DeliveredEventEnum = enumOf(deliveredEvents);
registerEnumType(DeliveredEventEnum, {
  name: 'DeliveredEvent',
  description: 'The event of a delivery.',
  valuesConfig: { ...told, PING: { description: '`ping`: nothing happened; its developer tries the endpoint.' } },
});

const WebhookDisablingEnum = enumOf(disablings);
registerEnumType(WebhookDisablingEnum, {
  name: 'WebhookDisabling',
  description: 'Why an endpoint was disabled.',
  valuesConfig: {
    GONE: { description: 'It answered 410.' },
    FAILING: { description: 'No message was delivered to it for five days.' },
  },
});

export const WebhookDeliveryStateEnum = enumOf(deliveryStates);
registerEnumType(WebhookDeliveryStateEnum, {
  name: 'WebhookDeliveryState',
  description: 'The state of a delivery.',
  valuesConfig: {
    WAITING: { description: 'It is waiting for its first or next attempt.' },
    DELIVERED: { description: 'It was answered with a status of 200 to 299.' },
    FAILED: { description: 'It was given up after ten attempts within about three days.' },
    WITHHELD: {
      description:
        'It was not sent: by then the town no longer consented, or the application or the endpoint had ended.',
    },
  },
});

const AttemptFaultEnum = enumOf(attemptFaults);
registerEnumType(AttemptFaultEnum, {
  name: 'WebhookAttemptFault',
  description: 'Why an attempt got no answer.',
  valuesConfig: {
    TIMED_OUT: { description: 'There was no answer within 15 seconds.' },
    FORBIDDEN_ADDRESS: { description: 'The host resolves to a private or local address, so nothing was sent.' },
    NOT_FOUND: { description: 'The host name could not be resolved.' },
    NOT_REACHED: { description: 'The host refused or broke off the connection.' },
    NOT_TRUSTED: { description: 'The certificate of the host is not trusted.' },
  },
});

@ObjectType('WebhookSecret', {
  description: 'A secret with which webhooks are signed. Its value was shown once, when it was created.',
})
export class WebhookSecretType extends KeptSecretType {}

@ObjectType('WebhookEndpoint', {
  implements: NodeType,
  description:
    'A webhook endpoint 推送地址: an address of an application, to which messages about changes in towns are sent.',
})
export class WebhookEndpointType extends NodeType {
  typename: 'WebhookEndpoint';
  uuid: string;
  applicationUuid: string;
  @Field(() => String, { description: 'The address.' })
  url: string;
  @Field(() => String, { description: 'A note about it; empty by default.' })
  description: string;
  @Field(() => [WebhookEventEnum], { description: 'The events that are sent to it.' })
  events: WebhookEvent[];
  @Field(() => DateTimeScalar, { description: 'When it was registered.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when no message was delivered; null where the last attempt succeeded.',
  })
  failingSince: Date | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was disabled. What happens meanwhile is kept for 30 days and sent once it is enabled again.',
  })
  disabledAt: Date | null;
  @Field(() => WebhookDisablingEnum, { nullable: true, description: 'Why it was disabled.' })
  disabledBecause: (typeof disablings)[number] | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ended, for good.' })
  endedAt: Date | null;
  @Field(() => Int, { description: 'Its version, for `expectedVersion`: 1, and one more with each change.' })
  version: number;
}

@ObjectType('WebhookDelivery', {
  implements: NodeType,
  description: 'The delivery of a message to an endpoint 推送记录, with its result. It is kept for 30 days.',
})
export class WebhookDeliveryType extends NodeType {
  typename: 'WebhookDelivery';
  townId: number;
  uuid: string;
  endpointUuid: string;
  @Field(() => String, {
    description: 'The `webhook-id` of the message: the same for every attempt and for all endpoints.',
  })
  eventId: string;
  @Field(() => DeliveredEventEnum, { description: 'The event.' })
  event: DeliveredEvent;
  @Field(() => RegisterCodeScalar, { nullable: true, description: 'The town’s code; null for a ping.' })
  townCode: string | null;
  @Field(() => ID, { nullable: true, description: 'The object that changed; null for a ping.' })
  object: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The version of the object that the change made, or the number of the step; null where it has none.',
  })
  objectVersion: number | null;
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  happenedAt: Date;
  @Field(() => WebhookDeliveryStateEnum, { description: 'Its result so far.' })
  state: DeliveryState;
  @Field(() => Int, { description: 'How many attempts were begun, since it was last sent by hand if it was.' })
  attempts: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last attempt was begun.' })
  attemptedAt: Date | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The time of the next attempt at the earliest; null unless it is waiting.',
  })
  dueAt: Date | null;
  @Field(() => Int, { nullable: true, description: 'The status of the last answer.' })
  responseStatus: number | null;
  @Field(() => AttemptFaultEnum, { nullable: true, description: 'Why the last attempt got no answer.' })
  fault: AttemptFault | null;
  @Field(() => Int, { nullable: true, description: 'How long the last attempt took, in milliseconds.' })
  duration: number | null;
  @Field(() => String, { nullable: true, description: 'The first 200 characters of the last answer.' })
  responseBody: string | null;
}

export const WebhookDeliveryConnectionType = connectionType(() => WebhookDeliveryType, 'WebhookDelivery');
