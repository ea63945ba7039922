import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { RedemptionStateEnum, RedemptionType, RewardKindEnum, RewardType } from './reward.type.ts';
import { VolunteerType } from './volunteer.type.ts';
import type { RedemptionState, RewardKind } from './volunteer-states.ts';

@InputType('AddRewardInput', { description: 'Something that points are to be spent on, to put on a town’s list.' })
export class AddRewardInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => RewardKindEnum, { description: 'Whether it is a service or goods. It stays so.' })
  kind: RewardKind;
  @Field(() => String, { description: 'Its name, at most 60 characters.' })
  name: string;
  @Field(() => Int, { description: 'What one of it costs, 1 to 10,000.' })
  points: number;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is to be had; today unless told.',
  })
  from?: string | null;
}

@InputType('SetRewardPriceInput', { description: 'What something is to cost.' })
export class SetRewardPriceInput extends KeyedInput {
  @Field(() => ID, { description: 'What points are spent on.' })
  reward: string;
  @Field(() => Int, { description: 'What one of it costs, 1 to 10,000.' })
  points: number;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day on which it costs that, tomorrow at the earliest and unless told; what was to begin on that day or later never holds.',
  })
  from?: string | null;
}

@InputType('StockRewardInput', { description: 'Goods that come to the shelf, or are gone from it.' })
export class StockRewardInput extends KeyedInput {
  @Field(() => ID, { description: 'The goods.' })
  reward: string;
  @Field(() => Int, {
    description: 'How many come, up to 100,000; less than nothing where they are gone, never more than there are.',
  })
  quantity: number;
  @Field(() => String, { description: 'From whom, or why, at most 200 characters.' })
  reason: string;
}

@InputType('EndRewardInput', { description: 'Something that is not to be had any more, from today on.' })
export class EndRewardInput extends KeyedInput {
  @Field(() => ID, { description: 'What points are spent on.' })
  reward: string;
}

@ObjectType('RewardPayload', { description: 'What points are spent on, as the change left it.' })
export class RewardPayload {
  @Field(() => RewardType, { description: 'What points are spent on.' })
  reward: RewardType;
}

@InputType('RedeemPointsInput', { description: 'What a volunteer spends points on.' })
export class RedeemPointsInput extends KeyedInput {
  @Field(() => ID, { description: 'The volunteer.' })
  volunteer: string;
  @Field(() => ID, { description: 'What points are spent on.' })
  reward: string;
  @Field(() => Int, { nullable: true, description: 'How many, 1 to 100; one unless told.' })
  quantity?: number | null;
}

@InputType('FulfilRedemptionInput', { description: 'What was done or handed over.' })
export class FulfilRedemptionInput extends KeyedInput {
  @Field(() => ID, { description: 'What points were spent on, not settled yet.' })
  redemption: string;
}

@InputType('CancelRedemptionInput', { description: 'What is taken back.' })
export class CancelRedemptionInput extends KeyedInput {
  @Field(() => ID, { description: 'What points were spent on, not settled yet.' })
  redemption: string;
  @Field(() => String, { description: 'Why, at most 200 characters; the volunteer’s statement says so.' })
  reason: string;
}

@ObjectType('RedemptionPayload', {
  description: 'What points were spent on, and the volunteer, as the change left them.',
})
export class RedemptionPayload {
  @Field(() => RedemptionType, { description: 'What points were spent on.' })
  redemption: RedemptionType;
  @Field(() => VolunteerType, { description: 'The volunteer.' })
  volunteer: VolunteerType;
}

@InputType('RedemptionFilter', { description: 'Which redemptions: those for which all holds that is told.' })
export class RedemptionFilter {
  @Field(() => [RedemptionStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: RedemptionState[] | null;
  @Field(() => ID, { nullable: true, description: 'Of this volunteer.' })
  volunteer?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of volunteers of this unit today, or of one under it.' })
  unit?: string | null;
}

@ArgsType()
export class RedemptionsArgs extends PageArgs {
  @Field(() => RedemptionFilter, { nullable: true, description: 'Which to list.' })
  filter?: RedemptionFilter | null;
}
