import type { ReliefListQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const RELIEF_LIST = graphql(`
  query ReliefList($code: RegisterCode!) {
    town(code: $code) {
      id
      reliefCategories { id name sensitive items { id name usualAmount } }
    }
  }
`);

export type ReliefCategory = NonNullable<NonNullable<ReliefListQuery['town']>['reliefCategories']>[number];
export type ReliefItem = ReliefCategory['items'][number];

export const ADD_CATEGORY = graphql(`
  mutation AddReliefCategory($input: AddReliefCategoryInput!) {
    addReliefCategory(input: $input) { category { id } }
  }
`);

export const RENAME_CATEGORY = graphql(`
  mutation RenameReliefCategory($input: RenameReliefCategoryInput!) {
    renameReliefCategory(input: $input) { category { id name } }
  }
`);

export const END_CATEGORY = graphql(`
  mutation EndReliefCategory($input: EndReliefCategoryInput!) {
    endReliefCategory(input: $input) { category { id } }
  }
`);

export const ADD_ITEM = graphql(`
  mutation AddReliefItem($input: AddReliefItemInput!) {
    addReliefItem(input: $input) { item { id } }
  }
`);

export const REVISE_ITEM = graphql(`
  mutation ReviseReliefItem($input: ReviseReliefItemInput!) {
    reviseReliefItem(input: $input) { item { id name usualAmount } }
  }
`);

export const END_ITEM = graphql(`
  mutation EndReliefItem($input: EndReliefItemInput!) {
    endReliefItem(input: $input) { item { id } }
  }
`);
