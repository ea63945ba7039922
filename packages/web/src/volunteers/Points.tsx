import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Town } from '../towns/town.ts';
import { periodAround } from '../ui/calendarPeriod.ts';
import { Details } from '../ui/Details.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { Panel } from '../ui/Panel.tsx';
import { PeriodPicker } from '../ui/PeriodPicker.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useAddress } from '../ui/useAddress.ts';
import { readPeriod } from './period.ts';
import { type PointSums, VOLUNTEER_POINTS } from './volunteer.ts';

/** What became of a town's points in a period, and whether the ledger agrees with what is kept; for who sees all volunteers. */
export function Points({ town }: { town: Town }) {
  const { t } = useTranslation('volunteers');
  const [params, choose] = useAddress();
  const period = readPeriod(params) ?? periodAround(dayInShanghai(), 'YEAR');
  const { data, error, refetch } = useQuery(VOLUNTEER_POINTS, { variables: { code: town.code, period } });
  if (!data?.town) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { volunteerPoints: sums, volunteerLedger: ledger } = data.town;
  if (!sums || !ledger) return <p className="hint">{t('onlyWhole')}</p>;
  return (
    <>
      <div className="toolbar">
        <PeriodPicker period={period} choose={({ from, to }) => choose({ from, to })} />
      </div>
      <Panel title={t('views.points')}>
        <Details
          rows={(['opening', 'earned', 'spent', 'closing'] as const).map((each) => ({
            label: t(each),
            children: sums[each],
          }))}
        />
      </Panel>
      <Sums
        title={t('byKind')}
        rows={sums.byActivityKind.map((sum) => ({ ...sum, of: sum.activityKind, spent: null }))}
      />
      <Sums title={t('byReward')} rows={sums.byReward.map((sum) => ({ ...sum, of: sum.reward, earned: null }))} />
      <Sums
        title={t('byUnit')}
        rows={sums.byUnit.map((sum: PointSums['byUnit'][number]) => ({ ...sum, of: sum.unit }))}
      />
      <Panel title={t('ledger')}>
        <Details
          rows={[
            { label: t('issued'), children: ledger.issued },
            { label: t('held'), children: ledger.held },
            { label: t('redeemed'), children: ledger.redeemed },
            {
              label: t('agrees'),
              children:
                ledger.faults.length === 0 ? (
                  <Tag color="green">{t('allAgrees', { n: ledger.entries })}</Tag>
                ) : (
                  <Tag color="red">{t('faults', { n: ledger.faults.length })}</Tag>
                ),
            },
          ]}
        />
      </Panel>
    </>
  );
}

interface SumRow {
  of: { id: string; name: string } | null;
  earned: number | null;
  spent: number | null;
}

function Sums({ title, rows }: { title: string; rows: readonly SumRow[] }) {
  const { t } = useTranslation('volunteers');
  const number = (key: 'earned' | 'spent') => {
    return { title: t(key), key, align: 'right' as const, render: (_: unknown, row: SumRow) => row[key] };
  };
  const columns = (['earned', 'spent'] as const).filter((key) => rows.some((row) => row[key] !== null)).map(number);
  return (
    <Panel title={title} flush>
      <Sheet
        rows={rows}
        rowKey={({ of }) => of?.id ?? ''}
        empty={t('nothingYet')}
        columns={[{ title: t('name'), key: 'of', render: (_, { of }) => of?.name }, ...columns]}
      />
    </Panel>
  );
}
