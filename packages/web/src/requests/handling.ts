import { useQuery } from '@apollo/client/react';
import { graphql } from '../generated/index.ts';

/** What handling knows by a name: a subject, or a party outside. */
export interface Named {
  id: string;
  name: string;
}

const SUBJECTS_AND_PARTIES = graphql(`
  query RequestSubjects($code: RegisterCode!) {
    town(code: $code) {
      id
      requestSubjects { id name }
      externalParties { id name }
    }
  }
`);

/** What requests of a town are about; empty until it is read. */
export function useSubjects(town: string): readonly Named[] {
  const { data } = useQuery(SUBJECTS_AND_PARTIES, { variables: { code: town } });
  return data?.town?.requestSubjects ?? [];
}

/** The parties outside to which a town refers; empty until they are read. */
export function useExternalParties(town: string): readonly Named[] {
  const { data } = useQuery(SUBJECTS_AND_PARTIES, { variables: { code: town } });
  return data?.town?.externalParties ?? [];
}
