import { Field, Int, ObjectType } from 'type-graphql';
import { DecimalScalar } from '../schema/scalars.ts';

/** A number of an indicator, as `numberOf` makes it. */
@ObjectType()
export abstract class NumberType {
  @Field(() => Int, { description: 'How many.' })
  numerator: number;
  @Field(() => Int, { nullable: true, description: 'Of a rate, how many it counts among; null of a plain count.' })
  denominator: number | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The count, or, of a rate, the quotient to six digits, a half rounded up; null of a rate that counts among none.',
  })
  value: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'As people write it: `494`; of a rate, per cent to a tenth, a half rounded up, such as `98.6 %`, or, to a hundred, `235.0`; null of a rate that counts among none.',
  })
  rounded: string | null;
}
