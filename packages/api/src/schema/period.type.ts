import { Field, InputType, ObjectType } from 'type-graphql';
import { badInput } from '../errors.ts';
import { DateScalar } from './scalars.ts';

@InputType('PeriodInput', { description: 'A period of days, the first and the last one included.' })
export class PeriodInput {
  @Field(() => DateScalar, { description: 'The first day.' })
  first: string;
  @Field(() => DateScalar, { description: 'The last day, not before the first.' })
  last: string;
}

@ObjectType('Period', { description: 'A period of days, the first and the last one included.' })
export class PeriodType {
  @Field(() => DateScalar, { description: 'The first day.' })
  first: string;
  @Field(() => DateScalar, { description: 'The last day.' })
  last: string;
}

/** Refuses a period that ends before it begins. Errors: BAD_INPUT on `field`.last. */
export function requirePeriod({ first, last }: PeriodInput, field: string): void {
  if (last < first) throw badInput(`${field}.last`, 'dateBeforeBeginning', { date: first });
}
