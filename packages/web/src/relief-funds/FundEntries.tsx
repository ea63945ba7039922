import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { dayInShanghai } from '../ui/day.ts';
import { grouped } from '../ui/money.ts';
import { Sheet } from '../ui/Sheet.tsx';
import type { ReliefFund } from './relief-fund.ts';

/** What a fund was opened with, and by how much it became more or less since. */
export function FundEntries({ fund, onClose }: { fund: ReliefFund; onClose: () => void }) {
  const { t } = useTranslation('relief');
  return (
    <Modal open title={fund.name} footer={null} onCancel={onClose} width={640}>
      <Sheet
        stacks
        rows={fund.entries}
        rowKey="seq"
        empty={t('funds.none')}
        columns={[
          {
            title: t('funds.recorded'),
            key: 'recorded',
            render: (_, { recordedAt, recordedBy }) => `${dayInShanghai(new Date(recordedAt))} ${recordedBy ?? ''}`,
          },
          { title: t('funds.amount'), key: 'amount', align: 'right', render: (_, { amount }) => grouped(amount) },
          { title: t('funds.after'), key: 'budget', align: 'right', render: (_, { budget }) => grouped(budget) },
          { title: t('funds.reason'), key: 'reason', dataIndex: 'reason' },
        ]}
      />
    </Modal>
  );
}
