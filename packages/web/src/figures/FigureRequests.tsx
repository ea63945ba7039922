import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestCard } from '../requests/RequestCard.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { FIGURE_REQUESTS } from './figure.ts';
import { RecordsPanel, type RecordsProps } from './RecordsPanel.tsx';

/** The requests that a figure counts, for the unit that is opened; of a rate also those that are missing from it. */
export function FigureRequests({ town, indicator, choice, missingFirst }: RecordsProps) {
  const { t } = useTranslation('requests');
  const [missing, setMissing] = useState(missingFirst);
  const counted = !(indicator.isRate && missing);
  const { unit, period, basis, basisDay: asOf } = choice;
  const variables = { code: town, indicator: indicator.code, unit, period, basis, asOf, counted };
  const { data, error, refetch, fetchMore } = useQuery(FIGURE_REQUESTS, { variables: { ...variables, after: null } });
  const requests = data?.town?.figure?.requests;
  if (!requests) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { nodes, totalCount, pageInfo } = requests;
  return (
    <RecordsPanel
      title={t('requests')}
      none={t('none')}
      {...(indicator.isRate && {
        split: { missing, labels: [t('counted'), t('uncounted')], choose: setMissing },
      })}
      shown={nodes.length}
      total={totalCount}
      more={
        pageInfo.hasNextPage &&
        (() =>
          fetchMore({
            variables: { after: pageInfo.endCursor },
            updateQuery: (before, { fetchMoreResult: next }) => {
              const [old, come] = [before.town?.figure?.requests, next.town?.figure?.requests];
              if (!before.town?.figure || !old || !come) return before;
              const joined = { ...come, nodes: [...old.nodes, ...come.nodes] };
              return { town: { ...before.town, figure: { ...before.town.figure, requests: joined } } };
            },
          }))
      }
    >
      {nodes.map((request) => (
        <RequestCard key={request.id} request={request} withState />
      ))}
    </RecordsPanel>
  );
}
