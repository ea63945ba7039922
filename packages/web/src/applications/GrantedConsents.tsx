import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrantedConsentsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
import type { MyApplication } from './application.ts';
import { GrantedLine } from './GrantedLine.tsx';

const GRANTED_CONSENTS = graphql(`
  query GrantedConsents($clientId: String!, $holding: Boolean!, $after: String) {
    application(clientId: $clientId) {
      id
      consents(holding: $holding, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id scopes grantedAt validTo endedAt endedBecause town { id code name } }
      }
    }
  }
`);

/** How often it is looked whether a town has consented or withdrawn, in milliseconds. */
const every = 4000;

const listOf = (data: GrantedConsentsQuery) => data.application?.consents;

/**
 * Which towns let an application see and do what, and what of all that it asks for they do not; and which did, and why no more. What a town
 * withdraws shows within seconds.
 */
export function GrantedConsents({ application: { clientId, scopes } }: { application: MyApplication }) {
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
        {(consent) => <GrantedLine key={consent.id} consent={consent} asked={scopes} />}
      </ListPanel>
      {(over.data && listOf(over.data)?.totalCount) !== 0 && (
        <ListPanel title={t('over')} none="" query={over} list={listOf}>
          {(consent) => <GrantedLine key={consent.id} consent={consent} asked={scopes} />}
        </ListPanel>
      )}
    </>
  );
}
