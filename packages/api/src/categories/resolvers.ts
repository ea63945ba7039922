import {
  HouseholdCategoriesResolver,
  HouseholdCategoryResolver,
  HouseholdEventCategoryResolver,
  TownCategoriesResolver,
} from './category.resolver.ts';
import { CategoryMutations } from './category-mutations.resolver.ts';
import { MovingMembersMutations } from './moving-members.resolver.ts';

/** All that resolves what the schema says of categories. */
export const resolvers = [
  CategoryMutations,
  HouseholdCategoriesResolver,
  HouseholdCategoryResolver,
  HouseholdEventCategoryResolver,
  MovingMembersMutations,
  TownCategoriesResolver,
];
