import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyApplication } from '../applications/application.ts';
import { Failed } from '../ui/States.tsx';
import { EndpointLine } from './EndpointLine.tsx';
import { RegisterEndpoint } from './RegisterEndpoint.tsx';
import { WEBHOOK_ENDPOINTS } from './webhook.ts';
import './webhooks.css';

/** Where an application of one’s own is told what changes. */
export function Webhooks({ application }: { application: MyApplication }) {
  const { clientId, scopes } = application;
  const { t } = useTranslation('webhooks');
  const [registering, setRegistering] = useState(false);
  const { data, error, refetch } = useQuery(WEBHOOK_ENDPOINTS, { variables: { clientId } });
  const endpoints = data?.application?.webhookEndpoints;
  return (
    <>
      <h3>{t('title')}</h3>
      {error && !data && <Failed error={error} retry={() => void refetch()} />}
      <p className="hint">{endpoints?.length === 0 ? t('none') : t('lead')}</p>
      {endpoints?.map((endpoint) => (
        <EndpointLine key={endpoint.id} endpoint={endpoint} scopes={scopes} />
      ))}
      <Button size="small" onClick={() => setRegistering(true)}>
        {t('register')}
      </Button>
      {registering && <RegisterEndpoint application={application} onClose={() => setRegistering(false)} />}
    </>
  );
}
