import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeliberationLine } from '../deliberations/DeliberationLine.tsx';
import { graphql } from '../generated/index.ts';
import { figureOf, RecordsPanel, type RecordsProps } from './RecordsPanel.tsx';

const FIGURE_DELIBERATIONS = graphql(`
  query FigureDeliberations(
    $code: RegisterCode!, $indicator: String!, $unit: ID, $asOf: Date!, $period: PeriodInput!, $basis: Basis!, $counted: Boolean!, $after: String
  ) {
    town(code: $code) {
      id
      figure(indicator: $indicator, unit: $unit, asOf: $asOf, period: $period, basis: $basis) {
        deliberations(counted: $counted, first: 20, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { ...DeliberationRow }
        }
      }
    }
  }
`);

/** The deliberations that a figure counts, or whose objections it counts; of a rate also what is missing from it. */
export function FigureDeliberations(props: RecordsProps) {
  const { t } = useTranslation('deliberations');
  const { isRate } = props.indicator;
  const [missing, choose] = useState(props.missingFirst);
  const variables = { ...figureOf(props), counted: !(isRate && missing), after: null };
  return (
    <RecordsPanel
      title={t('deliberations')}
      none={t('none')}
      split={isRate && { missing, labels: [t('countedOnes'), t('uncountedOnes')], choose }}
      query={useQuery(FIGURE_DELIBERATIONS, { variables })}
      list={(data) => data.town?.figure?.deliberations}
    >
      {(deliberation) => <DeliberationLine key={deliberation.id} deliberation={deliberation} />}
    </RecordsPanel>
  );
}
