import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { RequestCard } from '../requests/RequestCard.tsx';
import { figureOf, RecordsPanel, type RecordsProps } from './RecordsPanel.tsx';

const FIGURE_REQUESTS = graphql(`
  query FigureRequests(
    $code: RegisterCode!, $indicator: String!, $unit: ID, $asOf: Date!, $period: PeriodInput!, $basis: Basis!, $counted: Boolean!, $after: String
  ) {
    town(code: $code) {
      id
      figure(indicator: $indicator, unit: $unit, asOf: $asOf, period: $period, basis: $basis) {
        requests(counted: $counted, first: 20, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { ...RequestRow }
        }
      }
    }
  }
`);

/** The requests that a figure counts, for the unit that is opened; of a rate also those that are missing from it. */
export function FigureRequests(props: RecordsProps) {
  const { t } = useTranslation('requests');
  const { isRate } = props.indicator;
  const [missing, choose] = useState(props.missingFirst);
  const variables = { ...figureOf(props), counted: !(isRate && missing), after: null };
  return (
    <RecordsPanel
      title={t('requests')}
      none={t('none')}
      split={isRate && { missing, labels: [t('counted'), t('uncounted')], choose }}
      query={useQuery(FIGURE_REQUESTS, { variables })}
      list={(data) => data.town?.figure?.requests}
    >
      {(request) => <RequestCard key={request.id} request={request} withState />}
    </RecordsPanel>
  );
}
