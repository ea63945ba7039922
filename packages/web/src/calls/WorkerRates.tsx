import { useQuery } from '@apollo/client/react';
import { Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { NumberLink } from '../ui/NumberLink.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Failed, Loading } from '../ui/States.tsx';
import { useLinkWith } from '../ui/useAddress.ts';

const WORKER_RATES = graphql(`
  query WorkerRates($code: RegisterCode!, $filter: CallFilter!) {
    town(code: $code) {
      id
      callRates(by: WORKER, filter: $filter) {
        worker { id name }
        count
        missed
        completion { numerator rounded }
        followUp { rounded }
        satisfaction { rounded }
      }
    }
  }
`);

const spans = ['month', 'year', 'ever'] as const;

/** The workers of a hotline beside each other: how many calls each took, and what became of them. A line opens its calls. */
export function WorkerRates({ hotline, town }: { hotline: string; town: string }) {
  const { t } = useTranslation('calls');
  const linkWith = useLinkWith();
  const [span, setSpan] = useState<(typeof spans)[number]>('month');
  const today = dayInShanghai();
  const first = { month: `${today.slice(0, 7)}-01`, year: `${today.slice(0, 4)}-01-01`, ever: '2000-01-01' }[span];
  const variables = { code: town, filter: { hotline, called: { first, last: today } } };
  const { data, error, refetch } = useQuery(WORKER_RATES, { variables });
  const rates = data?.town?.callRates;
  const logOf = (answeredBy: string, undone: boolean) =>
    linkWith({ first, last: today, answeredBy, undone: undone ? '1' : null });
  return (
    <Panel
      flush
      title={t('workers')}
      extra={
        <Segmented
          size="small"
          value={span}
          options={spans.map((each) => ({ value: each, label: t(`spans.${each}`) }))}
          onChange={setSpan}
        />
      }
    >
      {!rates && (error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={3} />)}
      {rates && (
        <Table
          size="small"
          pagination={false}
          rowKey={({ worker }) => worker?.id ?? ''}
          dataSource={rates}
          locale={{ emptyText: t('none') }}
          scroll={{ x: 'max-content' }}
          columns={[
            {
              title: t('answeredBy'),
              key: 'worker',
              render: (_, { worker }) => worker?.name ?? t('nobodyAnswered'),
            },
            {
              title: t('count'),
              key: 'count',
              align: 'right',
              render: (_, { worker, count }) =>
                worker ? <NumberLink to={logOf(worker.id, false)}>{count}</NumberLink> : count,
            },
            {
              title: t('rates.completion'),
              key: 'completion',
              align: 'right',
              render: (_, { worker, count, completion }) =>
                worker && completion.numerator < count ? (
                  <NumberLink to={logOf(worker.id, true)}>{completion.rounded}</NumberLink>
                ) : (
                  completion.rounded
                ),
            },
            { title: t('rates.followUp'), key: 'followUp', align: 'right', render: (_, each) => each.followUp.rounded },
            {
              title: t('rates.satisfaction'),
              key: 'satisfaction',
              align: 'right',
              render: (_, each) => each.satisfaction.rounded,
            },
          ]}
        />
      )}
    </Panel>
  );
}
