import type { SignInQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const SESSIONS_TODAY = graphql(`
  query SessionsToday($code: RegisterCode!) {
    town(code: $code) {
      id
      programmeSessions { id time place attended absent programme { id name kind } }
    }
  }
`);

// What is shown of one who is expected, for the documents below.
graphql(`
  fragment ExpectedRow on ProgrammeEnrolment {
    id
    number
    attendances { session { id } given }
    household { id code label address viewerCan }
    resident { id name }
  }
`);

export const SIGN_IN = graphql(`
  query SignIn($id: ID!, $filter: EnrolmentFilter!, $after: String) {
    programme(id: $id) {
      id
      enrolments(filter: $filter, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...ExpectedRow }
      }
    }
  }
`);

export const SIGN_IN_FOR = graphql(`
  query SignInFor($id: ID!, $filter: EnrolmentFilter!, $after: String, $for: ReadingPurpose!) @purpose(of: $for) {
    programme(id: $id) {
      id
      enrolments(filter: $filter, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...ExpectedRow }
      }
    }
  }
`);

export const RECORD_ATTENDANCE = graphql(`
  mutation RecordAttendance($input: RecordAttendanceInput!) {
    recordAttendance(input: $input) {
      session { id attended absent }
      enrolments { id version attended }
    }
  }
`);

type Listed = NonNullable<NonNullable<SignInQuery['programme']>['enrolments']>;
/** One who has a place at a session, or of whom it is recorded whether they came. */
export type Expected = Listed['nodes'][number];

/** What is known of whether somebody came. */
export const attendanceStates = ['UNRECORDED', 'ATTENDED', 'ABSENT'] as const;
