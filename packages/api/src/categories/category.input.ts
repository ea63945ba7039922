import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import type { CategoryGroup } from './category.entity.ts';
import { CategoryGroupEnum, CategoryType } from './category.type.ts';

const position = 'Where it stands among those of its group, 1 to 999';

@InputType('AddCategoryInput', { description: 'A category to add to a town’s list.' })
export class AddCategoryInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: 'Its name, at most 60 characters; no other has it at the time.' })
  name: string;
  @Field(() => CategoryGroupEnum, { description: 'What it is for.' })
  group: CategoryGroup;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it says something about health or disability. Cannot be changed later; no unless told, which is for the town to decide with care.',
  })
  sensitive?: boolean | null;
  @Field(() => Int, { nullable: true, description: `${position}; the last unless told.` })
  position?: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'Its first day; today unless told.' })
  from?: string | null;
}

@InputType('ReviseCategoryInput', { description: 'What to change of a category, also for its past.' })
export class ReviseCategoryInput extends VersionedInput {
  @Field(() => ID, { description: 'The category.' })
  category: string;
  @Field(() => String, { nullable: true, description: 'Its name from now on; as it is unless told.' })
  name?: string | null;
  @Field(() => CategoryGroupEnum, { nullable: true, description: 'What it is for; as it is unless told.' })
  group?: CategoryGroup | null;
  @Field(() => Int, { nullable: true, description: `${position}; as it is unless told.` })
  position?: number | null;
}

@InputType('EndCategoryInput', { description: 'A category that a town uses no more.' })
export class EndCategoryInput extends VersionedInput {
  @Field(() => ID, { description: 'The category.' })
  category: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
}

@InputType('CategorizeHouseholdInput', { description: 'A household to put into a category.' })
export class CategorizeHouseholdInput extends KeyedInput {
  @Field(() => ID, { description: 'The household.' })
  household: string;
  @Field(() => ID, { description: 'The category.' })
  category: string;
  @Field(() => ID, {
    nullable: true,
    description:
      'The member because of whom; nobody in particular unless told. It then lasts no longer than their stay in the household.',
  })
  resident?: string | null;
  @Field(() => String, { description: 'Why, in one line of at most 200 characters.' })
  reason: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day; today unless told.' })
  from?: string | null;
  @Field(() => ID, { nullable: true, description: 'The visit to the household at which it was found out.' })
  visit?: string | null;
}

@InputType('EndHouseholdCategoryInput', { description: 'A household to take out of a category.' })
export class EndHouseholdCategoryInput extends KeyedInput {
  @Field(() => ID, { description: 'Its being in the category.' })
  householdCategory: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day out of it; today unless told.' })
  on?: string | null;
  @Field(() => ID, { nullable: true, description: 'The visit to the household at which it was found to be over.' })
  visit?: string | null;
}

@ObjectType('CategoryPayload', { description: 'The category as the change left it.' })
export class CategoryPayload {
  @Field(() => CategoryType, { description: 'The category.' })
  category: CategoryType;
}
