import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { StepInput, VersionedInput } from '../schema/step.input.ts';
import { DeliberationStateEnum, DeliberationType, ElectorateEnum, MeetingKindEnum } from './deliberation.type.ts';
import type { DeliberationState, Electorate, MeetingKind } from './deliberation-states.ts';

const text = 'at most 2,000 characters';
const names = 'Nobody’s name.';

@InputType('ProposeDeliberationInput', { description: 'A deliberation to propose.' })
export class ProposeDeliberationInput extends KeyedInput {
  @Field(() => ID, { description: 'The unit that deliberates, no block of an overlay.' })
  unit: string;
  @Field(() => String, { description: `The question that is voted on, at most 200 characters. ${names}` })
  question: string;
  @Field(() => String, { description: `What it is about, ${text}. ${names}` })
  description: string;
  @Field(() => ElectorateEnum, { description: 'Who votes.' })
  electorate: Electorate;
  @Field(() => ID, { description: 'The rule by which it is to be decided, which holds on the day.' })
  deliberationRule: string;
  @Field(() => [ID], {
    nullable: true,
    description: 'The requests that led to it, at most 50, each of the class `MIXED`.',
  })
  requests?: string[] | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was proposed; today unless told.' })
  on?: string | null;
}

@InputType()
abstract class DeliberationStepInput extends StepInput {
  @Field(() => ID, { description: 'The deliberation.' })
  deliberation: string;
}

@InputType('ReviseDeliberationInput', { description: 'What a deliberation asks from now on.' })
export class ReviseDeliberationInput extends DeliberationStepInput {
  @Field(() => String, { description: `The question that is voted on, at most 200 characters. ${names}` })
  question: string;
  @Field(() => String, { description: `What it is about, ${text}. ${names}` })
  description: string;
  @Field(() => ID, { description: 'The rule by which it is to be decided.' })
  deliberationRule: string;
}

@InputType()
abstract class NamedVotersInput extends DeliberationStepInput {
  @Field(() => [ID], { nullable: true, description: 'Households, where these vote; at most 500.' })
  households?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'People of the town, where these vote; at most 500.' })
  people?: string[] | null;
  @Field(() => String, { description: `Why, ${text}. ${names}` })
  reason: string;
}

@InputType('AddDeliberationVotersInput', {
  description: 'Who is to vote beside the households of the unit, or, of people, at all.',
})
export class AddVotersInput extends NamedVotersInput {}

@InputType('LeaveOutDeliberationVotersInput', { description: 'Who is not to vote.' })
export class LeaveOutVotersInput extends NamedVotersInput {}

@InputType('OpenDeliberationInput', { description: 'That the vote begins now, and when it closes.' })
export class OpenDeliberationInput extends VersionedInput {
  @Field(() => ID, { description: 'The deliberation.' })
  deliberation: string;
  @Field(() => DateTimeScalar, { description: 'When it closes by itself: ahead, within 366 days.' })
  closesAt: Date;
}

@InputType('HoldDeliberationMeetingInput', { description: 'A meeting that was held.' })
export class HoldMeetingInput extends DeliberationStepInput {
  @Field(() => MeetingKindEnum, { description: 'Whose meeting it was.' })
  kind: MeetingKind;
  @Field(() => String, { description: 'Where, at most 100 characters.' })
  place: string;
  @Field(() => Int, { description: 'How many came, 1 to 10,000.' })
  present: number;
  @Field(() => String, { description: `What was said and agreed, at most 1,800 characters. ${names}` })
  minutes: string;
}

@InputType('GiveDeliberationEvidenceInput', { description: 'That the minutes of a meeting go to a request.' })
export class GiveEvidenceInput extends KeyedInput {
  @Field(() => ID, { description: 'The meeting.' })
  meeting: string;
  @Field(() => ID, { description: 'A request that led to the deliberation, and that somebody holds.' })
  request: string;
}

@InputType('DecideDeliberationInput', { description: 'That the rule decides.' })
export class DecideDeliberationInput extends DeliberationStepInput {}

@InputType()
abstract class WorkInput extends DeliberationStepInput {
  @Field(() => String, { description: `What is to be told of the work, ${text}. ${names}` })
  report: string;
}

@InputType('BeginDeliberatedWorkInput', { description: 'That the work begins.' })
export class BeginWorkInput extends WorkInput {}

@InputType('ReportDeliberatedWorkInput', { description: 'How far the work is.' })
export class ReportWorkInput extends WorkInput {}

@InputType('FinishDeliberatedWorkInput', { description: 'That the work is done.' })
export class FinishWorkInput extends WorkInput {}

@InputType('CheckDeliberatedWorkInput', { description: 'How it is after the work.' })
export class CheckWorkInput extends WorkInput {}

@InputType('CallOffDeliberationInput', { description: 'That nothing comes of it.' })
export class CallOffInput extends DeliberationStepInput {
  @Field(() => String, { description: `Why, ${text}. ${names}` })
  reason: string;
}

@ObjectType('DeliberationPayload', { description: 'A deliberation that was changed.' })
export class DeliberationPayload {
  @Field(() => DeliberationType, { description: 'The deliberation as it is now.' })
  deliberation: DeliberationType;
}

@InputType('DeliberationFilter', { description: 'Which deliberations are listed.' })
export class DeliberationFilter {
  @Field(() => [DeliberationStateEnum], { nullable: true, description: 'Only those in one of these states.' })
  state?: DeliberationState[] | null;
  @Field(() => ID, { nullable: true, description: 'Only those of a unit and of what is under it.' })
  unit?: string | null;
  @Field(() => PeriodInput, { nullable: true, description: 'Only those proposed in a period.' })
  proposed?: PeriodInput | null;
  @Field(() => String, { nullable: true, description: 'Only those whose question has this text.' })
  text?: string | null;
}

@ArgsType()
export class DeliberationsArgs extends PageArgs {
  @Field(() => DeliberationFilter, { nullable: true, description: 'Which deliberations; all unless told.' })
  filter?: DeliberationFilter | null;
}
