import { Field, Int, ObjectType } from 'type-graphql';
import { DecimalScalar } from '../schema/scalars.ts';

@ObjectType('DerivedNumber', { description: 'What the records of a town give 台账数.' })
export class DerivedNumberType {
  @Field(() => Int, { description: 'How many.' })
  numerator: number;
  @Field(() => Int, { nullable: true, description: 'Of a rate, how many it counts among; null of a plain count.' })
  denominator: number | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The count, or the quotient to six digits; null of a rate that counts among none.',
  })
  value: string | null;
  @Field(() => String, { nullable: true, description: 'As people write it; null of a rate that counts among none.' })
  rounded: string | null;
}
