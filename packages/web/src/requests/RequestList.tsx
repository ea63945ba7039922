import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { RequestState } from '../generated/graphql.ts';
import { ListPanel } from '../ui/ListPanel.tsx';
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
  const query = useQuery(REQUESTS, { variables: { ...variables, after: null } });
  return (
    <ListPanel title={t(`states.${state}`)} none={t('none')} query={query} list={(data) => data.town?.requests}>
      {(request) => <RequestCard key={request.id} request={request} />}
    </ListPanel>
  );
}
