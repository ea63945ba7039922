import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { EvidenceKind, HandlingClass } from '../handling/classes.ts';
import { EvidenceKindEnum, HandlingClassEnum, RequestLevelEnum, SatisfactionEnum } from '../handling/handling.type.ts';
import type { RequestLevel } from '../handling/levels.ts';
import type { Satisfaction } from '../handling/transitions.ts';
import { IdempotencyKey } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { StepInput } from '../schema/step.input.ts';
import type { FollowUpWay, RequestSource } from './request.entity.ts';
import { FollowUpWayEnum, RequestSourceEnum, RequestType } from './request.type.ts';

const text = 'at most 2,000 characters';

@InputType('RequestPlaceInput', { description: 'A place that a request is about.' })
export class RequestPlaceInput {
  @Field(() => ID, { description: 'The unit in which it is; no block of an overlay.' })
  unit: string;
  @Field(() => String, {
    nullable: true,
    description: 'Which place there, such as a gate or a garden, at most 100 characters. Nobody’s name.',
  })
  text?: string | null;
}

@InputType('ConcernedInput', { description: 'Whom a request concerns beside its own household.' })
export class ConcernedInput {
  @Field(() => [ID], {
    nullable: true,
    description: 'Blocks, or units with all blocks under them, at most 100: all households that they hold on the day.',
  })
  units?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Single households, at most 1,000.' })
  households?: string[] | null;
}

@InputType('EvidenceInput', { description: 'A piece of evidence 佐证.' })
export class EvidenceInput {
  @Field(() => EvidenceKindEnum, { description: 'What it is.' })
  kind: EvidenceKind;
  @Field(() => String, { description: `What it says, ${text}.` })
  text: string;
}

@InputType('HandledAtOnceInput', { description: 'That a request was handled as soon as it was raised.' })
export class HandledAtOnceInput {
  @Field(() => ID, { description: 'The person who did it.' })
  holder: string;
  @Field(() => [EvidenceInput], { description: 'What its class asks for, at most 10 pieces.' })
  evidence: EvidenceInput[];
  @Field(() => String, { description: `What came of it, ${text}.` })
  outcome: string;
}

/** As what a request is raised, wherever that is. */
@InputType()
export abstract class RequestAskedInput {
  @Field(() => ID, { description: 'What it is about: a subject of the town that is in use on the day.' })
  subject: string;
  @Field(() => RequestLevelEnum, {
    nullable: true,
    description: 'The level that takes it up; the lowest that there is, unless told.',
  })
  level?: RequestLevel | null;
  @Field(() => HandlingClassEnum, {
    nullable: true,
    description: 'Its class of handling, for whoever may say it; FORBIDDEN for others.',
  })
  handlingClass?: HandlingClass | null;
}

/** And what it asks for, where nothing else says that already. */
@InputType()
export abstract class DescribedRequestInput extends RequestAskedInput {
  @Field(() => String, { description: `What is asked for, ${text}. Personal data where it is a household’s.` })
  description: string;
  @Field(() => ConcernedInput, { nullable: true, description: 'Whom it concerns beside its own household.' })
  concerns?: ConcernedInput | null;
  @Field(() => HandledAtOnceInput, {
    nullable: true,
    description: 'That it was handled at once, for whoever handles requests there; it takes a class, too.',
  })
  handled?: HandledAtOnceInput | null;
}

@InputType('RaiseRequestInput', { description: 'A request to raise: of a household, or about a place.' })
export class RaiseRequestInput extends DescribedRequestInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;
  @Field(() => RequestSourceEnum, { description: 'How it reached the town.' })
  source: RequestSource;
  @Field(() => ID, { nullable: true, description: 'The household whose request it is; else give `place`.' })
  household?: string | null;
  @Field(() => RequestPlaceInput, { nullable: true, description: 'The place that it is about; else give `household`.' })
  place?: RequestPlaceInput | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Photographs of the place that the caller has added, at most 9.',
  })
  photos?: string[] | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it was raised; not ahead; today unless told.',
  })
  on?: string | null;
}

@InputType()
abstract class RequestStepInput extends StepInput {
  @Field(() => ID, { description: 'The request.' })
  request: string;
}

