import { useApolloClient } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { FetchedGallery } from '../photos/FetchedGallery.tsx';
import { mostPhotos } from '../photos/photo.ts';
import { Panel } from '../ui/Panel.tsx';
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
  const client = useApolloClient();
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
        <FetchedGallery
          key={photos.map((photo) => photo.id).join()}
          read={async () => {
            const { data } = await client.query({ query: REQUEST_PHOTOS, variables: { id }, fetchPolicy: 'no-cache' });
            return data?.request?.photos ?? [];
          }}
        />
      )}
      {adding && <AddPhotos request={request} onClose={() => setAdding(false)} />}
    </Panel>
  );
}
