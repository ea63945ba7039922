import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { PhotoGallery } from '../photos/PhotoGallery.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import type { RequestInFull } from './request.ts';

const REQUEST_PHOTOS = graphql(`
  query RequestPhotos($id: ID!) {
    request(id: $id) { id photos { id content } }
  }
`);

/** The photographs of a request; nothing where it has none. */
export function RequestPhotos({ request: { id, photos } }: { request: RequestInFull }) {
  const { t } = useTranslation('photos');
  if (photos.length === 0) return null;
  return (
    <Panel title={`${t('photos')} ${photos.length}`}>
      <Pictures key={photos.map((photo) => photo.id).join()} request={id} />
    </Panel>
  );
}

/** Reads the pictures once: the steps that are taken with the request do not fetch them again, as they would a query's. */
function Pictures({ request: id }: { request: string }) {
  const client = useApolloClient();
  const [photos, setPhotos] = useState<readonly { id: string; content: string }[]>();
  const [error, setError] = useState<unknown>();
  const read = useCallback(() => {
    setError(undefined);
    client
      .query({ query: REQUEST_PHOTOS, variables: { id }, fetchPolicy: 'no-cache' })
      .then(({ data }) => setPhotos(data?.request?.photos ?? []), setError);
  }, [client, id]);
  useEffect(read, [read]);
  if (photos) return <PhotoGallery photos={photos} />;
  return error === undefined ? <Loading rows={2} /> : <Failed error={error} retry={read} />;
}
