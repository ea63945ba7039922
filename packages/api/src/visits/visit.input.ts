import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { HandlingClass } from '../handling/classes.ts';
import { HandlingClassEnum } from '../handling/handling.type.ts';
import { HandledAtOnceInput } from '../requests/request.input.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import type { VisitWay } from './visit.entity.ts';
import { VisitType, VisitWayEnum } from './visit.type.ts';

const text = 'Lines of text, at most 2,000 characters.';

@InputType('VisitRequestInput', {
  description: 'What the household asks for at a visit, to be handled as a request 诉求.',
})
export class VisitRequestInput {
  @Field(() => ID, { description: 'What it is about: a subject of the town that is in use on the day.' })
  subject: string;
  @Field(() => String, { description: `What is asked for. ${text}` })
  description: string;
  @Field(() => HandlingClassEnum, {
    nullable: true,
    description: 'Its class of handling, for whoever may say it; FORBIDDEN for others.',
  })
  handlingClass?: HandlingClass | null;
  @Field(() => HandledAtOnceInput, { nullable: true, description: 'That it was handled at the visit.' })
  handled?: HandledAtOnceInput | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Photographs of the place that the sender of the visit has added, at most 9.',
  })
  photos?: string[] | null;
}

@InputType('RecordVisitInput', { description: 'A visit to record, with the three must-records.' })
export class RecordVisitInput extends KeyedInput {
  @Field(() => String, {
    nullable: true,
    description:
      'A UUID that the client gave the visit when it was noted, also without a network. However often and late it is sent again, the visit is recorded once; with other content it is refused with CONFLICT.',
  })
  clientId?: string | null;
  @Field(() => ID, { description: 'The household.' })
  household: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day; not ahead; the day of `notedAt` unless told.' })
  visitedOn?: string | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was noted, by the clock of the visitor’s device; now unless told.',
  })
  notedAt?: Date | null;
  @Field(() => VisitWayEnum, { description: 'How the household was met.' })
  way: VisitWay;
  @Field(() => [ID], { description: 'The people of the town who made the visit, 1 to 20.' })
  visitors: string[];
  @Field(() => String, { description: `The household’s basic situation. ${text}` })
  situation: string;
  @Field(() => String, { description: `What the residents ask for; say so where they ask for nothing. ${text}` })
  demand: string;
  @Field(() => String, { description: `What service was given; say so where none was. ${text}` })
  service: string;
  @Field(() => String, { nullable: true, description: `What came of it, and what is left to do. ${text}` })
  outcome?: string | null;
  @Field(() => [VisitRequestInput], {
    nullable: true,
    description: 'What is to be handled as requests of the household, raised on the day of the visit; at most 10.',
  })
  requests?: VisitRequestInput[] | null;
}

@InputType('ReviseVisitInput', { description: 'A visit to write anew. What is not told stays.' })
export class ReviseVisitInput extends KeyedInput {
  @Field(() => ID, { description: 'The visit.' })
  visit: string;
  @Field(() => String, { description: 'Why it is written anew. One line of at most 200 characters.' })
  reason: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day.' })
  visitedOn?: string | null;
  @Field(() => VisitWayEnum, { nullable: true, description: 'How the household was met.' })
  way?: VisitWay | null;
  @Field(() => [ID], { nullable: true, description: 'The people who made the visit, 1 to 20.' })
  visitors?: string[] | null;
  @Field(() => String, { nullable: true, description: `The household’s basic situation. ${text}` })
  situation?: string | null;
  @Field(() => String, { nullable: true, description: `What the residents ask for. ${text}` })
  demand?: string | null;
  @Field(() => String, { nullable: true, description: `What service was given. ${text}` })
  service?: string | null;
  @Field(() => String, { nullable: true, description: `What came of it. ${text} An empty one takes it away.` })
  outcome?: string | null;
  @Field(() => Int, { description: 'The `version` that the caller saw; refused with CONFLICT where it has changed.' })
  expectedVersion: number;
}

@InputType('WithdrawVisitInput', { description: 'A visit that never was, or was recorded twice.' })
export class WithdrawVisitInput extends KeyedInput {
  @Field(() => ID, { description: 'The visit.' })
  visit: string;
  @Field(() => String, { description: 'Why. One line of at most 200 characters.' })
  reason: string;
}

@ObjectType('VisitPayload', { description: 'The visit as the change left it.' })
export class VisitPayload {
  @Field(() => VisitType, { description: 'The visit.' })
  visit: VisitType;
}
