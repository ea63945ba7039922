import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { HouseholdType } from './household.type.ts';

const addressIs =
  'At most 120 characters, such as 幸福路12弄3号501室; full-width letters and digits become plain ones.';

@InputType('RegisterHouseholdsInput', { description: 'Households to register in a block.' })
export class RegisterHouseholdsInput extends KeyedInput {
  @Field(() => ID, { description: 'The geographic block that holds them.' })
  block: string;
  @Field(() => [String], {
    description:
      'The town’s own number 户号 of each, 1 to 1,000 numbers of at most 40 characters, unique in the town. Full-width letters and digits become plain ones.',
  })
  codes: string[];
  @Field(() => DateScalar, { nullable: true, description: 'Their first day; today unless told.' })
  from?: string | null;
}

@InputType('MoveHouseholdInput', { description: 'A move of a household to another block.' })
export class MoveHouseholdInput extends VersionedInput {
  @Field(() => ID, { description: 'The household.' })
  household: string;
  @Field(() => ID, { description: 'The geographic block that holds it from then on, until its next move.' })
  block: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day there; today unless told.' })
  from?: string | null;
  @Field(() => String, { nullable: true, description: `Where it lives from then on. ${addressIs}` })
  address?: string | null;
}

@InputType('SetAddressInput', { description: 'Where a household lives.' })
export class SetAddressInput extends KeyedInput {
  @Field(() => ID, { description: 'The household.' })
  household: string;
  @Field(() => String, { description: `The address 住址. ${addressIs}` })
  address: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day there; today unless told.' })
  from?: string | null;
  @Field(() => ID, { nullable: true, description: 'The visit to the household at which it was learnt.' })
  visit?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'The household’s `version` that the caller saw; refused with CONFLICT, with both addresses, where somebody set another address since.',
  })
  expectedVersion?: number | null;
}

@InputType('EndHouseholdInput', { description: 'A household that leaves the town.' })
export class EndHouseholdInput extends VersionedInput {
  @Field(() => ID, { description: 'The household.' })
  household: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
}

@InputType('PlaceInOverlayInput', { description: 'A household to place in a block of an overlay.' })
export class PlaceInOverlayInput extends KeyedInput {
  @Field(() => ID, { description: 'The household.' })
  household: string;
  @Field(() => ID, { description: 'The overlay’s block that holds it from then on, until its next one there.' })
  block: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The group head 组长 who looks after it there: a GROUP_HEAD of a team of that block on the first day.',
  })
  head?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The first day there; today unless told.' })
  from?: string | null;
}

@InputType('RemoveFromOverlayInput', { description: 'A household to take out of an overlay.' })
export class RemoveFromOverlayInput extends KeyedInput {
  @Field(() => ID, { description: 'The household.' })
  household: string;
  @Field(() => ID, { description: 'The overlay.' })
  overlay: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it there; today unless told.' })
  on?: string | null;
}

@ObjectType('RegisterHouseholdsPayload', { description: 'What `registerHouseholds` did.' })
export class RegisterHouseholdsPayload {
  @Field(() => [HouseholdType], { description: 'The households, in the order of their numbers in the input.' })
  households: HouseholdType[];
}

@ObjectType('HouseholdPayload', { description: 'The household as the change left it.' })
export class HouseholdPayload {
  @Field(() => HouseholdType, { description: 'The household.' })
  household: HouseholdType;
}
