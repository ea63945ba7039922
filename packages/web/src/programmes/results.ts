import type { ResultsForQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

// Who passed is told for a purpose only.
export const RESULTS_FOR = graphql(`
  query ResultsFor($id: ID!, $filter: EnrolmentFilter!, $after: String, $for: ReadingPurpose!) @purpose(of: $for) {
    programme(id: $id) {
      id
      enrolments(filter: $filter, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          number
          version
          result { passed mark }
          certificates { number issuedOn validTo revokedAt }
          household { id code label address }
          resident { id name }
        }
      }
    }
  }
`);

// What a change of results answers, for the documents below.
graphql(`
  fragment ResultsChanged on ProgrammeResultsPayload {
    programme { id results { passed failed certified } }
    enrolments { id version }
  }
`);

export const RECORD_RESULTS = graphql(`
  mutation RecordResults($input: RecordResultsInput!) {
    recordResults(input: $input) { ...ResultsChanged }
  }
`);

export const ISSUE_CERTIFICATES = graphql(`
  mutation IssueCertificates($input: IssueCertificatesInput!) {
    issueCertificates(input: $input) { ...ResultsChanged }
  }
`);

export const REVOKE_CERTIFICATE = graphql(`
  mutation RevokeCertificate($input: RevokeCertificateInput!) {
    revokeCertificate(input: $input) { ...ResultsChanged }
  }
`);

type Listed = NonNullable<NonNullable<ResultsForQuery['programme']>['enrolments']>;
/** One who takes part, with their result and certificates. */
export type Marked = Listed['nodes'][number];

/** The certificate of somebody that stands. */
export const standing = ({ certificates }: Marked) => certificates?.find(({ revokedAt }) => revokedAt === null);
