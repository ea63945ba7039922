import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { ReliefSourceEnum } from '../relief-funds/relief-fund.type.ts';
import type { ReliefSource } from '../relief-funds/relief-sources.ts';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { MoneyScalar } from '../schema/money.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { StepInput } from '../schema/step.input.ts';
import { PayWayEnum, ReliefApplicationType, ReliefStateEnum } from './relief.type.ts';
import type { PayWay, ReliefState } from './relief-states.ts';

const text = 'at most 2,000 characters';
const campaign = 'The round within which it is applied for, whose days hold the day; none unless told.';

@InputType('ApplyForReliefInput', { description: 'What a household applies for.' })
export class ApplyForReliefInput extends KeyedInput {
  @Field(() => ID, { description: 'The household.' })
  household: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The member for whom it is, who is in the household on the day; all of it unless told.',
  })
  resident?: string | null;
  @Field(() => ID, { description: 'What for: an item of the town that is in use on the day.' })
  item: string;
  @Field(() => ID, { nullable: true, description: campaign })
  campaign?: string | null;
  @Field(() => String, { description: `Why it is needed, ${text}. No findings about health.` })
  reason: string;
  @Field(() => MoneyScalar, { description: 'What is asked for.' })
  amount: number;
  @Field(() => DateScalar, { nullable: true, description: 'The day of the application; today unless told.' })
  on?: string | null;
}

@InputType('ApplyForReliefTogetherInput', { description: 'What many households apply for, each the same.' })
export class ApplyForReliefTogetherInput extends KeyedInput {
  @Field(() => [ID], { description: 'The households of one town, 1 to 500 of them, each once.' })
  households: string[];
  @Field(() => ID, { description: 'What for: an item of the town that is in use on the day.' })
  item: string;
  @Field(() => ID, { nullable: true, description: campaign })
  campaign?: string | null;
  @Field(() => String, { description: `Why it is needed, ${text}. No findings about health, and nobody’s name.` })
  reason: string;
  @Field(() => MoneyScalar, { description: 'What is asked for each of them.' })
  amount: number;
  @Field(() => DateScalar, { nullable: true, description: 'The day of the applications; today unless told.' })
  on?: string | null;
}

@InputType()
abstract class ReliefStepInput extends StepInput {
  @Field(() => ID, { description: 'The application.' })
  reliefApplication: string;
}

@InputType()
abstract class ReliefStepsInput extends KeyedInput {
  @Field(() => [ID], { description: 'The applications of one town, 1 to 500 of them, each once.' })
  reliefApplications: string[];
  @Field(() => DateScalar, { nullable: true, description: 'The day of the step; today unless told.' })
  on?: string | null;
}

const total = 'as a check: where it is not what they come to, nothing is done.';

@InputType('EndorseReliefTogetherInput', { description: 'Applications that their unit endorses.' })
export class EndorseReliefTogetherInput extends ReliefStepsInput {
  @Field(() => String, { nullable: true, description: `What is to be said of each of them, ${text}.` })
  note?: string | null;
}

@InputType('ApproveReliefTogetherInput', {
  description: 'Applications that the town approves, each with what it asks for.',
})
export class ApproveReliefTogetherInput extends ReliefStepsInput {
  @Field(() => ID, { description: 'The fund of which they are granted.' })
  fund: string;
  @Field(() => MoneyScalar, { description: `What they ask for together, ${total}` })
  total: number;
  @Field(() => String, { nullable: true, description: `What is to be said of each of them, ${text}.` })
  note?: string | null;
}

@InputType('PayReliefTogetherInput', {
  description: 'Applications of which all that is granted and open was paid.',
})
export class PayReliefTogetherInput extends ReliefStepsInput {
  @Field(() => PayWayEnum, { description: 'How.' })
  way: PayWay;
  @Field(() => MoneyScalar, { description: `What was paid for them together, ${total}` })
  total: number;
}

@InputType('EndorseReliefInput', { description: 'An application that its unit endorses.' })
export class EndorseReliefInput extends ReliefStepInput {
  @Field(() => String, { nullable: true, description: `What is to be said of it, ${text}.` })
  note?: string | null;
}

