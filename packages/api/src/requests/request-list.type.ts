import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { HandlingClass } from '../handling/classes.ts';
import { HandlingClassEnum, RequestLevelEnum, RequestStateEnum, SatisfactionEnum } from '../handling/handling.type.ts';
import type { RequestLevel } from '../handling/levels.ts';
import type { RequestState, Satisfaction } from '../handling/transitions.ts';
import { PageArgs } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { RateType } from '../schema/rate.type.ts';
import type { RequestSource } from './request.entity.ts';
import { RequestSourceEnum } from './request.type.ts';

@InputType('RequestFilter', { description: 'Which requests: those for which all holds that is told.' })
export class RequestFilter {
  @Field(() => [RequestStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: RequestState[] | null;
  @Field(() => [RequestLevelEnum], { nullable: true, description: 'At one of these levels.' })
  level?: RequestLevel[] | null;
  @Field(() => [RequestSourceEnum], { nullable: true, description: 'From one of these sources.' })
  source?: RequestSource[] | null;
  @Field(() => [HandlingClassEnum], { nullable: true, description: 'Of one of these classes.' })
  handlingClass?: HandlingClass[] | null;
  @Field(() => [SatisfactionEnum], {
    nullable: true,
    description: 'With one of these answers at the latest follow-up.',
  })
  satisfaction?: Satisfaction[] | null;
  @Field(() => ID, { nullable: true, description: 'Standing today in this unit or under it.' })
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'Held, or held last, by this person.' })
  holder?: string | null;
  @Field(() => ID, { nullable: true, description: 'About this subject.' })
  subject?: string | null;
  @Field(() => ID, { nullable: true, description: 'Referred, now or last, to this party outside.' })
  party?: string | null;
  @Field(() => ID, { nullable: true, description: 'Concerning this household. Takes HOUSEHOLD_READ.' })
  household?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Overdue today, or not.' })
  overdue?: boolean | null;
  @Field(() => PeriodInput, { nullable: true, description: 'Raised in this period.' })
  raised?: PeriodInput | null;
  @Field(() => PeriodInput, { nullable: true, description: 'Handled in this period.' })
  handled?: PeriodInput | null;
  @Field(() => String, { nullable: true, description: 'With this number, such as R2026-000123 or 2026-123.' })
  number?: string | null;
}

export const requestOrders = ['LATEST', 'DUE'] as const;
const RequestOrderEnum = enumOf(requestOrders);
registerEnumType(RequestOrderEnum, {
  name: 'RequestOrder',
  description: 'In which order requests are listed.',
  valuesConfig: {
    LATEST: { description: 'The latest first, by the day on which they were raised.' },
    DUE: { description: 'Those first whose deadline is the nearest, or has been over the longest.' },
  },
});

@ArgsType()
export class RequestsArgs extends PageArgs {
  @Field(() => RequestFilter, { nullable: true, description: 'Which to list.' })
  filter?: RequestFilter | null;
  @Field(() => RequestOrderEnum, { defaultValue: 'LATEST', description: 'In which order.' })
  orderBy: (typeof requestOrders)[number];
}

const rateGroups = ['WORKER', 'LEVEL', 'SOURCE', 'SUBJECT', 'CLASS'] as const;
export type RateGroup = (typeof rateGroups)[number];
export const RateGroupEnum = enumOf(rateGroups);
registerEnumType(RateGroupEnum, {
  name: 'RequestRateGroup',
  description: 'By what requests are grouped for their rates.',
  valuesConfig: {
    WORKER: { description: 'By the person who holds them, or held them last.' },
    LEVEL: { description: 'By the level at which they are.' },
    SOURCE: { description: 'By how they reached the town.' },
    SUBJECT: { description: 'By what they are about.' },
    CLASS: { description: 'By their class of handling.' },
  },
});

@ObjectType('RequestRates', {
  description:
    'How some requests, those withdrawn left out, were handled. All rates have one denominator: how many there are. `requests` with the same filter and this group lists them.',
})
export class RequestRatesType {
  townId: number;
  workerUuid: string | null;
  subjectUuid: string | null;
  @Field(() => RequestLevelEnum, { nullable: true, description: 'The level, where grouped by it.' })
  level: RequestLevel | null;
  @Field(() => RequestSourceEnum, { nullable: true, description: 'The source, where grouped by it.' })
  source: RequestSource | null;
  @Field(() => HandlingClassEnum, {
    nullable: true,
    description: 'The class, where grouped by it; null also for those that have none yet.',
  })
  handlingClass: HandlingClass | null;
  @Field(() => Int, { description: 'How many there are.' })
  count: number;
  @Field(() => Int, { description: 'How many of them are overdue today.' })
  overdue: number;
  @Field(() => RateType, { description: 'Handled, and not opened again 办结率.' })
  completion: RateType;
  @Field(() => RateType, { description: 'Followed up after they were handled 回访率.' })
  followUp: RateType;
  @Field(() => RateType, { description: 'Satisfied or fairly satisfied at the latest follow-up 满意率.' })
  satisfaction: RateType;
  @Field(() => RateType, { description: 'Handled at the level of the block or the committee 基层解决率.' })
  grassroots: RateType;
}
