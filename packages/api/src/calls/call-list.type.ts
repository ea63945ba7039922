import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { RateType } from '../schema/rate.type.ts';
import { CallStateEnum } from './call.type.ts';
import type { CallState } from './call-states.ts';

@InputType('CallFilter', { description: 'Which calls: those for which all holds that is told.' })
export class CallFilter {
  @Field(() => ID, { nullable: true, description: 'To this hotline.' })
  hotline?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'That count for this unit, as it stands today, or for one under it.',
  })
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'Answered by this person.' })
  answeredBy?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this household.' })
  household?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'From this number, in an operation with `@purpose`; asking is recorded as a reading.',
  })
  telephone?: string | null;
  @Field(() => [CallStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: CallState[] | null;
  @Field(() => PeriodInput, { nullable: true, description: 'That rang in this period.' })
  called?: PeriodInput | null;
  @Field(() => Boolean, { nullable: true, description: 'That nobody answered when they rang, or somebody did.' })
  missed?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'That count as done, or do not.' })
  done?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'That were followed up, or were not.' })
  followedUp?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'With which somebody was satisfied or fairly satisfied, or the others.',
  })
  satisfied?: boolean | null;
}

@ArgsType()
export class CallsArgs extends PageArgs {
  @Field(() => CallFilter, { nullable: true, description: 'Which to list.' })
  filter?: CallFilter | null;
}

const callGroups = ['WORKER', 'HOTLINE'] as const;
export type CallGroup = (typeof callGroups)[number];
export const CallGroupEnum = enumOf(callGroups);
registerEnumType(CallGroupEnum, {
  name: 'CallRateGroup',
  description: 'By what calls are grouped for their rates.',
  valuesConfig: {
    WORKER: { description: 'By the person who answered them.' },
    HOTLINE: { description: 'By the hotline.' },
  },
});

@ObjectType('CallRates', {
  description:
    'What became of some calls, those withdrawn left out. All rates have one denominator: how many there are. `calls` with the same filter and this group lists them.',
})
export class CallRatesType {
  townId: number;
  workerUuid: string | null;
  hotlineUuid: string | null;
  @Field(() => Int, { description: 'How many there are.' })
  count: number;
  @Field(() => Int, { description: 'How many of them nobody answered when they rang.' })
  missed: number;
  @Field(() => RateType, { description: 'Answered, or all their requests handled, and not opened again 办结率.' })
  completion: RateType;
  @Field(() => RateType, { description: 'Followed up after they were answered, or all their requests were 回访率.' })
  followUp: RateType;
  @Field(() => RateType, { description: 'Satisfied or fairly satisfied at the latest follow-up 满意率.' })
  satisfaction: RateType;
}
