import { useQuery } from '@apollo/client/react';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InspectionSumsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import type { Town } from '../towns/town.ts';
import { NumberLink } from '../ui/NumberLink.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import type { Choose } from '../ui/useAddress.ts';
import { type Choice, groups } from './inspection.ts';
import { openedBy } from './opened.ts';
import { Published } from './Published.tsx';

const SUMS = graphql(`
  query InspectionSums($code: RegisterCode!, $by: InspectionGroup!, $period: PeriodInput!, $filter: InspectionScope!) {
    town(code: $code) {
      id
      inspectionSums(by: $by, period: $period, filter: $filter) {
        total { ...InspectionCounts }
        groups { ...InspectionCounts squad { id name } place { id name } unit { id name } kind month }
      }
    }
  }
`);

// What each sum counts, for the document above.
graphql(`
  fragment InspectionCounts on InspectionSum {
    checks personTimes places placesChecked checksPerPlace peoplePerCheck findings mended
  }
`);

type Group = NonNullable<NonNullable<InspectionSumsQuery['town']>['inspectionSums']>['groups'][number];
type Row = Pick<
  Group,
  'checks' | 'personTimes' | 'places' | 'placesChecked' | 'checksPerPlace' | 'peoplePerCheck' | 'findings' | 'mended'
> &
  Partial<Group> & { id: string };

interface Props {
  town: Town;
  choice: Choice;
  choose: Choose;
}

/** How many checks and person-times there were, averages and findings, in all and by group; each opens into its records. */
export function Sums({ town, choice, choose }: Props) {
  const { t } = useTranslation('inspections');
  const { by, period, squad, place, kind, unit } = choice;
  const variables = { code: town.code, by, period, filter: { squad, place, kind, unit } };
  const { data, error, refetch } = useQuery(SUMS, { variables });
  const sums = data?.town?.inspectionSums;
  if (!sums) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const rows: Row[] = [
    { ...sums.total, id: 'total' },
    ...sums.groups.map((row) => ({
      ...row,
      id: row.squad?.id ?? row.place?.id ?? row.unit?.id ?? row.kind ?? row.month ?? '',
    })),
  ];
  const nameOf = (row: Row) =>
    row.squad?.name ??
    row.place?.name ??
    row.unit?.name ??
    (row.kind ? t(`placeKinds.${row.kind}`) : row.month) ??
    t('total');
  const number = (key: 'checks' | 'findings' | 'mended', view: 'rounds' | 'findings') => ({
    ...{ title: t(`sums.${key}`), key, align: 'right' as const },
    render: (_: unknown, row: Row) =>
      row[key] === 0 ? (
        <span className="count zero">0</span>
      ) : (
        <NumberLink to={openedBy(choice, row, view)}>{row[key]}</NumberLink>
      ),
  });
  const plain = (key: 'personTimes' | 'checksPerPlace' | 'peoplePerCheck') => ({
    ...{ title: t(`sums.${key}`), key, align: 'right' as const },
    render: (_: unknown, row: Row) => row[key] ?? '–',
  });
  return (
    <>
      <Panel
        title={t('views.sums')}
        flush
        extra={
          <Segmented
            size="small"
            aria-label={t('by')}
            value={by}
            options={groups.map((each) => ({ value: each, label: t(`groups.${each}`) }))}
            onChange={(next) => choose({ by: next })}
          />
        }
      >
        <p className="hint padded">{t('sumsLead')}</p>
        <Sheet<Row>
          stacks
          rows={rows}
          empty={t('none')}
          columns={[
            { title: t('name'), key: 'name', render: (_, row) => nameOf(row) },
            number('checks', 'rounds'),
            plain('personTimes'),
            {
              ...{ title: t('sums.placesChecked'), key: 'places', align: 'right' },
              render: (_, row) => (
                <NumberLink to={openedBy(choice, row, 'places')}>{`${row.placesChecked}/${row.places}`}</NumberLink>
              ),
            },
            plain('checksPerPlace'),
            plain('peoplePerCheck'),
            number('findings', 'findings'),
            { title: t('sums.mended'), key: 'mended', align: 'right', dataIndex: 'mended' },
          ]}
        />
      </Panel>
      <Published town={town} period={period} />
    </>
  );
}
