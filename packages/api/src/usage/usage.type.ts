import { ArgsType, Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { PeriodInput, PeriodType } from '../schema/period.type.ts';
import { DateTimeScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import type { Counts } from './counts.ts';
import { type UsageStep, usageSteps } from './usage.entity.ts';

const UsageStepEnum = enumOf(usageSteps);
registerEnumType(UsageStepEnum, {
  name: 'UsageStep',
  description: 'The length of the steps by which usage is counted.',
  valuesConfig: {
    HOUR: { description: 'An hour 小时, kept for 7 days.' },
    DAY: { description: 'A day 日 in Asia/Shanghai, kept for 13 months.' },
  },
});

@ObjectType('UsageCounts', {
  description:
    'The usage of an application in numbers. An operation that names several towns counts in each of them, with an equal part of its points.',
})
export class UsageCountsType implements Counts {
  @Field(() => Float, {
    description: 'Operations 请求 of every outcome, including preflights, subscriptions that began and their events.',
  })
  operations: number;
  @Field(() => Float, { description: 'Those answered with an error other than a refusal by a limit.' })
  errors: number;
  @Field(() => Float, { description: 'Those refused because not enough points were left.' })
  overBudget: number;
  @Field(() => Float, { description: 'Those refused because of another limit.' })
  overLimit: number;
  @Field(() => Float, { description: 'Points 点数 reserved: the most that the operations that ran could have cost.' })
  asked: number;
  @Field(() => Float, { description: 'Points that were spent.' })
  used: number;
}

@ObjectType('UsageOfStep', { description: 'The usage of an application in an hour or a day.' })
export class UsageOfStepType {
  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  begins: Date;
  @Field(() => UsageCountsType, { description: 'The usage.' })
  counts: UsageCountsType;
}

@ObjectType('UsageInTown', { description: 'The usage of an application in a town.' })
export class UsageInTownType {
  townId: number;
  @Field(() => UsageCountsType, { description: 'The usage.' })
  counts: UsageCountsType;
}

@ObjectType('ApplicationUsage', {
  description:
    'The usage of an application 用量: in all, step by step, and town by town. It is updated every few seconds; what a process had counted when it was killed is missing.',
})
export class ApplicationUsageType {
  @Field(() => PeriodType, { description: 'The days that it covers.' })
  period: PeriodType;
  @Field(() => UsageCountsType, { description: 'The usage in all.' })
  total: UsageCountsType;
  @Field(() => [UsageOfStepType], {
    description: 'The steps with at least one operation, in order. Those that are no longer kept are missing.',
  })
  steps: UsageOfStepType[];
  @Field(() => [UsageInTownType], { description: 'The towns with at least one operation, by points used.' })
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
    description: 'Only in the town with this code; in all by default.',
  })
  town?: string | null;
}
