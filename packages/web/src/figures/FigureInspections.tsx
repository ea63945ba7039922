import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { FindingLine } from '../inspections/FindingList.tsx';
import { RoundLine } from '../inspections/RoundList.tsx';
import { figureOf, RecordsPanel, type RecordsProps } from './RecordsPanel.tsx';

const FIGURE_ROUNDS = graphql(`
  query FigureInspectionRounds(
    $code: RegisterCode!, $indicator: String!, $unit: ID, $asOf: Date!, $period: PeriodInput!, $basis: Basis!, $after: String
  ) {
    town(code: $code) {
      id
      figure(indicator: $indicator, unit: $unit, asOf: $asOf, period: $period, basis: $basis) {
        inspectionRounds(first: 20, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { ...InspectionRoundRow }
        }
      }
    }
  }
`);

const FIGURE_FINDINGS = graphql(`
  query FigureInspectionFindings(
    $code: RegisterCode!, $indicator: String!, $unit: ID, $asOf: Date!, $period: PeriodInput!, $basis: Basis!, $counted: Boolean!, $after: String
  ) {
    town(code: $code) {
      id
      figure(indicator: $indicator, unit: $unit, asOf: $asOf, period: $period, basis: $basis) {
        inspectionFindings(counted: $counted, first: 20, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { ...InspectionFindingRow }
        }
      }
    }
  }
`);

/** The rounds or the findings of inspections that a figure counts, for the unit that is opened. */
export function FigureInspections(props: RecordsProps) {
  return props.indicator.code.startsWith('inspection-finding') ? <Findings {...props} /> : <Rounds {...props} />;
}

function Rounds(props: RecordsProps) {
  const { t } = useTranslation('inspections');
  return (
    <RecordsPanel
      title={t('views.rounds')}
      none={t('none')}
      query={useQuery(FIGURE_ROUNDS, { variables: { ...figureOf(props), after: null } })}
      list={(data) => data.town?.figure?.inspectionRounds}
    >
      {(round) => <RoundLine key={round.id} round={round} />}
    </RecordsPanel>
  );
}

/** Of a rate also what is missing from it. */
function Findings(props: RecordsProps) {
  const { t } = useTranslation('inspections');
  const { isRate } = props.indicator;
  const [missing, choose] = useState(props.missingFirst);
  const variables = { ...figureOf(props), counted: !(isRate && missing), after: null };
  return (
    <RecordsPanel
      title={t('findings')}
      none={t('noFindings')}
      split={isRate && { missing, labels: [t('counted'), t('uncounted')], choose }}
      query={useQuery(FIGURE_FINDINGS, { variables })}
      list={(data) => data.town?.figure?.inspectionFindings}
    >
      {(finding) => <FindingLine key={finding.id} finding={finding} />}
    </RecordsPanel>
  );
}
