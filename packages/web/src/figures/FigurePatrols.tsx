import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { FindingLine } from '../patrols/FindingList.tsx';
import { PatrolLine } from '../patrols/PatrolList.tsx';
import { figureOf, RecordsPanel, type RecordsProps } from './RecordsPanel.tsx';

const FIGURE_PATROLS = graphql(`
  query FigurePatrols(
    $code: RegisterCode!, $indicator: String!, $unit: ID, $asOf: Date!, $period: PeriodInput!, $basis: Basis!, $after: String
  ) {
    town(code: $code) {
      id
      figure(indicator: $indicator, unit: $unit, asOf: $asOf, period: $period, basis: $basis) {
        patrols(first: 20, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { ...PatrolRow }
        }
      }
    }
  }
`);

const FIGURE_FINDINGS = graphql(`
  query FigurePatrolFindings(
    $code: RegisterCode!, $indicator: String!, $unit: ID, $asOf: Date!, $period: PeriodInput!, $basis: Basis!, $counted: Boolean!, $after: String
  ) {
    town(code: $code) {
      id
      figure(indicator: $indicator, unit: $unit, asOf: $asOf, period: $period, basis: $basis) {
        patrolFindings(counted: $counted, first: 20, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { ...PatrolFindingRow }
        }
      }
    }
  }
`);

/** The patrols that a figure counts, for the unit that is opened. */
export function FigurePatrols(props: RecordsProps) {
  const { t } = useTranslation('patrols');
  return (
    <RecordsPanel
      title={t('views.patrols')}
      none={t('none')}
      query={useQuery(FIGURE_PATROLS, { variables: { ...figureOf(props), after: null } })}
      list={(data) => data.town?.figure?.patrols}
    >
      {(patrol) => <PatrolLine key={patrol.id} patrol={patrol} />}
    </RecordsPanel>
  );
}

/** What patrols brought up that a figure counts, for the unit that is opened; of a rate also what is missing from it. */
export function FigureFindings(props: RecordsProps) {
  const { t } = useTranslation('patrols');
  const { isRate } = props.indicator;
  const [missing, choose] = useState(props.missingFirst);
  const variables = { ...figureOf(props), counted: !(isRate && missing), after: null };
  return (
    <RecordsPanel
      title={t('kinds.SUGGESTION')}
      none={t('none')}
      split={isRate && { missing, labels: [t('counted'), t('uncounted')], choose }}
      query={useQuery(FIGURE_FINDINGS, { variables })}
      list={(data) => data.town?.figure?.patrolFindings}
    >
      {(finding) => <FindingLine key={finding.id} finding={finding} />}
    </RecordsPanel>
  );
}
