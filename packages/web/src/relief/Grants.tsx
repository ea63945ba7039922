import { useTranslation } from 'react-i18next';
import { grouped } from '../ui/money.ts';
import { Panel } from '../ui/Panel.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import type { ReliefApplication } from './relief.ts';

/** What an application is granted of which funds, and whether it is paid. */
export function Grants({ grants }: Pick<ReliefApplication, 'grants'>) {
  const { t } = useTranslation(['relief', 'reliefFunds']);
  return (
    <Panel title={t('grants')} flush>
      <Sheet
        stacks
        rows={grants}
        empty={t('noGrants')}
        columns={[
          { title: t('reliefFunds:name'), key: 'fund', render: (_, { fund }) => fund.name },
          {
            title: t('reliefFunds:source'),
            key: 'source',
            render: (_, { fund }) => t(`reliefFunds:sources.${fund.source}`),
          },
          { title: t('amount'), key: 'amount', align: 'right', render: (_, { amount }) => grouped(amount) },
          {
            title: t('payment'),
            key: 'payment',
            render: (_, { paidOn, way, cancelledOn }) => {
              if (cancelledOn !== null) return t('cancelledOn', { day: cancelledOn });
              return paidOn === null || way === null ? t('unpaid') : `${paidOn} ${t(`ways.${way}`)}`;
            },
          },
        ]}
      />
    </Panel>
  );
}
