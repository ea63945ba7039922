import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { PointsVersionType } from './activity.type.ts';
import { type RedemptionState, type RewardKind, redemptionStates, rewardKinds } from './volunteer-states.ts';

export const RewardKindEnum = enumOf(rewardKinds);
registerEnumType(RewardKindEnum, {
  name: 'RewardKind',
  description: 'What points are spent on.',
  valuesConfig: {
    SERVICE: { description: 'A service 服务, such as a repair or company for the elderly.' },
    GOODS: { description: 'Goods of the volunteer shop 志愿者超市, of which there are so many.' },
  },
});

@ObjectType('Reward', {
  description: 'Something that points are spent on 兑换项目 in a town’s own list, with what it costs.',
})
export class RewardType {
  townId: number;
  uuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => RewardKindEnum, { description: 'Whether it is a service or goods.' })
  kind: RewardKind;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => [PointsVersionType], { description: 'What one of it costs 兑换标准, the first day first.' })
  prices: PointsVersionType[];
  @Field(() => Int, {
    nullable: true,
    description:
      'How many goods are on the shelf 库存: never fewer than none, however many spend at once. Null for a service.',
  })
  stock: number | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is not to be had any more; null while it is.',
  })
  endedOn: string | null;
}

export const RedemptionStateEnum = enumOf(redemptionStates);
registerEnumType(RedemptionStateEnum, {
  name: 'RedemptionState',
  description: 'What has become of what points were spent on.',
  valuesConfig: {
    ORDERED: { description: 'It is to be done or handed over 待办理; the points are spent.' },
    FULFILLED: { description: 'It was done or handed over 已办理.' },
    CANCELLED: {
      description: 'It was taken back 已取消: the points are given back, and goods are on the shelf again.',
    },
  },
});

@ObjectType('Redemption', {
  implements: NodeType,
  description: 'That a volunteer spent points 积分兑换, and what has become of it. Seen by whoever sees the volunteer.',
})
export class RedemptionType extends NodeType {
  typename: 'Redemption';
  townId: number;
  uuid: string;
  volunteerUuid: string;
  rewardUuid: string;
  recordedById: string;
  settledById: string | null;
  @Field(() => Int, { description: 'How many.' })
  quantity: number;
  @Field(() => Int, { description: 'What all of it cost, at the price of the day.' })
  points: number;
  @Field(() => RedemptionStateEnum, { description: 'What has become of it.' })
  state: RedemptionState;
  @Field(() => DateScalar, { description: 'The day on which the points were spent.' })
  redeemedOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was done, handed over or taken back; null while it is to be.',
  })
  settledAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  cancelledBecause: string | null;
}

export const RedemptionConnectionType = connectionType(() => RedemptionType, 'Redemption');
