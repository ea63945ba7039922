import type { CategoriesQuery, CategoryGroup, HouseholdCategoriesQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const CATEGORIES = graphql(`
  query Categories($code: RegisterCode!) {
    town(code: $code) {
      id
      categories { id name group sensitive position validFrom validTo version }
    }
  }
`);

graphql(`
  fragment HeldCategories on Household {
    id
    categories { id name sensitive reason validFrom validTo resident { id name } category { id group } }
  }
`);

export const HOUSEHOLD_CATEGORIES = graphql(`
  query HouseholdCategories($id: ID!, $for: ReadingPurpose!) @purpose(of: $for) {
    household(id: $id) { ...HeldCategories }
  }
`);

export const HOUSEHOLD_CATEGORIES_MASKED = graphql(`
  query HouseholdCategoriesMasked($id: ID!) {
    household(id: $id) { ...HeldCategories }
  }
`);

export type Category = NonNullable<NonNullable<CategoriesQuery['town']>['categories']>[number];
export type HeldCategory = NonNullable<NonNullable<HouseholdCategoriesQuery['household']>['categories']>[number];

/** The groups of categories, in the order in which they are listed. */
export const categoryGroups = ['RESOURCE', 'KEY', 'MUST_VISIT'] as const satisfies readonly CategoryGroup[];

/** The colour of each group's tags. */
export const groupColours = { RESOURCE: 'cyan', KEY: 'gold', MUST_VISIT: 'volcano' } as const;

/** What of a list holds on a day. */
export function holding<Each extends { validFrom: string; validTo: string | null }>(
  all: readonly Each[],
  day: string,
): Each[] {
  return all.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day));
}