@InputType('ReliefGrantInput', { description: 'What is granted of a fund.' })
export class ReliefGrantInput {
  @Field(() => ID, { description: 'The fund, each once.' })
  fund: string;
  @Field(() => MoneyScalar, { description: 'How much of it, at most what is free.' })
  amount: number;
}

@InputType('ApproveReliefInput', { description: 'An application that the town approves, with what is granted.' })
export class ApproveReliefInput extends ReliefStepInput {
  @Field(() => [ReliefGrantInput], { description: 'What is granted of which funds, 1 to 10 of them.' })
  grants: ReliefGrantInput[];
  @Field(() => String, { nullable: true, description: `What is to be said of it, ${text}.` })
  note?: string | null;
}

@InputType('RefuseReliefInput', { description: 'An application to refuse.' })
export class RefuseReliefInput extends ReliefStepInput {
  @Field(() => String, { description: `Why, ${text}.` })
  reason: string;
}

@InputType('WithdrawReliefInput', { description: 'An application to withdraw.' })
export class WithdrawReliefInput extends ReliefStepInput {
  @Field(() => String, { description: `Why, ${text}.` })
  reason: string;
}

@InputType('PayReliefInput', { description: 'Grants that were paid.' })
export class PayReliefInput extends ReliefStepInput {
  @Field(() => [ID], {
    nullable: true,
    description: 'The grants of the application that were paid; all that are neither paid nor taken back unless told.',
  })
  grants?: string[] | null;
  @Field(() => PayWayEnum, { description: 'How.' })
  way: PayWay;
}

@InputType('CancelReliefInput', { description: 'Grants that are not paid, to take back.' })
export class CancelReliefInput extends ReliefStepInput {
  @Field(() => String, { description: `Why, ${text}.` })
  reason: string;
}

@ObjectType('ReliefPayload', { description: 'The application as the step left it.' })
export class ReliefPayload {
  @Field(() => ReliefApplicationType, { description: 'The application.' })
  reliefApplication: ReliefApplicationType;
}

@ObjectType('ReliefTogetherPayload', { description: 'Applications as a step with all of them left them.' })
export class ReliefTogetherPayload {
  @Field(() => [ReliefApplicationType], { description: 'The applications, in the order of the input.' })
  reliefApplications: ReliefApplicationType[];
}

@InputType('ReliefGrantedFilter', {
  description: 'Of which something was granted and not taken back: what a sum of relief is made of.',
})
export class ReliefGrantedFilter {
  @Field(() => PeriodInput, { description: 'Approved in this period.' })
  period: PeriodInput;
  @Field(() => ReliefSourceEnum, { nullable: true, description: 'Of funds of this source.' })
  source?: ReliefSource | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'To a household of a block that stood in this unit, or under it, when it was approved, carried along restructurings to the units of today.',
  })
  unit?: string | null;
}

@InputType('ReliefFilter', { description: 'Which applications: those for which all holds that is told.' })
export class ReliefFilter {
  @Field(() => [ReliefStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: ReliefState[] | null;
  @Field(() => ID, { nullable: true, description: 'Of a household that stands in this unit today, or under it.' })
  unit?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'For an item of this category; of a sensitive one only in an operation with `@purpose`.',
  })
  category?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'For this item; of a sensitive category only in an operation with `@purpose`.',
  })
  item?: string | null;
  @Field(() => ID, { nullable: true, description: 'Within this campaign.' })
  campaign?: string | null;
  @Field(() => PeriodInput, { nullable: true, description: 'Applied for in this period.' })
  applied?: PeriodInput | null;
  @Field(() => ReliefGrantedFilter, { nullable: true, description: 'Of which something was granted.' })
  granted?: ReliefGrantedFilter | null;
}

@ArgsType()
export class ReliefApplicationsArgs extends PageArgs {
  @Field(() => ReliefFilter, { nullable: true, description: 'Which to list.' })
  filter?: ReliefFilter | null;
}
