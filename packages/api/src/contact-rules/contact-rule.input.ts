import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import type { VisitWay } from '../visits/visit.entity.ts';
import { VisitWayEnum } from '../visits/visit.type.ts';
import { ContactRuleType } from './contact-rule.type.ts';

@InputType('SetContactRuleInput', { description: 'How households are to be contacted from a day on.' })
export class SetContactRuleInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The category whose households it is for; every household unless told.',
  })
  category?: string | null;
  @Field(() => Int, { nullable: true, description: 'So many months after the last contact the next is due, 1 to 24.' })
  everyMonths?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Within so many days the first contact is due once a household comes into the category, 0 to 60.',
  })
  firstWithinDays?: number | null;
  @Field(() => [VisitWayEnum], { description: 'The ways in which a contact counts, at least one.' })
  ways: VisitWay[];
  @Field(() => String, { nullable: true, description: 'What to bear in mind, in one line of at most 200 characters.' })
  note?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day; today unless told. It holds until the next rule that is settled for a later day.',
  })
  from?: string | null;
}

@InputType('EndContactRuleInput', { description: 'A contact rule that is to hold no more.' })
export class EndContactRuleInput extends KeyedInput {
  @Field(() => ID, { description: 'The rule.' })
  rule: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
}

@ObjectType('ContactRulesPayload', { description: 'The rules as the change left them.' })
export class ContactRulesPayload {
  @Field(() => [ContactRuleType], {
    description: 'All rules of that category, or of every household, that hold over some period, oldest first.',
  })
  contactRules: ContactRuleType[];
}
