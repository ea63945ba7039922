import { Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { Details } from '../ui/Details.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { MoneyField } from '../ui/MoneyField.tsx';
import { grouped } from '../ui/money.ts';
import { Panel } from '../ui/Panel.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import type { Programme } from './programme.ts';

const SPEND = graphql(`
  mutation RecordProgrammeSpending($input: RecordProgrammeSpendingInput!) {
    recordProgrammeSpending(input: $input) {
      programme { id spent spentPerHead spendings { amount spentOn text recordedBy } }
    }
  }
`);

/** What a programme is to cost and what was spent for it, and the way to put down more. Nothing where nothing is said of either. */
export function Spendings({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmeMoney');
  const money = (amount: string) => t('yuan', { amount: grouped(amount) });
  const [spending, setSpending] = useState(false);
  const { budget, costPerHead, expectedCost, spent, spentPerHead, spendings } = programme;
  const manages = can(programme, 'PROGRAMME_MANAGE');
  const isOver = budget !== null && Number(spent) > Number(budget);
  if (!manages && budget === null && costPerHead === null && spendings.length === 0) return null;
  const rows = [
    budget !== null && { label: t('budget'), children: money(budget) },
    costPerHead !== null && { label: t('costPerHead'), children: money(costPerHead) },
    expectedCost !== null && { label: t('expectedCost'), children: money(expectedCost) },
    {
      label: t('spent'),
      children: (
        <>
          {money(spent)} {isOver && <Tag color="red">{t('overBudget')}</Tag>}
        </>
      ),
    },
    spentPerHead !== null && { label: t('spentPerHead'), children: money(spentPerHead) },
  ];
  const record = manages && (
    <Button size="small" onClick={() => setSpending(true)}>
      {t('spend')}
    </Button>
  );
  return (
    <Panel title={t('money')} extra={record}>
      <Details rows={rows} />
      {spendings.map(({ amount, spentOn, text, recordedBy }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are only ever added at the end of their day
        <div key={index} className="hint">
          {[spentOn, text, money(amount), recordedBy].filter((each) => each !== null).join(' · ')}
        </div>
      ))}
      {spending && <Spend programme={programme} onClose={() => setSpending(false)} />}
    </Panel>
  );
}

/** Puts down what was spent; less than nothing takes back what was put down wrongly. */
function Spend({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const { t } = useTranslation(['programmeMoney', 'ui']);
  const spend = useChange(SPEND);
  return (
    <FormModal<{ amount: string; text: string; on: string }>
      title={t('spend')}
      lead={t('spendLead')}
      submitLabel={t('spend')}
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        await spend({ programme: programme.id, ...values });
        return t('ui:saved');
      }}
    >
      <MoneyField name="amount" label={t('amount')} signed />
      <Required name="text" label={t('forWhat')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <DayField name="on" label={t('spentOn')} />
    </FormModal>
  );
}
