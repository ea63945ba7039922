import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FigureVisitsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { householdPath } from '../households/household.ts';
import { momentInShanghai } from '../ui/day.ts';
import { useList } from '../ui/list.ts';
import { nameWithParent } from '../units/unit.ts';
import { figureOf, RecordsPanel, type RecordsProps } from './RecordsPanel.tsx';

const FIGURE_VISITS = graphql(`
  query FigureVisits(
    $code: RegisterCode!, $indicator: String!, $unit: ID, $asOf: Date!, $period: PeriodInput!, $basis: Basis!, $counted: Boolean!, $after: String
  ) {
    town(code: $code) {
      id
      figure(indicator: $indicator, unit: $unit, asOf: $asOf, period: $period, basis: $basis) {
        visits(counted: $counted, first: 20, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes {
            id
            visitedOn
            way
            notedAt
            recordFaults
            household { id code }
            block { id name parent { id name } }
            visitors { id name }
          }
        }
      }
    }
  }
`);

type VisitRow = NonNullable<NonNullable<NonNullable<FigureVisitsQuery['town']>['figure']>['visits']>['nodes'][number];

/** The visits that a figure counts, for the unit that is opened; of a rate first those that lack something, with what. */
export function FigureVisits(props: RecordsProps) {
  const { t } = useTranslation(['figures', 'visits']);
  const [missing, choose] = useState(props.missingFirst);
  const split = props.indicator.isRate && !props.indicator.perHundred;
  const variables = { ...figureOf(props), counted: !(split && missing), after: null };
  return (
    <RecordsPanel
      title={t('visits:visits')}
      none={t('noRecords')}
      split={split && { missing, labels: [t('records.inOrder'), t('records.faulty')], choose }}
      query={useQuery(FIGURE_VISITS, { variables })}
      list={(data) => data.town?.figure?.visits}
    >
      {(visit) => <VisitLine key={visit.id} visit={visit} />}
    </RecordsPanel>
  );
}

/** One visit without what was said at it: to whom, when and by whom, and what its record lacks. */
function VisitLine({ visit }: { visit: VisitRow }) {
  const { t, i18n } = useTranslation(['visits', 'households']);
  const list = useList();
  const { household, recordFaults: faults } = visit;
  return (
    <article className="request-card">
      <div>
        {household ? (
          <Link to={householdPath(household.id)}>{household.code ?? t('households:noCode')}</Link>
        ) : (
          t('households:noCode')
        )}{' '}
        · {nameWithParent(visit.block)}
      </div>
      <div className="hint">
        {visit.visitedOn} {t(`ways.${visit.way}`)} · {list(visit.visitors.map(({ name }) => name))}
        {faults.includes('NOTED_LATE') && ` · ${t('notedAt', { at: momentInShanghai(visit.notedAt, i18n.language) })}`}
      </div>
      {faults.length > 0 && (
        <div className="tags">
          {faults.map((fault) => (
            <Tag key={fault} color="warning">
              {t(`faults.${fault}`)}
            </Tag>
          ))}
        </div>
      )}
    </article>
  );
}
