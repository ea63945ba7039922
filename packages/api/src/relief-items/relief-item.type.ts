import { Field, ID, ObjectType } from 'type-graphql';
import { MoneyScalar } from '../schema/money.ts';
import { DateScalar } from '../schema/scalars.ts';

@ObjectType('ReliefCategory', { description: 'A category of relief 帮困类别 in a town’s own list, such as 助困.' })
export class ReliefCategoryType {
  townId: number;
  uuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => Boolean, {
    description:
      'Whether it says something about health or disability, as 助医 and 助残 do: who was granted something of it is told only where it is needed.',
  })
  sensitive: boolean;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which nothing is granted under it any more; null while it is in use.',
  })
  endedOn: string | null;
}

@ObjectType('ReliefItem', { description: 'An item of relief 帮困项目 in a town’s own list, such as 大病救助.' })
export class ReliefItemType {
  townId: number;
  uuid: string;
  categoryUuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => MoneyScalar, { nullable: true, description: 'What is usually granted 标准, where the town says it.' })
  usualAmount: number | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which nobody applies for it any more; null while it is in use.',
  })
  endedOn: string | null;
}
