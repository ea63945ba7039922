import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../schema/scalars.ts';

@ObjectType('ReliefCampaign', {
  description: 'A named round of relief 帮困活动 with its days, such as 2026年春节帮困.',
})
export class ReliefCampaignType {
  townId: number;
  uuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => DateScalar, { description: 'The first day on which is applied for within it.' })
  firstDay: string;
  @Field(() => DateScalar, { description: 'The last day on which is applied for within it.' })
  lastDay: string;
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}
