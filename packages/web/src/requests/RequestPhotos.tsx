import { useApolloClient } from '@apollo/client/react';
import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { PhotoGallery } from '../photos/PhotoGallery.tsx';
import { mostPhotos } from '../photos/photo.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { AddPhotos } from './AddToRequest.tsx';
import type { RequestInFull } from './request.ts';

const REQUEST_PHOTOS = graphql(`
  query RequestPhotos($id: ID!) {
    request(id: $id) { id photos { id content } }
  }
`);

/** The photographs of a request, and the way to add some; nothing where there is neither. */
export function RequestPhotos({ request }: { request: RequestInFull }) {
  const { t } = useTranslation(['photos', 'requests']);
  const [adding, setAdding] = useState(false);
  const { id, photos, actions } = request;
  const adds = actions.includes('ADD_PHOTOS') && photos.length < mostPhotos;
  if (photos.length === 0 && !adds) return null;
  return (
    <Panel
      title={`${t('photos')} ${photos.length}`}
      extra={
        adds && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('requests:steps.ADD_PHOTOS')}
          </Button>
        )
      }
    >
      {photos.length === 0 ? (
        <p className="hint">{t('noneYet')}</p>
      ) : (
        <Pictures key={photos.map((photo) => photo.id).join()} request={id} />
      )}
      {adding && <AddPhotos request={request} onClose={() => setAdding(false)} />}
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
