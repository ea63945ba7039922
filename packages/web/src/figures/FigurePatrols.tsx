import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { FindingLine } from '../patrols/FindingList.tsx';
import { PatrolLine } from '../patrols/PatrolList.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import type { Choice } from './choice.ts';
import type { Indicator } from './FigurePicker.tsx';
import { RecordsPanel, type RecordsProps } from './RecordsPanel.tsx';

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
export function FigurePatrols({ town, indicator, choice }: RecordsProps) {
  const { t } = useTranslation('patrols');
  const variables = { ...variablesOf(town, indicator, choice), after: null };
  const { data, error, refetch, fetchMore } = useQuery(FIGURE_PATROLS, { variables });
  const patrols = data?.town?.figure?.patrols;
  if (!patrols) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { nodes, totalCount, pageInfo } = patrols;
  return (
    <RecordsPanel
      title={t('views.patrols')}
      none={t('none')}
      shown={nodes.length}
      total={totalCount}
      more={
        pageInfo.hasNextPage &&
        (() =>
          fetchMore({
            variables: { after: pageInfo.endCursor },
            updateQuery: (before, { fetchMoreResult: next }) => {
              const [old, come] = [before.town?.figure?.patrols, next.town?.figure?.patrols];
              if (!before.town?.figure || !old || !come) return before;
              const joined = { ...come, nodes: [...old.nodes, ...come.nodes] };
              return { town: { ...before.town, figure: { ...before.town.figure, patrols: joined } } };
            },
          }))
      }
    >
      {nodes.map((patrol) => (
        <PatrolLine key={patrol.id} patrol={patrol} />
      ))}
    </RecordsPanel>
  );
}

/** What patrols brought up that a figure counts, for the unit that is opened; of a rate also what is missing from it. */
export function FigureFindings({ town, indicator, choice, missingFirst }: RecordsProps) {
  const { t } = useTranslation('patrols');
  const [missing, setMissing] = useState(missingFirst);
  const counted = !(indicator.isRate && missing);
  const variables = { ...variablesOf(town, indicator, choice), counted, after: null };
  const { data, error, refetch, fetchMore } = useQuery(FIGURE_FINDINGS, { variables });
  const findings = data?.town?.figure?.patrolFindings;
  if (!findings) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { nodes, totalCount, pageInfo } = findings;
  return (
    <RecordsPanel
      title={t('kinds.SUGGESTION')}
      none={t('none')}
      shown={nodes.length}
      total={totalCount}
      {...(indicator.isRate && {
        split: { missing, labels: [t('counted'), t('uncounted')], choose: setMissing },
      })}
      more={
        pageInfo.hasNextPage &&
        (() =>
          fetchMore({
            variables: { after: pageInfo.endCursor },
            updateQuery: (before, { fetchMoreResult: next }) => {
              const [old, come] = [before.town?.figure?.patrolFindings, next.town?.figure?.patrolFindings];
              if (!before.town?.figure || !old || !come) return before;
              const joined = { ...come, nodes: [...old.nodes, ...come.nodes] };
              return { town: { ...before.town, figure: { ...before.town.figure, patrolFindings: joined } } };
            },
          }))
      }
    >
      {nodes.map((finding) => (
        <FindingLine key={finding.id} finding={finding} />
      ))}
    </RecordsPanel>
  );
}

function variablesOf(code: string, indicator: Indicator, { unit, period, basis, basisDay: asOf }: Choice) {
  return { code, indicator: indicator.code, unit, period, basis, asOf };
}
