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
};

export const WebhookEventEnum = enumOf(webhookEvents);
registerEnumType(WebhookEventEnum, {
  name: 'WebhookEvent',
  description: 'What an application can be told of as it happens.',
  valuesConfig: told,
});

const DeliveredEventEnum = enumOf(deliveredEvents);
registerEnumType(DeliveredEventEnum, {
  name: 'DeliveredEvent',
  description: 'What a delivery tells.',
  valuesConfig: { ...told, PING: { description: '`ping`: nothing happened; its developer tries the endpoint.' } },
});

const WebhookDisablingEnum = enumOf(disablings);
registerEnumType(WebhookDisablingEnum, {
  name: 'WebhookDisabling',
  description: 'Why an endpoint was disabled.',
  valuesConfig: {
    GONE: { description: 'It answered 410.' },
    FAILING: { description: 'Nothing had got through to it for five days.' },
  },
});

export const WebhookDeliveryStateEnum = enumOf(deliveryStates);
registerEnumType(WebhookDeliveryStateEnum, {
  name: 'WebhookDeliveryState',
  description: 'What became of a delivery.',
  valuesConfig: {
    WAITING: { description: 'It is to be tried, for the first time or again.' },
    DELIVERED: { description: 'It was answered with a status of 200 to 299.' },
    FAILED: { description: 'It was given up after ten attempts over three days.' },
    WITHHELD: {
      description:
        'It was not sent: the town did not consent to it any more when it was its turn, or the application or the endpoint had ended.',
    },
  },
});

const AttemptFaultEnum = enumOf(attemptFaults);
registerEnumType(AttemptFaultEnum, {
  name: 'WebhookAttemptFault',
  description: 'Why an attempt got no answer.',
  valuesConfig: {
    TIMED_OUT: { description: 'There was none within 15 seconds.' },
    FORBIDDEN_ADDRESS: { description: 'The address leads to a private or local machine, so nothing was sent.' },
    NOT_FOUND: { description: 'The name of the machine is not known.' },
    NOT_REACHED: { description: 'The machine took no connection, or broke it off.' },
    NOT_TRUSTED: { description: 'The certificate of the machine is not trusted.' },
  },
});

@ObjectType('WebhookSecret', {
  description: 'A secret with which webhooks are signed. What it is was shown once, when it was made.',
})
export class WebhookSecretType extends KeptSecretType {}

@ObjectType('WebhookEndpoint', {
  implements: NodeType,
  description: 'An address of an application that is told what changes in towns, as webhooks 推送.',
})
export class WebhookEndpointType extends NodeType {
  typename: 'WebhookEndpoint';
  uuid: string;
  applicationUuid: string;
  @Field(() => String, { description: 'The address.' })
  url: string;
  @Field(() => String, { description: 'What it is for; empty unless told.' })
  description: string;
  @Field(() => [WebhookEventEnum], { description: 'What it is told of.' })
  events: WebhookEvent[];
  @Field(() => DateTimeScalar, { description: 'When it was registered.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when nothing has got through; null where the last attempt did.',
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
  @Field(() => Int, { description: 'How many times it was revised, and one.' })
  version: number;
}

@ObjectType('WebhookDelivery', {
  implements: NodeType,
  description: 'That an endpoint is to be told of something, and what became of it. It is kept for 30 days.',
})
export class WebhookDeliveryType extends NodeType {
  typename: 'WebhookDelivery';
  townId: number;
  uuid: string;
  endpointUuid: string;
  @Field(() => String, {
    description: 'What is sent as `webhook-id`: the same for every attempt, and for all endpoints that are told of it.',
  })
  eventId: string;
  @Field(() => DeliveredEventEnum, { description: 'What it tells.' })
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
  @Field(() => WebhookDeliveryStateEnum, { description: 'What became of it.' })
  state: DeliveryState;
  @Field(() => Int, { description: 'How many attempts were begun, since it was last sent by hand if it was.' })
  attempts: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last attempt was begun.' })
  attemptedAt: Date | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it is tried next at the earliest; null unless it waits.',
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
