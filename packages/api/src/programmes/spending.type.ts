import { Field, ObjectType } from 'type-graphql';
import { MoneyScalar } from '../schema/money.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';

@ObjectType('ProgrammeSpending', { description: 'What was spent for a programme 支出. Never changed.' })
export class ProgrammeSpendingType {
  townId: number;
  recordedById: string;
  @Field(() => MoneyScalar, { description: 'How much; less than nothing where something was taken back.' })
  amount: number;
  @Field(() => DateScalar, { description: 'The day on which it was spent.' })
  spentOn: string;
  @Field(() => String, { description: 'For what.' })
  text: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
}
