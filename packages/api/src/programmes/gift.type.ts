import { Field, ID, ObjectType } from 'type-graphql';
import { MoneyScalar } from '../schema/money.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';

@ObjectType('ProgrammeGift', {
  description:
    'What was given for a programme 捐赠: money or goods. One that was put down wrongly is withdrawn, and stays.',
})
export class ProgrammeGiftType {
  townId: number;
  uuid: string;
  partnerUuid: string | null;
  recordedById: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => MoneyScalar, { nullable: true, description: 'How much money; null for goods.' })
  amount: number | null;
  @Field(() => String, { nullable: true, description: 'Which goods and how many: 大米 50 袋; null for money.' })
  goods: string | null;
  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'What the goods are worth 折价; null where that is not said.',
  })
  worth: number | null;
  @Field(() => DateScalar, { description: 'The day on which it was given.' })
  givenOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn; null unless it was.' })
  withdrawnAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null unless it was.' })
  withdrawnBecause: string | null;
}
