import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { type CategoryGroup, categoryGroups } from './category.entity.ts';

export const CategoryGroupEnum = enumOf(categoryGroups);
registerEnumType(CategoryGroupEnum, {
  name: 'CategoryGroup',
  description: 'What a category of households is for 类别组.',
  valuesConfig: {
    RESOURCE: { description: 'Resource households 资源户: residents with a trade that others need.' },
    KEY: { description: 'Key households 重点户, contacted more often than others.' },
    MUST_VISIT: { description: 'Must-visit situations 重点必访, visited at once.' },
  },
});

@ObjectType('Category', { description: 'A category 类别 of households in a town’s own list.' })
export class CategoryType {
  townId: number;
  uuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => String, { description: 'Its name, such as 独居老人.' })
  name: string;
  @Field(() => CategoryGroupEnum, { description: 'What it is for.' })
  group: CategoryGroup;
  @Field(() => Boolean, {
    description:
      'Whether it says something about health or disability: which households are in it is stored encrypted, and named only where it is needed.',
  })
  sensitive: boolean;
  @Field(() => Int, { description: 'Where it stands among those of its group, from 1.' })
  position: number;
  @Field(() => DateScalar, { description: 'The first day on which households can be in it.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which none can be any more.' })
  validTo: string | null;
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}

@ObjectType('HouseholdCategory', { description: 'A period in which a household is in a category.' })
export class HouseholdCategoryType {
  townId: number;
  uuid: string;
  householdUuid: string;
  residentUuid: string | null;
  categoryUuid: string;
  why: string;
  /** Of whom it is, for the audit of readings. */
  auditKey: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => Boolean, { description: 'Whether the category says something about health or disability.' })
  sensitive: boolean;
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after the period; null while it lasts.' })
  validTo: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
}
