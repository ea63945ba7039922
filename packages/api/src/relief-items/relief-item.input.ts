import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { MoneyScalar } from '../schema/money.ts';
import { RegisterCodeScalar } from '../schema/scalars.ts';
import { ReliefCategoryType, ReliefItemType } from './relief-item.type.ts';

const categoryName = 'At most 60 characters, unique among the categories in use.';
const itemName = 'At most 60 characters, unique among the items in use of its category.';
const usualAmount = 'What is usually granted; nothing is said unless told.';

@InputType('AddReliefCategoryInput', { description: 'A category of relief to put on a town’s list.' })
export class AddReliefCategoryInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: categoryName })
  name: string;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it says something about health or disability. Cannot be changed later; no unless told, which is for the town to decide with care.',
  })
  sensitive?: boolean | null;
}

@InputType('RenameReliefCategoryInput', { description: 'A new name for a category of relief.' })
export class RenameReliefCategoryInput extends KeyedInput {
  @Field(() => ID, { description: 'The category.' })
  reliefCategory: string;
  @Field(() => String, { description: categoryName })
  name: string;
}

@InputType('EndReliefCategoryInput', { description: 'A category of relief that is used no more, from today on.' })
export class EndReliefCategoryInput extends KeyedInput {
  @Field(() => ID, { description: 'The category.' })
  reliefCategory: string;
}

@InputType('AddReliefItemInput', { description: 'An item of relief to put on a town’s list.' })
export class AddReliefItemInput extends KeyedInput {
  @Field(() => ID, { description: 'The category under which it stands.' })
  reliefCategory: string;
  @Field(() => String, { description: itemName })
  name: string;
  @Field(() => MoneyScalar, { nullable: true, description: usualAmount })
  usualAmount?: number | null;
}

@InputType('ReviseReliefItemInput', { description: 'An item of relief as it is to be, also for what was granted.' })
export class ReviseReliefItemInput extends KeyedInput {
  @Field(() => ID, { description: 'The item.' })
  item: string;
  @Field(() => String, { description: itemName })
  name: string;
  @Field(() => MoneyScalar, { nullable: true, description: usualAmount })
  usualAmount?: number | null;
}

@InputType('EndReliefItemInput', { description: 'An item of relief for which nobody applies any more, from today on.' })
export class EndReliefItemInput extends KeyedInput {
  @Field(() => ID, { description: 'The item.' })
  item: string;
}

@ObjectType('ReliefCategoryPayload', { description: 'The category as the change left it.' })
export class ReliefCategoryPayload {
  @Field(() => ReliefCategoryType, { description: 'The category.' })
  category: ReliefCategoryType;
}

@ObjectType('ReliefItemPayload', { description: 'The item as the change left it.' })
export class ReliefItemPayload {
  @Field(() => ReliefItemType, { description: 'The item.' })
  item: ReliefItemType;
}
