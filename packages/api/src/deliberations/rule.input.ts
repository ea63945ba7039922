import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { seenVersion } from '../schema/step.input.ts';
import type { ThresholdBase } from './deliberation-states.ts';
import { DeliberationRuleType, ThresholdBaseEnum } from './rule.type.ts';

@InputType()
abstract class RuleSaidInput extends KeyedInput {
  @Field(() => String, { description: 'Its name, at most 60 characters, of no other rule that holds.' })
  name: string;
  @Field(() => Int, { description: 'The numerator of the part that has to be for it, 1 to 1,000.' })
  numerator: number;
  @Field(() => Int, { description: 'The denominator, from the numerator to 1,000.' })
  denominator: number;
  @Field(() => Boolean, { nullable: true, description: 'Whether more than that part; at least it unless told.' })
  moreThan?: boolean | null;
  @Field(() => ThresholdBaseEnum, { description: 'Of whom it is a part.' })
  base: ThresholdBase;
  @Field(() => Int, {
    nullable: true,
    description:
      'The numerator of the part of all that has to vote, with `turnoutDenominator`; any number unless told.',
  })
  turnoutNumerator?: number | null;
  @Field(() => Int, { nullable: true, description: 'The denominator of that part.' })
  turnoutDenominator?: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day from which it holds; today unless told.' })
  from?: string | null;
}

@InputType('AddDeliberationRuleInput', { description: 'A rule of deliberation for a town’s list.' })
export class AddDeliberationRuleInput extends RuleSaidInput {
  @Field(() => RegisterCodeScalar, { description: 'The town.' })
  town: string;
}

@InputType('ReviseDeliberationRuleInput', { description: 'What a rule of deliberation says from a day on.' })
export class ReviseDeliberationRuleInput extends RuleSaidInput {
  @Field(() => ID, { description: 'The rule.' })
  deliberationRule: string;
  @Field(() => Int, { nullable: true, description: seenVersion })
  expectedVersion?: number | null;
}

@InputType('EndDeliberationRuleInput', { description: 'That nothing is opened under a rule any more.' })
export class EndDeliberationRuleInput extends KeyedInput {
  @Field(() => ID, { description: 'The rule.' })
  deliberationRule: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
}

@ObjectType('DeliberationRulePayload', { description: 'A rule of deliberation that was changed.' })
export class DeliberationRulePayload {
  @Field(() => DeliberationRuleType, { description: 'The rule as it is now.' })
  deliberationRule: DeliberationRuleType;
}