@InputType('AcceptRequestInput', { description: 'Who is to hold a request at its level.' })
export class AcceptRequestInput extends RequestStepInput {
  @Field(() => ID, { description: 'The person.' })
  holder: string;
}

@InputType('ClassifyRequestInput', { description: 'What a request is: its class, its subject, or both.' })
export class ClassifyRequestInput extends RequestStepInput {
  @Field(() => HandlingClassEnum, { nullable: true, description: 'Its class of handling.' })
  handlingClass?: HandlingClass | null;
  @Field(() => ID, { nullable: true, description: 'Another subject. The deadline stays what it is.' })
  subject?: string | null;
}

@InputType('EscalateRequestInput', { description: 'A request to bring to a higher level.' })
export class EscalateRequestInput extends RequestStepInput {
  @Field(() => RequestLevelEnum, { nullable: true, description: 'The level; the next that has a unit, unless told.' })
  level?: RequestLevel | null;
  @Field(() => String, { description: `Why, ${text}.` })
  reason: string;
}

@InputType('ReturnRequestInput', { description: 'A request to give back to a lower level.' })
export class ReturnRequestInput extends RequestStepInput {
  @Field(() => RequestLevelEnum, { nullable: true, description: 'The level; the next that has a unit, unless told.' })
  level?: RequestLevel | null;
  @Field(() => String, { description: `Why, ${text}.` })
  reason: string;
}

@InputType('ReferRequestInput', { description: 'A request to refer to a party outside.' })
export class ReferRequestInput extends RequestStepInput {
  @Field(() => ID, { description: 'The party.' })
  party: string;
  @Field(() => String, { nullable: true, description: `What it is told, ${text}.` })
  note?: string | null;
}

@InputType('NotePartyAnswerInput', { description: 'What a party outside answered.' })
export class NotePartyAnswerInput extends RequestStepInput {
  @Field(() => String, { description: `The answer, ${text}.` })
  answer: string;
}

@InputType('AddRequestEvidenceInput', { description: 'Evidence to add to a request.' })
export class AddRequestEvidenceInput extends RequestStepInput {
  @Field(() => EvidenceKindEnum, { description: 'What it is.' })
  kind: EvidenceKind;
  @Field(() => String, { description: `What it says, ${text}.` })
  text: string;
}

@InputType('AddRequestPhotosInput', { description: 'Photographs to add to a request.' })
export class AddRequestPhotosInput extends RequestStepInput {
  @Field(() => [ID], {
    description: 'Photographs of the place that the caller has added; at most 9 with those that the request has.',
  })
  photos: string[];
}

@InputType('AddRequestHouseholdsInput', { description: 'Households that a request concerns, too.' })
export class AddRequestHouseholdsInput extends RequestStepInput {
  @Field(() => ConcernedInput, {
    description: 'Which ones, as they are on the day. Those that it concerns already stay.',
  })
  concerns: ConcernedInput;
}

@InputType('HandleRequestInput', { description: 'How a request was handled.' })
export class HandleRequestInput extends RequestStepInput {
  @Field(() => String, { description: `What came of it, ${text}.` })
  outcome: string;
  @Field(() => [EvidenceInput], {
    nullable: true,
    description: 'Evidence that its class asks for and that it has not been given yet, at most 10 pieces.',
  })
  evidence?: EvidenceInput[] | null;
}

@InputType('FollowUpRequestInput', { description: 'A follow-up 回访 of a handled request.' })
export class FollowUpRequestInput extends RequestStepInput {
  @Field(() => FollowUpWayEnum, { description: 'How it was made.' })
  way: FollowUpWay;
  @Field(() => SatisfactionEnum, { description: 'What was said: DISSATISFIED opens the request again.' })
  satisfaction: Satisfaction;
  @Field(() => String, { description: `What came out, ${text}.` })
  outcome: string;
}

@InputType('WithdrawRequestInput', { description: 'A request to withdraw.' })
export class WithdrawRequestInput extends RequestStepInput {
  @Field(() => String, { description: `Why, ${text}.` })
  reason: string;
}

@ObjectType('RequestPayload', { description: 'The request as the step left it.' })
export class RequestPayload {
  @Field(() => RequestType, { description: 'The request.' })
  request: RequestType;
}
