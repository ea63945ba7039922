import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ReliefSourceEnum } from '../relief-funds/relief-fund.type.ts';
import type { ReliefSource } from '../relief-funds/relief-sources.ts';
import { enumOf } from '../schema/enum.ts';
import { MoneyScalar } from '../schema/money.ts';

/** What sums of relief can be told apart by. */
const reliefGroups = ['CATEGORY', 'ITEM', 'UNIT', 'CAMPAIGN', 'SOURCE'] as const;
export type ReliefGroup = (typeof reliefGroups)[number];

export const ReliefGroupEnum = enumOf(reliefGroups);
registerEnumType(ReliefGroupEnum, {
  name: 'ReliefGroup',
  description: 'What sums of relief are told apart by.',
  valuesConfig: {
    CATEGORY: { description: 'By category 类别.' },
    ITEM: { description: 'By item 项目.' },
    UNIT: {
      description:
        'By the unit above the block of the household 单位, such as its village or committee, carried along restructurings to those of today.',
    },
    CAMPAIGN: { description: 'By campaign 活动; what is of none together.' },
    SOURCE: { description: 'By source of the money 来源.' },
  },
});

@ObjectType('ReliefSum', {
  description:
    'What was granted in a period of one category, item, unit, campaign or source, without what was taken back.',
})
export class ReliefSumType {
  townId: number;
  categoryUuid: string | null;
  itemUuid: string | null;
  unitUuid: string | null;
  campaignUuid: string | null;
  @Field(() => ReliefSourceEnum, { nullable: true, description: 'The source, of sums by source.' })
  source: ReliefSource | null;
  @Field(() => Int, { description: 'How many households were granted something of it.' })
  households: number;
  @Field(() => Int, { description: 'How many applications were granted something of it 户次.' })
  applications: number;
  @Field(() => MoneyScalar, { description: 'How much was granted.' })
  granted: number;
  @Field(() => MoneyScalar, { description: 'How much of that is paid.' })
  paid: number;
}

@ObjectType('ReliefSums', { description: 'What was granted in a period, in all and by group.' })
export class ReliefSumsType {
  @Field(() => ReliefSumType, { description: 'All of it together.' })
  total: ReliefSumType;
  @Field(() => [ReliefSumType], { description: 'The same by group, the largest first.' })
  groups: ReliefSumType[];
}
