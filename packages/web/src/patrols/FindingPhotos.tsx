import { useApolloClient } from '@apollo/client/react';
import { graphql } from '../generated/index.ts';
import { FetchedGallery } from '../photos/FetchedGallery.tsx';

const FINDING_PHOTOS = graphql(`
  query PatrolFindingPhotos($id: ID!) {
    node(id: $id) { id ... on PatrolFinding { events { seq photos { id content } } } }
  }
`);

/** The photographs that one step of something a patrol brought up was recorded with. */
export function FindingPhotos({ finding, seq }: { finding: string; seq: number }) {
  const client = useApolloClient();
  return (
    <FetchedGallery
      key={`${finding} ${seq}`}
      read={async () => {
        const variables = { id: finding };
        const { data } = await client.query({ query: FINDING_PHOTOS, variables, fetchPolicy: 'no-cache' });
        const events = data?.node && 'events' in data.node ? data.node.events : [];
        return events.find((event) => event.seq === seq)?.photos ?? [];
      }}
    />
  );
}
