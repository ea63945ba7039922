import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../generated/index.ts';
import { householdPath } from '../households/household.ts';
import { Failed, Loading } from '../ui/States.tsx';
import { RecordsPanel, type RecordsProps } from './RecordsPanel.tsx';

const FIGURE_HOUSEHOLDS = graphql(`
  query FigureHouseholds(
    $code: RegisterCode!, $indicator: String!, $unit: ID, $asOf: Date!, $period: PeriodInput, $counted: Boolean!, $after: String
  ) {
    town(code: $code) {
      id
      figure(indicator: $indicator, unit: $unit, asOf: $asOf, period: $period) {
        households(counted: $counted, first: 20, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes {
            id
            code
            block { id name }
            lastVisit { id visitedOn way }
          }
        }
      }
    }
  }
`);

/** The households that a figure counts, for the unit that is opened; of a rate first those that nobody has contacted. */
export function FigureHouseholds({ town, indicator, choice, missingFirst }: RecordsProps) {
  const { t } = useTranslation(['figures', 'households', 'visits', 'contactRules']);
  const [missing, setMissing] = useState(missingFirst);
  const { unit, day } = choice;
  const period = indicator.time === 'STOCK' ? null : choice.period;
  const counted = !(indicator.isRate && missing);
  const variables = { code: town, indicator: indicator.code, unit, period, asOf: day, counted };
  const { data, error, refetch, fetchMore } = useQuery(FIGURE_HOUSEHOLDS, { variables: { ...variables, after: null } });
  const households = data?.town?.figure?.households;
  if (!households) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { nodes, totalCount, pageInfo } = households;
  return (
    <RecordsPanel
      title={t('households:households')}
      none={t('noRecords')}
      {...(indicator.isRate && {
        split: { missing, labels: [t('records.contacted'), t('records.uncontacted')], choose: setMissing },
      })}
      shown={nodes.length}
      total={totalCount}
      more={
        pageInfo.hasNextPage &&
        (() =>
          fetchMore({
            variables: { after: pageInfo.endCursor },
            updateQuery: (before, { fetchMoreResult: next }) => {
              const [old, come] = [before.town?.figure?.households, next.town?.figure?.households];
              if (!before.town?.figure || !old || !come) return before;
              const joined = { ...come, nodes: [...old.nodes, ...come.nodes] };
              return { town: { ...before.town, figure: { ...before.town.figure, households: joined } } };
            },
          }))
      }
    >
      {nodes.map(({ id, code, block, lastVisit }) => (
        <article key={id} className="request-card">
          <div>
            <Link to={householdPath(id)}>{code ?? t('households:noCode')}</Link> · {block?.name}
          </div>
          <div className="hint">
            {lastVisit
              ? `${t('visits:lastTime', { day: lastVisit.visitedOn })} ${t(`visits:ways.${lastVisit.way}`)}`
              : t('contactRules:neverVisited')}
          </div>
        </article>
      ))}
    </RecordsPanel>
  );
}
