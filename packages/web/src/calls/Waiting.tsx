import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { unkept } from '../audit/purpose.ts';
import { RequestLinks } from '../requests/RequestLinks.tsx';
import { momentInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { CALLS_MASKED, callPath, waitingStates } from './call.ts';
import { HOTLINE_REQUESTS } from './roster.ts';

/** Calls of each kind that are named; how many there are beside is told as a number. */
const named = 5;

/** What waits at a hotline: calls to call back, to answer again and to follow up, and its requests to follow up. */
export function Waiting({ hotline, town }: { hotline: string; town: string }) {
  const { t } = useTranslation('calls');
  return (
    <Panel title={t('waiting')} flush>
      {waitingStates.map((state) => (
        <Calls key={state} hotline={hotline} town={town} state={state} />
      ))}
      <Requests hotline={hotline} />
    </Panel>
  );
}

function Calls({ hotline, town, state }: { hotline: string; town: string; state: (typeof waitingStates)[number] }) {
  const { t, i18n } = useTranslation(['calls', 'households']);
  const variables = { code: town, filter: { hotline, state: [state] }, first: named, after: null };
  const { data, error, refetch } = useQuery(CALLS_MASKED, { variables, ...unkept });
  const calls = data?.town?.calls;
  if (!calls) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={1} />;
  const { nodes, totalCount } = calls;
  return (
    <section className="waiting" aria-label={t(`waits.${state}`)}>
      <h3>
        {t(`waits.${state}`)} <b>{totalCount}</b>
      </h3>
      <ul className="plain">
        {nodes.map(({ id, calledAt, household, callerName, telephone }) => (
          <li key={id} className="lead-line">
            <Link to={callPath(id)}>{household?.code ?? callerName ?? telephone ?? t('unknown')}</Link>
            <span className="hint">{momentInShanghai(calledAt, i18n.language)}</span>
          </li>
        ))}
        {totalCount > nodes.length && <li className="hint">{t('andMore', { n: totalCount - nodes.length })}</li>}
      </ul>
    </section>
  );
}

function Requests({ hotline }: { hotline: string }) {
  const { t } = useTranslation('calls');
  const { data, error, refetch } = useQuery(HOTLINE_REQUESTS, { variables: { id: hotline, first: named } });
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={1} />;
  const waiting = data.hotline?.requestsToFollowUp;
  if (!waiting) return null;
  const { nodes, totalCount } = waiting;
  return (
    <section className="waiting" aria-label={t('waits.requests')}>
      <h3>
        {t('waits.requests')} <b>{totalCount}</b>
      </h3>
      <RequestLinks requests={nodes} />
      {totalCount > nodes.length && <p className="hint">{t('andMore', { n: totalCount - nodes.length })}</p>}
    </section>
  );
}
