import type { ReadingsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { zh } from '../i18n/audit.ts';

export const READINGS = graphql(`
  query Readings($code: RegisterCode!, $filter: ReadingFilter, $after: String) {
    town(code: $code) {
      id
      readings(first: 50, after: $after, filter: $filter) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          readAt
          operation
          purpose
          fields
          subjects
          account { id name displayName }
          application { name }
        }
      }
    }
  }
`);

export type Reading = NonNullable<NonNullable<ReadingsQuery['town']>['readings']>['nodes'][number];

/** The address of the page of who looked at a resident or a household. */
export function readingsPath(town: string, of: { resident: string } | { household: string }): string {
  return `/towns/${town}/readings?${new URLSearchParams({ ...of })}`;
}

const fieldWords = Object.keys(zh.field) as (keyof typeof zh.field)[];

/** The word for a field of the contract such as `Resident.name`; undefined for one that has none yet. */
export function fieldWord(field: string): keyof typeof zh.field | undefined {
  return fieldWords.find((each) => each === field.replace('.', '_'));
}
