import { useQuery } from '@apollo/client/react';
import { Button, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DeveloperNav } from '../developers/DeveloperNav.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading, Missing } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { Deliveries } from './Deliveries.tsx';
import { ReplaySince } from './ReplaySince.tsx';
import { deliveryStates, WEBHOOK_DELIVERIES } from './webhook.ts';
import './webhooks.css';

/** How often it is looked what was sent, in milliseconds, and how many deliveries the first page has. */
const every = 4000;
const page = 50;

/** What an endpoint was sent in the last 30 days, and what became of it; sending it again. */
export function Component() {
  const { t } = useTranslation('webhooks');
  const { id = '' } = useParams();
  const [params, choose] = useAddress();
  const [replaying, setReplaying] = useState(false);
  const shown = useRef(0);
  const state = deliveryStates.find((each) => each === params.get('state')) ?? null;
  const query = useQuery(WEBHOOK_DELIVERIES, {
    variables: { id, state },
    fetchPolicy: 'cache-and-network',
    pollInterval: every,
    // Further pages that somebody has opened stay.
    skipPollAttempt: () => document.hidden || shown.current > page,
  });
  const { data, error, refetch } = query;
  shown.current = data?.node?.__typename === 'WebhookEndpoint' ? data.node.deliveries.nodes.length : 0;
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
        nav={<DeveloperNav />}
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
        <div className="wide-cells">
          <Deliveries deliveries={endpoint.deliveries.nodes} open={open} />
        </div>
        <MoreButton
          query={query}
          list={({ node }) => (node?.__typename === 'WebhookEndpoint' ? node.deliveries : undefined)}
        />
      </Panel>
      {replaying && <ReplaySince endpoint={id} onClose={() => setReplaying(false)} />}
    </div>
  );
}
