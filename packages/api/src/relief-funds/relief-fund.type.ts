import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { MoneyScalar } from '../schema/money.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { type ReliefSource, reliefSources } from './relief-sources.ts';

export const ReliefSourceEnum = enumOf(reliefSources);
registerEnumType(ReliefSourceEnum, {
  name: 'ReliefSource',
  description: 'Where the money of a fund of relief comes from 资金来源.',
  valuesConfig: {
    FISCAL: { description: 'The budget of the town or above it 财政.' },
    CHARITY: { description: 'A charity, such as the charity foundation’s branch 慈善.' },
    PARTY_DUES: { description: 'Party dues and the Party’s care fund 党费.' },
    UNION: { description: 'The trade union 工会.' },
    DONATION: { description: 'A donation of an enterprise or of people 社会捐赠.' },
    OTHER: { description: 'Elsewhere 其他.' },
  },
});

@ObjectType('ReliefFund', {
  implements: NodeType,
  description:
    'A fund of relief 帮困资金 of a year: what there is, what is granted of it and what of that is paid. What is granted is never more than there is, however many grant at once.',
})
export class ReliefFundType extends NodeType {
  typename: 'ReliefFund';
  townId: number;
  uuid: string;
  @Field(() => Int, { description: 'The year whose fund it is.' })
  year: number;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => ReliefSourceEnum, { description: 'Where its money comes from.' })
  source: ReliefSource;
  @Field(() => MoneyScalar, { description: 'What there is: all its entries together 预算.' })
  budget: number;
  @Field(() => MoneyScalar, { description: 'What is granted of it 已批准, with what is paid.' })
  committed: number;
  @Field(() => MoneyScalar, { description: 'What is paid 已发放.' })
  paid: number;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which nothing is granted of it any more; null while it is in use.',
  })
  closedOn: string | null;
  @Field(() => Int, { description: 'Grows when it becomes more or less, or is closed; give it as `expectedVersion`.' })
  version: number;
}

@ObjectType('ReliefFundEntry', { description: 'That a fund became more or less 预算调整, and why. Never changed.' })
export class ReliefFundEntryType {
  townId: number;
  recordedById: string;
  @Field(() => Int, { description: 'Its place among those of the fund, from 1.' })
  seq: number;
  @Field(() => MoneyScalar, { description: 'By how much; less than nothing where it became less.' })
  amount: number;
  @Field(() => MoneyScalar, { description: 'What there was after it.' })
  budget: number;
  @Field(() => String, { nullable: true, description: 'Why; of the first entry only where it was told.' })
  reason: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
}
