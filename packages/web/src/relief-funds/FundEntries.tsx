import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { dayInShanghai } from '../ui/day.ts';
import { grouped } from '../ui/money.ts';
import { Sheet } from '../ui/Sheet.tsx';
import type { ReliefFund } from './relief-fund.ts';

/** What a fund was opened with, and by how much it became more or less since. */
export function FundEntries({ fund, onClose }: { fund: ReliefFund; onClose: () => void }) {
  const { t } = useTranslation('reliefFunds');
  return (
    <Modal open title={fund.name} footer={null} onCancel={onClose} width={640}>
      <Sheet
        stacks
        rows={fund.entries}
        rowKey="seq"
        empty={t('none')}
        columns={[
          {
            title: t('recorded'),
            key: 'recorded',
            render: (_, { recordedAt, recordedBy }) => `${dayInShanghai(new Date(recordedAt))} ${recordedBy ?? ''}`,
          },
          { title: t('amount'), key: 'amount', align: 'right', render: (_, { amount }) => grouped(amount) },
          { title: t('after'), key: 'budget', align: 'right', render: (_, { budget }) => grouped(budget) },
          { title: t('reason'), key: 'reason', dataIndex: 'reason' },
        ]}
      />
    </Modal>
  );
}
