import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unkept } from '../audit/purpose.ts';
import { CallLine } from '../calls/CallLine.tsx';
import { graphql } from '../generated/index.ts';
import { figureOf, RecordsPanel, type RecordsProps } from './RecordsPanel.tsx';

const FIGURE_CALLS = graphql(`
  query FigureCalls(
    $code: RegisterCode!, $indicator: String!, $unit: ID, $asOf: Date!, $period: PeriodInput!, $basis: Basis!, $counted: Boolean!, $after: String
  ) {
    town(code: $code) {
      id
      figure(indicator: $indicator, unit: $unit, asOf: $asOf, period: $period, basis: $basis) {
        calls(counted: $counted, first: 20, after: $after) { ...CallPage }
      }
    }
  }
`);

/** The calls that a figure counts, for the unit that is opened; of a rate also those that are missing from it. */
export function FigureCalls(props: RecordsProps) {
  const { t } = useTranslation('calls');
  const { isRate } = props.indicator;
  const [missing, choose] = useState(props.missingFirst);
  const variables = { ...figureOf(props), counted: !(isRate && missing), after: null };
  return (
    <RecordsPanel
      title={t('calls')}
      none={t('none')}
      split={isRate && { missing, labels: [t('counted'), t('uncounted')], choose }}
      query={useQuery(FIGURE_CALLS, { variables, ...unkept })}
      list={(data) => data.town?.figure?.calls}
    >
      {(call) => <CallLine key={call.id} call={call} />}
    </RecordsPanel>
  );
}
