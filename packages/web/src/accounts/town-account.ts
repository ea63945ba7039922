import type { TownAccountsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const TOWN_ACCOUNTS = graphql(`
  query TownAccounts($code: RegisterCode!, $name: String, $after: String) {
    town(code: $code) {
      id
      accounts(filter: { name: $name }, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges {
          cursor
          node {
            id
            name
            displayName
            home
            person { id name }
            assignments { id role unit { id name } team { id name block { id name } } }
          }
        }
      }
    }
  }
`);

type Connection = NonNullable<NonNullable<TownAccountsQuery['town']>['accounts']>;
export type TownAccount = Connection['edges'][number]['node'];
