import { Field, ID, InputType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { MoneyScalar } from '../schema/money.ts';
import { DateScalar } from '../schema/scalars.ts';

@InputType('RecordProgrammeGiftInput', { description: 'What was given for a programme: money or goods.' })
export class RecordProgrammeGiftInput extends KeyedInput {
  @Field(() => ID, { description: 'The programme.' })
  programme: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The partner organisation that gave it; people who are not named unless told.',
  })
  partner?: string | null;
  @Field(() => MoneyScalar, { nullable: true, description: 'How much money; either this or `goods`.' })
  amount?: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'Which goods and how many, at most 60 characters: 大米 50 袋. Nobody’s name.',
  })
  goods?: string | null;
  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'What the goods are worth; nothing is said of it unless told.',
  })
  worth?: number | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it was given, not ahead; today unless told.',
  })
  on?: string | null;
}

@InputType('WithdrawProgrammeGiftInput', {
  description: 'A gift that was put down wrongly. It counts no more, and stays.',
})
export class WithdrawProgrammeGiftInput extends KeyedInput {
  @Field(() => ID, { description: 'The programme.' })
  programme: string;
  @Field(() => ID, { description: 'The gift, not withdrawn.' })
  gift: string;
  @Field(() => String, { description: 'Why, at most 2,000 characters. Nobody’s name.' })
  reason: string;
}
