import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { PatrolType } from './patrol.type.ts';
import { PatrolFindingInput } from './patrol-finding.input.ts';

const people = 'The people of the town who took part, 1 to 20.';
const stops = 'The places of the route that it came by, at least one of those of the day';
const began = 'When it began, on the day of the patrol.';
const ended = 'When it ended: after it began, within a day of that, not ahead.';
const note = 'What there is to say of it as a whole, at most 2,000 characters';

@InputType('PatrolPlaceInput', { description: 'A single place that was patrolled.' })
export class PatrolPlaceInput {
  @Field(() => ID, { description: 'The unit in which it is; no block of an overlay.' })
  unit: string;
  @Field(() => String, { description: 'Which place there, such as a market, at most 100 characters. Nobody’s name.' })
  text: string;
}

@InputType('RecordPatrolInput', { description: 'A patrol to record, along a route or of a single place.' })
export class RecordPatrolInput extends KeyedInput {
  @Field(() => String, {
    nullable: true,
    description:
      'A UUID that the client gave the patrol when it was noted, also without a network. However often and late it is sent again, the patrol and all that it brought up are recorded once; with other content it is refused with CONFLICT.',
  })
  clientId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The route; else give `place`.' })
  route?: string | null;
  @Field(() => PatrolPlaceInput, { nullable: true, description: 'The place; else give `route`.' })
  place?: PatrolPlaceInput | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day; not ahead; today unless told.' })
  on?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: began })
  beganAt?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: ended })
  endedAt?: Date | null;
  @Field(() => [ID], { description: people })
  people: string[];
  @Field(() => [ID], { nullable: true, description: `${stops}; all of them unless told.` })
  stops?: string[] | null;
  @Field(() => String, { nullable: true, description: `${note}.` })
  note?: string | null;
  @Field(() => [PatrolFindingInput], { nullable: true, description: 'What it brought up, at most 20.' })
  findings?: PatrolFindingInput[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'That nothing was found 未发现问题; to be said where there are no `findings`.',
  })
  nothingFound?: boolean | null;
}

@InputType('RevisePatrolInput', { description: 'A patrol to write anew. What is not told stays.' })
export class RevisePatrolInput extends VersionedInput {
  @Field(() => ID, { description: 'The patrol.' })
  patrol: string;
  @Field(() => String, { description: 'Why it is written anew. One line of at most 200 characters.' })
  reason: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day. With another day times are to be told anew.' })
  on?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: began })
  beganAt?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: ended })
  endedAt?: Date | null;
  @Field(() => [ID], { nullable: true, description: people })
  people?: string[] | null;
  @Field(() => [ID], { nullable: true, description: `${stops}.` })
  stops?: string[] | null;
  @Field(() => String, { nullable: true, description: `${note}. An empty one takes it away.` })
  note?: string | null;
}

@InputType('WithdrawPatrolInput', { description: 'A patrol that never was, or was recorded twice.' })
export class WithdrawPatrolInput extends KeyedInput {
  @Field(() => ID, { description: 'The patrol.' })
  patrol: string;
  @Field(() => String, { description: 'Why. One line of at most 200 characters.' })
  reason: string;
}

@ObjectType('PatrolPayload', { description: 'The patrol as the change left it.' })
export class PatrolPayload {
  @Field(() => PatrolType, { description: 'The patrol.' })
  patrol: PatrolType;
}
