import { useQuery } from '@apollo/client/react';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PatrolRatesQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { NumberLink } from '../ui/NumberLink.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import type { Choose } from '../ui/useAddress.ts';
import { type Choice, daysWithin, groups, patrolsOf } from './patrol.ts';

const PATROL_RATES = graphql(`
  query PatrolRates($code: RegisterCode!, $by: PatrolRateGroup!, $filter: PatrolFilter!) {
    town(code: $code) {
      id
      patrolRates(by: $by, filter: $filter) {
        person { id name }
        unit { id name }
        route { id name }
        month
        patrols
        personTimes
        problems { numerator denominator rounded }
        suggestions { numerator denominator rounded }
      }
    }
  }
`);

type Row = NonNullable<NonNullable<PatrolRatesQuery['town']>['patrolRates']>[number];
type Rate = Row['suggestions'];

interface Props {
  town: string;
  choice: Choice;
  choose: Choose;
}

/** How many of the chosen patrols there were and what became of what they brought up; each figure opens into its records. */
export function Rates({ town, choice, choose }: Props) {
  const { t } = useTranslation('patrols');
  const { by } = choice;
  const { data, error, refetch } = useQuery(PATROL_RATES, {
    variables: { code: town, by, filter: patrolsOf(choice) },
  });
  const rates = data?.town?.patrolRates;
  if (!rates) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const rows = rates.map((row) => ({ ...row, id: row.person?.id ?? row.unit?.id ?? row.route?.id ?? row.month ?? '' }));
  return (
    <Panel
      title={t('views.rates')}
      flush
      extra={
        <Segmented
          size="small"
          value={by}
          options={groups.map((each) => ({ value: each, label: t(`bys.${each}`) }))}
          onChange={(next) => choose({ by: next })}
        />
      }
    >
      {by === 'PERSON' && <p className="hint padded">{t('byPersonHint')}</p>}
      <Sheet<Row & { id: string }>
        rows={rows}
        empty={t('none')}
        columns={[
          { title: t('name'), key: 'name', render: (_, row) => <Name row={row} by={by} /> },
          {
            ...{ title: t('count'), key: 'patrols', align: 'right' },
            render: (_, row) => <Opened to={addressOf(choice, row, 'patrols')} count={row.patrols} />,
          },
          { title: t('personTimes'), dataIndex: 'personTimes', key: 'personTimes', align: 'right' },
          {
            ...{ title: t('suggestionsActedOn'), key: 'suggestions', align: 'right' },
            render: (_, row) => <Acted to={addressOf(choice, row, 'findings', 'SUGGESTION')} rate={row.suggestions} />,
          },
          {
            ...{ title: t('problemsActedOn'), key: 'problems', align: 'right' },
            render: (_, row) => <Acted to={addressOf(choice, row, 'findings', 'PROBLEM')} rate={row.problems} />,
          },
        ]}
      />
    </Panel>
  );
}

/** What a row stands for. */
function Name({ row, by }: { row: Row; by: Choice['by'] }) {
  const { t } = useTranslation('patrols');
  const name = { PERSON: row.person?.name, UNIT: row.unit?.name, ROUTE: row.route?.name, MONTH: row.month }[by];
  return <>{name ?? t('singlePlaces')}</>;
}

/** A count that opens into what it counts. */
function Opened({ to, count }: { to: string | null; count: number }) {
  return to === null ? count : <NumberLink to={to}>{count}</NumberLink>;
}

/** How many, and how many of them were acted on. */
function Acted({ to, rate }: { to: string | null; rate: Rate }) {
  const { t } = useTranslation('patrols');
  const { numerator, denominator, rounded } = rate;
  if (denominator === 0) return <span className="count zero">0</span>;
  const text = t('ofWhich', { n: denominator, acted: numerator, rate: rounded });
  return to === null ? text : <NumberLink to={to}>{text}</NumberLink>;
}

/** The address of the records that a row counts; null where there is none. */
function addressOf(choice: Choice, row: Row, view: 'patrols' | 'findings', kind?: string): string | null {
  const { unit, madeIn, route, person, from, to } = choice;
  if (choice.by === 'ROUTE' && row.route === null) return null;
  const narrowed = {
    ...{ unit, madeIn, route, person, from, to },
    ...(row.person && { person: row.person.id }),
    ...(row.unit && { madeIn: row.unit.id }),
    ...(row.route && { route: row.route.id }),
    ...(row.month !== null && daysWithin(row.month, { from, to })),
  };
  const params = new URLSearchParams({ view, ...(kind === undefined ? {} : { kind }) });
  for (const [name, value] of Object.entries(narrowed)) if (value !== null) params.set(name, value);
  return `?${params}`;
}
