import { Field, Int, ObjectType } from 'type-graphql';
import type { HouseholdCategoryType } from '../categories/category.type.ts';
import { HouseholdType } from '../households/household.type.ts';
import { connectionType } from '../schema/connection.ts';
import { DateScalar } from '../schema/scalars.ts';
import type { ContactRuleType } from './contact-rule.type.ts';

@ObjectType('DueReason', { description: 'Why a household is to be contacted: what one rule asks for.' })
export class DueReasonType {
  townId: number;
  rule: ContactRuleType;
  held: HouseholdCategoryType | null;
  @Field(() => DateScalar, { description: 'Since when the household is in the category, or in the town.' })
  since: string;
  @Field(() => DateScalar, { description: 'The day by which the rule asks for a contact.' })
  dueOn: string;
}

@ObjectType('ToBring', {
  description: 'What to bring 上门前须知: what was left from the last visit, and what is still being handled.',
})
export class ToBringType {
  townId: number;
  householdUuid: string;
  versionUuid: string | null;
}

@ObjectType('DueHousehold', { description: 'A household that is to be contacted 应走访户.' })
export class DueHouseholdType {
  townId: number;
  asOf: string;
  @Field(() => HouseholdType, { description: 'The household.' })
  household: HouseholdType;
  @Field(() => DateScalar, { description: 'The day by which it is to be contacted, the earliest of its reasons’.' })
  dueOn: string;
  @Field(() => [DueReasonType], { description: 'Why, the earliest first.' })
  reasons: DueReasonType[];
}

@ObjectType('ContactRuleEffect', { description: 'What a rule would change for the households of one block.' })
export class ContactRuleEffectType {
  townId: number;
  blockUuid: string;
  asOf: string;
  @Field(() => Int, { description: 'How many are due without the rule.' })
  before: number;
  @Field(() => Int, { description: 'How many are due with it.' })
  due: number;
  @Field(() => Int, { description: 'How many become due by it.' })
  become: number;
  @Field(() => Int, { description: 'How many are due no more by it.' })
  cease: number;
}

@ObjectType('ContactRulePreview', { description: 'What a contact rule would change before it is settled.' })
export class ContactRulePreviewType {
  @Field(() => DateScalar, {
    description: 'The day that is looked at: the first of the rule, or today if that is over.',
  })
  asOf: string;
  @Field(() => Int, { description: 'How many households are due without the rule.' })
  before: number;
  @Field(() => Int, { description: 'How many are due with it.' })
  due: number;
  @Field(() => Int, { description: 'How many become due by it.' })
  become: number;
  @Field(() => Int, { description: 'How many are due no more by it.' })
  cease: number;
  @Field(() => [ContactRuleEffectType], {
    description: 'Block by block, those for which something changes, in the tree’s order.',
  })
  blocks: ContactRuleEffectType[];
}

export const DueHouseholdConnectionType = connectionType(() => DueHouseholdType, 'DueHousehold');
export type DueHouseholdConnectionType = InstanceType<typeof DueHouseholdConnectionType>;
