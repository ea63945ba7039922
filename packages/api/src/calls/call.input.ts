import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { SatisfactionEnum } from '../handling/handling.type.ts';
import type { Satisfaction } from '../handling/transitions.ts';
import type { FollowUpWay } from '../requests/request.entity.ts';
import { DescribedRequestInput, RequestPlaceInput } from '../requests/request.input.ts';
import { FollowUpWayEnum } from '../requests/request.type.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateTimeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { CallType } from './call.type.ts';

const text = 'at most 2,000 characters';
const called = 'When it rang; not ahead';
const took = 'How long it took, in seconds, at most 24 hours.';

@InputType('CallerInput', {
  description: 'Who called, as far as it is known: a household, a resident, or a name. And the number.',
})
export class CallerInput {
  @Field(() => ID, { nullable: true, description: 'The household.' })
  household?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Who called: a resident; their household on that day needs not be named.',
  })
  resident?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The name of somebody who is no resident known here. Personal data.',
  })
  otherName?: string | null;
  @Field(() => String, { nullable: true, description: 'The number from which they called. Personal data.' })
  telephone?: string | null;
}

@InputType('CallRequestInput', { description: 'What is asked for in a call, to be handled as a request 诉求.' })
export class CallRequestInput extends DescribedRequestInput {
  @Field(() => RequestPlaceInput, {
    nullable: true,
    description: 'The place that it is about; the request of the caller’s household unless told.',
  })
  place?: RequestPlaceInput | null;
}

@InputType('RecordCallInput', {
  description: 'A call that somebody took: answered at once, or to be handled as requests.',
})
export class RecordCallInput extends KeyedInput {
  @Field(() => ID, { description: 'The hotline.' })
  hotline: string;
  @Field(() => DateTimeScalar, { nullable: true, description: `${called}; now unless told.` })
  calledAt?: Date | null;
  @Field(() => Int, { nullable: true, description: took })
  seconds?: number | null;
  @Field(() => ID, { description: 'The person who took it.' })
  answeredBy: string;
  @Field(() => CallerInput, { nullable: true, description: 'Who called; nobody that is known unless told.' })
  caller?: CallerInput | null;
  @Field(() => String, { description: `What they wanted, ${text}. Personal data.` })
  matter: string;
  @Field(() => String, {
    nullable: true,
    description: `What they were told, ${text}. Needed where no request is raised: the call is answered with it.`,
  })
  answer?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The request about which they asked, one that the caller of this may see.',
  })
  about?: string | null;
  @Field(() => [CallRequestInput], {
    nullable: true,
    description: 'What is to be handled as requests, raised on the day of the call; at most 10.',
  })
  requests?: CallRequestInput[] | null;
}

@InputType('RecordMissedCallInput', { description: 'A call that nobody took.' })
export class RecordMissedCallInput extends KeyedInput {
  @Field(() => ID, { description: 'The hotline.' })
  hotline: string;
  @Field(() => DateTimeScalar, { nullable: true, description: `${called}; now unless told.` })
  calledAt?: Date | null;
  @Field(() => CallerInput, { description: 'Who called; at least the number to call back.' })
  caller: CallerInput;
}

@InputType()
abstract class CallStepInput extends VersionedInput {
  @Field(() => ID, { description: 'The call.' })
  call: string;
}

@InputType()
abstract class DatedCallStepInput extends CallStepInput {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was done: not ahead, not before the last step; now unless told.',
  })
  at?: Date | null;
}

@InputType('AnswerCallInput', { description: 'That a caller was called back, or answered again.' })
export class AnswerCallInput extends DatedCallStepInput {
  @Field(() => ID, { description: 'The person who did it.' })
  answeredBy: string;
  @Field(() => CallerInput, { nullable: true, description: 'Who called, where it is known better now.' })
  caller?: CallerInput | null;
  @Field(() => String, {
    nullable: true,
    description: `What they wanted, ${text}; needed for a missed call. What was written stays unless told.`,
  })
  matter?: string | null;
  @Field(() => String, {
    nullable: true,
    description: `What they were told, ${text}; needed where no request is raised.`,
  })
  answer?: string | null;
  @Field(() => [CallRequestInput], {
    nullable: true,
    description: 'What is to be handled as requests, raised on the day of the step; at most 10.',
  })
  requests?: CallRequestInput[] | null;
}

@InputType('TryCallerInput', { description: 'That a caller was not reached.' })
export class TryCallerInput extends DatedCallStepInput {
  @Field(() => String, { nullable: true, description: 'What is to be said of it, one line of at most 200 characters.' })
  note?: string | null;
}

@InputType('FollowUpCallInput', { description: 'A follow-up 回访 of an answer.' })
export class FollowUpCallInput extends DatedCallStepInput {
  @Field(() => FollowUpWayEnum, { description: 'How it was made.' })
  way: FollowUpWay;
  @Field(() => SatisfactionEnum, { description: 'What was said: DISSATISFIED opens the call again.' })
  satisfaction: Satisfaction;
  @Field(() => String, { description: `What came out, ${text}.` })
  outcome: string;
}

@InputType('ReviseCallInput', {
  description: 'A call to write anew. What is not told stays, and so does what was written.',
})
export class ReviseCallInput extends CallStepInput {
  @Field(() => String, { description: 'Why it is written anew. One line of at most 200 characters.' })
  reason: string;
  @Field(() => DateTimeScalar, { nullable: true, description: `${called}.` })
  calledAt?: Date | null;
  @Field(() => Int, { nullable: true, description: took })
  seconds?: number | null;
  @Field(() => ID, { nullable: true, description: 'The person who answered it; of no missed call.' })
  answeredBy?: string | null;
  @Field(() => CallerInput, { nullable: true, description: 'Who called, with all that is known of them.' })
  caller?: CallerInput | null;
  @Field(() => String, { nullable: true, description: `What they wanted, ${text}.` })
  matter?: string | null;
  @Field(() => String, { nullable: true, description: `What they were told, ${text}.` })
  answer?: string | null;
}

@InputType('WithdrawCallInput', { description: 'A call that never was, or was recorded twice.' })
export class WithdrawCallInput extends CallStepInput {
  @Field(() => String, { description: 'Why. One line of at most 200 characters.' })
  reason: string;
}

@ObjectType('CallPayload', { description: 'The call as the step left it.' })
export class CallPayload {
  @Field(() => CallType, { description: 'The call.' })
  call: CallType;
}
