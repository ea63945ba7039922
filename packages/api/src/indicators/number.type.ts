import { Field, Int, ObjectType } from 'type-graphql';
import { DecimalScalar } from '../schema/scalars.ts';

/** A number of an indicator, as `numberOf` makes it. */
@ObjectType()
export abstract class NumberType {
  @Field(() => Int, {
    nullable: true,
    description:
      'How many. Null where it is suppressed, which happens to applications alone: see `Indicator.suppressedBelow`.',
  })
  numerator: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Of a rate, how many it counts among; null of a plain count, or where it is suppressed.',
  })
  denominator: number | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The count, or, of a rate, the quotient to six digits, a half rounded up; null of a rate that counts among none, or where it is suppressed.',
  })
  value: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'As people write it: `494`; of a rate, per cent to a tenth, a half rounded up, such as `98.6 %`, or, to a hundred, `235.0`; null of a rate that counts among none or is suppressed; a suppressed count is `<5`.',
  })
  rounded: string | null;
}
