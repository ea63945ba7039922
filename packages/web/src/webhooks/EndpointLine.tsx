import { Alert, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Permission } from '../generated/graphql.ts';
import { momentInShanghai } from '../ui/day.ts';
import { EndpointActions } from './EndpointActions.tsx';
import { EndpointSecrets } from './EndpointSecrets.tsx';
import { ReviseEndpoint } from './ReviseEndpoint.tsx';
import type { Endpoint } from './webhook.ts';

/** An endpoint: where it is, what it is told of, whether it gets it, and what was sent to it. `scopes` are what its application asks for. */
export function EndpointLine({ endpoint, scopes }: { endpoint: Endpoint; scopes: readonly Permission[] }) {
  const { t, i18n } = useTranslation('webhooks');
  const [revising, setRevising] = useState(false);
  const { id, url, description, events, failingSince, disabledAt, disabledBecause } = endpoint;
  const at = (moment: string) => momentInShanghai(moment, i18n.language);
  return (
    <article className="endpoint">
      {disabledAt !== null && disabledBecause !== null ? (
        <Alert
          showIcon
          type="error"
          title={t(`disabled.${disabledBecause}`, { at: at(disabledAt) })}
          description={t('disabledHint')}
        />
      ) : (
        failingSince !== null && <Alert showIcon type="warning" title={t('failing', { at: at(failingSince) })} />
      )}
      <p>
        <span className="code">{url}</span> {description !== '' && <span className="hint">{description}</span>}
      </p>
      <p className="tags">
        {events.map((event) => (
          <Tag key={event}>{t(`event.${event}`)}</Tag>
        ))}
      </p>
      <p>
        <Link to={`/applications/webhooks/${id}`}>{t('deliveries')}</Link>
      </p>
      <EndpointSecrets endpoint={endpoint} />
      <EndpointActions endpoint={endpoint} onRevise={() => setRevising(true)} />
      {revising && <ReviseEndpoint endpoint={endpoint} scopes={scopes} onClose={() => setRevising(false)} />}
    </article>
  );
}
