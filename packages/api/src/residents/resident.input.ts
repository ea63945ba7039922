import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { HouseholdType } from '../households/household.type.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { ResidentType } from './resident.type.ts';

const theTelephone =
  'A telephone number of China, mobile or fixed; spaces and hyphens are dropped. Eight digits are one of Shanghai.';
const theVisit = 'The visit to the household at which it was learnt.';
const theYear = 'The year of their birth, from 1900 on.';

@InputType('AddResidentInput', { description: 'A resident to add to a household.' })
export class AddResidentInput extends KeyedInput {
  @Field(() => ID, { description: 'The household.' })
  household: string;
  @Field(() => String, { description: 'Their name.' })
  name: string;
  @Field(() => Int, { nullable: true, description: theYear })
  birthYear?: number | null;
  @Field(() => String, { nullable: true, description: theTelephone })
  telephone?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether they are the household’s head 户主; not unless told.' })
  head?: boolean | null;
  @Field(() => DateScalar, { nullable: true, description: 'Their first day in it; today unless told.' })
  from?: string | null;
  @Field(() => ID, { nullable: true, description: theVisit })
  visit?: string | null;
}

@InputType('ReviseResidentInput', {
  description: 'What is known of a resident, as far as it is to change. What is left out stays; null takes it away.',
})
export class ReviseResidentInput extends KeyedInput {
  @Field(() => ID, { description: 'The resident.' })
  resident: string;
  @Field(() => String, { nullable: true, description: 'Their name; it cannot be taken away.' })
  name?: string | null;
  @Field(() => Int, { nullable: true, description: theYear })
  birthYear?: number | null;
  @Field(() => String, { nullable: true, description: theTelephone })
  telephone?: string | null;
  @Field(() => ID, { nullable: true, description: theVisit })
  visit?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'The `version` that the caller saw. What others changed since stays where the caller sends it as it was; where both changed it differently, all is refused with CONFLICT, with both values of each such field.',
  })
  expectedVersion?: number | null;
}

@InputType('ResidentLeavesInput', { description: 'A resident who leaves their household.' })
export class ResidentLeavesInput extends KeyedInput {
  @Field(() => ID, { description: 'The resident.' })
  resident: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without them; today unless told.' })
  on?: string | null;
  @Field(() => ID, { nullable: true, description: theVisit })
  visit?: string | null;
}

@InputType('MoveResidentInput', {
  description: 'A resident who goes from their household into another one of the town.',
})
export class MoveResidentInput extends KeyedInput {
  @Field(() => ID, { description: 'The resident.' })
  resident: string;
  @Field(() => ID, { description: 'The household that they go into.' })
  household: string;
  @Field(() => DateScalar, { nullable: true, description: 'Their first day there; today unless told.' })
  from?: string | null;
}

@InputType('ChangeHeadInput', { description: 'A member of a household who becomes its head.' })
export class ChangeHeadInput extends KeyedInput {
  @Field(() => ID, { description: 'The resident.' })
  resident: string;
  @Field(() => DateScalar, { nullable: true, description: 'Their first day as head; today unless told.' })
  from?: string | null;
  @Field(() => ID, { nullable: true, description: theVisit })
  visit?: string | null;
}

@InputType('SplitHouseholdInput', { description: 'Members of a household who found one of their own 分户.' })
export class SplitHouseholdInput extends KeyedInput {
  @Field(() => ID, { description: 'The household that they leave; somebody has to stay.' })
  household: string;
  @Field(() => [ID], { description: 'The members who go.' })
  residents: string[];
  @Field(() => String, { description: 'The town’s own number 户号 for the new household.' })
  code: string;
  @Field(() => ID, { nullable: true, description: 'The geographic block of the new one; the same unless told.' })
  block?: string | null;
  @Field(() => String, { nullable: true, description: 'Where the new one lives; not known unless told.' })
  address?: string | null;
  @Field(() => ID, { nullable: true, description: 'The head of the new one, out of those who go.' })
  newHead?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Its first day; today unless told.' })
  from?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'The `version` of the household that the caller saw; refused with CONFLICT where it has changed since.',
  })
  expectedVersion?: number | null;
}

@InputType('JoinHouseholdsInput', { description: 'Two households that become one 并户.' })
export class JoinHouseholdsInput extends KeyedInput {
  @Field(() => ID, { description: 'The household that goes on.' })
  household: string;
  @Field(() => ID, { description: 'The household that ends; all who are in it go into the other.' })
  joining: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day as one; today unless told.' })
  from?: string | null;
}

@ObjectType('ResidentPayload', { description: 'The resident as the change left them.' })
export class ResidentPayload {
  @Field(() => ResidentType, { description: 'The resident.' })
  resident: ResidentType;
}

@ObjectType('SplitHouseholdPayload', { description: 'What `splitHousehold` did.' })
export class SplitHouseholdPayload {
  @Field(() => HouseholdType, { description: 'The household that they left.' })
  household: HouseholdType;
  @Field(() => HouseholdType, { description: 'The household that they founded.' })
  founded: HouseholdType;
}

@ObjectType('JoinHouseholdsPayload', { description: 'What `joinHouseholds` did.' })
export class JoinHouseholdsPayload {
  @Field(() => HouseholdType, { description: 'The household that goes on.' })
  household: HouseholdType;
  @Field(() => HouseholdType, { description: 'The household that has ended.' })
  ended: HouseholdType;
}
