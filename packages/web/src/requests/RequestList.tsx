import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { RequestState } from '../generated/graphql.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { RequestCard } from './RequestCard.tsx';
import { type Choice, filterOf, openStates, REQUESTS } from './request.ts';

/** The requests of one state that are chosen: open ones with the nearest deadline first, the others the latest first. */
export function RequestList({ town, choice, state }: { town: string; choice: Choice; state: RequestState }) {
  const { t } = useTranslation('requests');
  const open = openStates.some((each) => each === state);
  const variables = {
    code: town,
    filter: filterOf(choice, state),
    orderBy: open ? ('DUE' as const) : ('LATEST' as const),
  };
  const { data, error, refetch, fetchMore } = useQuery(REQUESTS, { variables: { ...variables, after: null } });
  const requests = data?.town?.requests;
  if (!requests) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { nodes, totalCount, pageInfo } = requests;
  return (
    <Panel title={`${t(`states.${state}`)} ${totalCount}`} flush>
      {nodes.length === 0 && <p className="hint padded">{t('none')}</p>}
      {nodes.map((request) => (
        <RequestCard key={request.id} request={request} />
      ))}
      {pageInfo.hasNextPage && (
        <MoreButton
          shown={nodes.length}
          total={totalCount}
          load={() =>
            fetchMore({
              variables: { after: pageInfo.endCursor },
              updateQuery: (before, { fetchMoreResult: next }) => {
                const [old, come] = [before.town?.requests, next.town?.requests];
                if (!before.town || !old || !come) return before;
                return { town: { ...before.town, requests: { ...come, nodes: [...old.nodes, ...come.nodes] } } };
              },
            })
          }
        />
      )}
    </Panel>
  );
}
