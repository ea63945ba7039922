import type { FindCallerQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const FIND_CALLER = graphql(`
  query FindCaller($code: RegisterCode!, $text: String!, $today: Date!) @purpose(of: CALL) {
    town(code: $code) {
      id
      findHouseholds(text: $text, first: 5) {
        id
        code
        label
        address
        block { id name }
        residents { id name telephone head }
        categories(asOf: $today) { id name }
        requests(open: true) { id number state dueOn overdue subject { id name } }
      }
    }
  }
`);

/** A household that a number or words find, with what whoever is on the telephone needs of it. */
export type FoundHousehold = NonNullable<NonNullable<FindCallerQuery['town']>['findHouseholds']>[number];
