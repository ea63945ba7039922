import type { SignInQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const SIGN_IN = graphql(`
  query SignIn($id: ID!, $session: ID!, $unit: ID, $after: String) {
    programme(id: $id) {
      id
      enrolments(filter: { unrecordedAt: $session, unit: $unit }, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id number household { id code label address viewerCan } resident { id name } }
      }
    }
  }
`);

export const SIGN_IN_FOR = graphql(`
  query SignInFor($id: ID!, $session: ID!, $unit: ID, $after: String, $for: ReadingPurpose!) @purpose(of: $for) {
    programme(id: $id) {
      id
      enrolments(filter: { unrecordedAt: $session, unit: $unit }, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id number household { id code label address viewerCan } resident { id name } }
      }
    }
  }
`);

export const RECORD_ATTENDANCE = graphql(`
  mutation RecordAttendance($input: RecordAttendanceInput!) {
    recordAttendance(input: $input) {
      session { id attended absent }
      enrolments { id version attendances { session { id } attended given } }
    }
  }
`);

type Listed = NonNullable<NonNullable<SignInQuery['programme']>['enrolments']>;
/** One of whom nothing is recorded yet at a session. */
export type Expected = Listed['nodes'][number];
