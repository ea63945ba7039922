import { useOutletContext } from 'react-router';
import type { TownQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const TOWN = graphql(`
  query Town($code: RegisterCode!, $asOf: Date) {
    town(code: $code, asOf: $asOf) {
      id
      asOf
      code
      name
      kind
      status
      viewerCan
      viewerCanSomewhere
      teamCount
      householdCount
      unitCounts { kind count }
      allowedParents { kind parents }
      district { id code name }
    }
  }
`);

export const TOWN_TREE = graphql(`
  query TownTree($code: RegisterCode!, $asOf: Date) {
    town(code: $code, asOf: $asOf) {
      id
      tree { id parent depth kind name code status overlay }
    }
  }
`);

export type Town = NonNullable<TownQuery['town']>;

/** The town whose pages one is on. */
export function useTown(): Town {
  return useOutletContext<Town>();
}
