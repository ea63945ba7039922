import { ArgsType, Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { PeriodInput, PeriodType } from '../schema/period.type.ts';
import { DateTimeScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import type { Counts } from './counts.ts';
import { type UsageStep, usageSteps } from './usage.entity.ts';

const UsageStepEnum = enumOf(usageSteps);
registerEnumType(UsageStepEnum, {
  name: 'UsageStep',
  description: 'How long the steps are by which it is told what applications use.',
  valuesConfig: {
    HOUR: { description: 'An hour 小时, kept for 7 days.' },
    DAY: { description: 'A day 日 in Asia/Shanghai, kept for 13 months.' },
  },
});

@ObjectType('UsageCounts', {
  description:
    'What an application has asked for. An operation that names several towns counts in each of them, with an equal part of its points.',
})
export class UsageCountsType implements Counts {
  @Field(() => Float, {
    description: 'Operations 请求, however they ended; preflights, subscriptions that began and their events, too.',
  })
  operations: number;
  @Field(() => Float, { description: 'Of them, those answered with an error that was no refusal by a limit.' })
  errors: number;
  @Field(() => Float, { description: 'Of them, those refused because there were not enough points left.' })
  overBudget: number;
  @Field(() => Float, { description: 'Of them, those refused because they went beyond another limit.' })
  overLimit: number;
  @Field(() => Float, { description: 'Points 点数 that those let in could cost at the most.' })
  asked: number;
  @Field(() => Float, { description: 'Points that they cost.' })
  used: number;
}

@ObjectType('UsageOfStep', { description: 'What an application has asked for in an hour or a day.' })
export class UsageOfStepType {
  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  begins: Date;
  @Field(() => UsageCountsType, { description: 'What was asked for.' })
  counts: UsageCountsType;
}

@ObjectType('UsageInTown', { description: 'What an application has asked for in a town.' })
export class UsageInTownType {
  townId: number;
  @Field(() => UsageCountsType, { description: 'What was asked for.' })
  counts: UsageCountsType;
}

@ObjectType('ApplicationUsage', {
  description:
    'How much an application asks for 用量: in all, step by step, and town by town. It is written every few seconds; what a process had counted that was killed is not in it.',
})
export class ApplicationUsageType {
  @Field(() => PeriodType, { description: 'The days that it is of.' })
  period: PeriodType;
  @Field(() => UsageCountsType, { description: 'In all.' })
  total: UsageCountsType;
  @Field(() => [UsageOfStepType], {
    description: 'The steps in which something was asked for, in order. What is kept no more is missing.',
  })
  steps: UsageOfStepType[];
  @Field(() => [UsageInTownType], { description: 'The towns in which something was asked for, by points used.' })
  towns: UsageInTownType[];
}

@ArgsType()
export class UsageArgs {
  @Field(() => PeriodInput, { description: 'The days, at most 8 by hours and 400 by days.' })
  period: PeriodInput;
  @Field(() => UsageStepEnum, { description: 'The length of its steps.' })
  by: UsageStep;
}

@ArgsType()
export class ApplicationUsageArgs extends UsageArgs {
  @Field(() => RegisterCodeScalar, {
    nullable: true,
    description: 'Only in the town of this code; in all unless told.',
  })
  town?: string | null;
}
