import { Field, Int, ObjectType } from 'type-graphql';
import { ReliefSourceEnum } from '../relief-funds/relief-fund.type.ts';
import type { ReliefSource } from '../relief-funds/relief-sources.ts';
import { MoneyScalar } from '../schema/money.ts';

@ObjectType('ReliefOfSource', { description: 'What a household was granted in a year from one source.' })
export class ReliefOfSourceType {
  @Field(() => ReliefSourceEnum, { description: 'Where the money comes from.' })
  source: ReliefSource;
  @Field(() => MoneyScalar, { description: 'How much was granted.' })
  granted: number;
}

@ObjectType('ReliefOfYear', {
  description: 'What a household was granted in a year, from all sources together, without what was taken back.',
})
export class ReliefOfYearType {
  @Field(() => Int, { description: 'The year of the approvals.' })
  year: number;
  @Field(() => MoneyScalar, { description: 'How much was granted.' })
  granted: number;
  @Field(() => MoneyScalar, { description: 'How much of that is paid.' })
  paid: number;
  @Field(() => [ReliefOfSourceType], { description: 'The same by source, the largest first.' })
  sources: ReliefOfSourceType[];
}
