import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrantedConsentsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useLanguage } from '../i18n/language.ts';
import { dayBefore, momentInShanghai } from '../ui/day.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import { ScopeList } from './ScopeList.tsx';

const GRANTED_CONSENTS = graphql(`
  query GrantedConsents($clientId: String!, $holding: Boolean!, $after: String) {
    application(clientId: $clientId) {
      id
      consents(holding: $holding, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id scopes grantedAt validTo endedAt town { id code name } }
      }
    }
  }
`);

type Granted = NonNullable<NonNullable<GrantedConsentsQuery['application']>['consents']>['nodes'][number];

/** How often it is looked whether a town has consented or withdrawn, in milliseconds. */
const every = 4000;

const listOf = (data: GrantedConsentsQuery) => data.application?.consents;

/** Which towns let an application see and do what, and which did; what a town withdraws shows within seconds. */
export function GrantedConsents({ clientId }: { clientId: string }) {
  const { t } = useTranslation('applications');
  const holding = useQuery(GRANTED_CONSENTS, {
    variables: { clientId, holding: true },
    pollInterval: every,
    skipPollAttempt: () => document.hidden,
  });
  const over = useQuery(GRANTED_CONSENTS, { variables: { clientId, holding: false } });
  const latest =
    holding.data &&
    listOf(holding.data)
      ?.nodes.map(({ id }) => id)
      .join();
  const { refetch } = over;
  // What holds no more is among the others then.
  useEffect(() => {
    if (latest !== undefined) void refetch();
  }, [latest, refetch]);
  return (
    <>
      <ListPanel title={t('consenting')} none={t('noneConsenting')} query={holding} list={listOf}>
        {(consent) => <GrantedLine key={consent.id} consent={consent} />}
      </ListPanel>
      {(over.data && listOf(over.data)?.totalCount) !== 0 && (
        <ListPanel title={t('over')} none="" query={over} list={listOf}>
          {(consent) => <GrantedLine key={consent.id} consent={consent} />}
        </ListPanel>
      )}
    </>
  );
}

function GrantedLine({ consent: { town, scopes, grantedAt, validTo, endedAt } }: { consent: Granted }) {
  const { t } = useTranslation('applications');
  const language = useLanguage();
  return (
    <article className="consent">
      <div>
        <strong>{town.name}</strong> <span className="hint">{town.code}</span>
      </div>
      <ScopeList scopes={scopes} />
      <div>
        <p>{t('consentedOn', { at: momentInShanghai(grantedAt, language) })}</p>
        <p>{validTo === null ? t('untilWithdrawn') : t('until', { day: dayBefore(validTo) })}</p>
        {endedAt !== null && <p>{t('endedAt', { at: momentInShanghai(endedAt, language) })}</p>}
      </div>
    </article>
  );
}
