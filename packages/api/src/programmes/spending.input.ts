import { Field, ID, InputType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { MoneyScalar } from '../schema/money.ts';
import { DateScalar } from '../schema/scalars.ts';

@InputType('RecordProgrammeSpendingInput', {
  description:
    'What was spent for a programme. What was put down wrongly is taken back by an amount that is less than nothing.',
})
export class RecordProgrammeSpendingInput extends KeyedInput {
  @Field(() => ID, { description: 'The programme.' })
  programme: string;
  @Field(() => MoneyScalar, { description: 'How much; less than nothing takes back, at most what was spent.' })
  amount: number;
  @Field(() => String, { description: 'For what, at most 60 characters. Nobody’s name.' })
  text: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it was spent, not ahead; today unless told.',
  })
  on?: string | null;
}
