import { useQuery } from '@apollo/client/react';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { MoreButton } from '../ui/MoreButton.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { Deliveries } from './Deliveries.tsx';
import { ReplaySince } from './ReplaySince.tsx';
import { deliveryStates, WEBHOOK_DELIVERIES } from './webhook.ts';
import './webhooks.css';

/** What an endpoint was sent in the last 30 days, and what became of it; sending it again. */
export function Component() {
  const { t } = useTranslation(['webhooks', 'applications', 'ui']);
  const { id = '' } = useParams();
  const [params, choose] = useAddress();
  const [replaying, setReplaying] = useState(false);
  const state = deliveryStates.find((each) => each === params.get('state')) ?? null;
  const query = useQuery(WEBHOOK_DELIVERIES, { variables: { id, state }, fetchPolicy: 'cache-and-network' });
  const { data, error, refetch } = query;
  const endpoint = data?.node;
  if (!endpoint) {
    if (error) return <Failed error={error} retry={() => void refetch()} />;
    return data ? <Missing /> : <Loading />;
  }
  if (endpoint.__typename !== 'WebhookEndpoint') return <Missing />;
  const open = endpoint.disabledAt === null && endpoint.endedAt === null;
  return (
    <div className="page">
      <PageHead
        title={t('deliveries')}
        crumbs={<Link to="/applications">{t('applications:mine')}</Link>}
        meta={`${endpoint.application.name} · ${endpoint.url}`}
        actions={
          <div className="actions">
            <Button onClick={() => void refetch()}>{t('refresh')}</Button>
            {open && <Button onClick={() => setReplaying(true)}>{t('replaySince')}</Button>}
          </div>
        }
      />
      <Panel flush title={t('count', { n: endpoint.deliveries.totalCount })}>
        <p className="hint padded">{t('deliveriesLead')}</p>
        <div className="toolbar padded">
          <Select
            aria-label={t('state')}
            value={state ?? ''}
            onChange={(chosen) => choose({ state: chosen || null })}
            options={[
              { value: '', label: t('anyState') },
              ...deliveryStates.map((value) => ({ value, label: t(`states.${value}`) })),
            ]}
          />
        </div>
        <Deliveries deliveries={endpoint.deliveries.nodes} open={open} />
        <MoreButton
          query={query}
          list={({ node }) => (node?.__typename === 'WebhookEndpoint' ? node.deliveries : undefined)}
        />
      </Panel>
      {replaying && <ReplaySince endpoint={id} onClose={() => setReplaying(false)} />}
    </div>
  );
}
