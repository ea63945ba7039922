import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { WebhookEventEnum } from '../webhooks/webhook.type.ts';
import type { WebhookEvent } from '../webhooks/webhook-events.ts';

@ArgsType()
export class EventsArgs {
  @Field(() => RegisterCodeScalar, { description: 'The code of the town.' })
  town: string;
  @Field(() => [WebhookEventEnum], {
    nullable: true,
    description:
      'What to be told of, but consents, of which webhooks alone tell; all that the application may know of unless told.',
  })
  events?: WebhookEvent[] | null;
  @Field(() => String, {
    nullable: true,
    description:
      'The cursor of the last event that was heard, to be told of all since, as far as the town has consented; from now on unless told.',
  })
  after?: string | null;
}

@ObjectType('TownEvent', {
  description:
    'That something happened in a town: which object has changed, and not what it is now, which is to be asked.',
})
export class TownEventType {
  @Field(() => String, { description: 'Where it stands: give it to `after` to go on from here, within 30 days.' })
  cursor: string;
  @Field(() => String, { description: 'Its id, the same as the `webhook-id` of a webhook that tells of it.' })
  id: string;
  @Field(() => WebhookEventEnum, { description: 'What happened.' })
  event: WebhookEvent;
  @Field(() => RegisterCodeScalar, { description: 'The town’s code.' })
  townCode: string;
  @Field(() => ID, { description: 'The object that has changed.' })
  object: string;
  @Field(() => Int, {
    nullable: true,
    description: 'The version of the object that the change made, or the number of the step; null where it has none.',
  })
  objectVersion: number | null;
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  happenedAt: Date;
}
