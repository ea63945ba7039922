import type { HouseholdCategoryType } from './category.type.ts';

/** Whether an answer may say which category a household is in, and why. */
export function showsCategory({ sensitive }: HouseholdCategoryType): boolean {
  return !sensitive;
}
