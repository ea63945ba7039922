import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../generated/index.ts';
import { householdPath } from '../households/household.ts';
import { nameWithParent } from '../units/unit.ts';
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
            block { id name parent { id name } }
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
  const [missing, choose] = useState(missingFirst);
  const { unit, day: asOf } = choice;
  const { code, isRate, time } = indicator;
  const period = time === 'STOCK' ? null : choice.period;
  const variables = { code: town, indicator: code, unit, period, asOf, counted: !(isRate && missing), after: null };
  return (
    <RecordsPanel
      title={t('households:households')}
      none={t('noRecords')}
      split={isRate && { missing, labels: [t('records.contacted'), t('records.uncontacted')], choose }}
      query={useQuery(FIGURE_HOUSEHOLDS, { variables })}
      list={(data) => data.town?.figure?.households}
    >
      {({ id, code, block, lastVisit }) => (
        <article key={id} className="request-card">
          <div>
            <Link to={householdPath(id)}>{code ?? t('households:noCode')}</Link> · {block && nameWithParent(block)}
          </div>
          <div className="hint">
            {lastVisit
              ? `${t('visits:lastTime', { day: lastVisit.visitedOn })} ${t(`visits:ways.${lastVisit.way}`)}`
              : t('contactRules:neverVisited')}
          </div>
        </article>
      )}
    </RecordsPanel>
  );
}
