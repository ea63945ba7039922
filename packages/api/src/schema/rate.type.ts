import { Field, Int, ObjectType } from 'type-graphql';
import { DecimalScalar } from './scalars.ts';

@ObjectType('Rate', { description: 'How many of how many.' })
export class RateType {
  @Field(() => Int, { description: 'How many.' })
  numerator: number;
  @Field(() => Int, { description: 'Of how many.' })
  denominator: number;
  @Field(() => DecimalScalar, { nullable: true, description: 'The quotient to six digits; null of none.' })
  value: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'In per cent, to a tenth, a half rounded up, such as `98.6 %`; null of none.',
  })
  rounded: string | null;
}
