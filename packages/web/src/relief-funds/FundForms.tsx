import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { ReliefSource } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { MoneyField } from '../ui/MoneyField.tsx';
import { grouped } from '../ui/money.ts';
import { Required } from '../ui/Required.tsx';
import { type ReliefFund, reliefSources, years } from './relief-fund.ts';

const OPEN_FUND = graphql(`
  mutation OpenReliefFund($input: OpenReliefFundInput!) {
    openReliefFund(input: $input) { fund { id } }
  }
`);

const ADJUST_FUND = graphql(`
  mutation AdjustReliefFund($input: AdjustReliefFundInput!) {
    adjustReliefFund(input: $input) { fund { id version } }
  }
`);

const CLOSE_FUND = graphql(`
  mutation CloseReliefFund($input: CloseReliefFundInput!) {
    closeReliefFund(input: $input) { fund { id version } }
  }
`);

interface Opening {
  year: number;
  name: string;
  source: ReliefSource;
  budget: string;
  reason?: string;
}

/** Opens a fund. */
export function OpenFund({ town, onClose }: { town: string; onClose: () => void }) {
  const { t } = useTranslation(['reliefFunds', 'ui']);
  const open = useChange(OPEN_FUND);
  return (
    <FormModal<Opening>
      title={t('open')}
      submitLabel={t('open')}
      initialValues={{ year: Number(dayInShanghai().slice(0, 4)) }}
      onClose={onClose}
      onSubmit={async ({ reason, ...values }) => {
        await open({ town, ...values, ...(reason?.trim() ? { reason } : {}) });
        return t('ui:saved');
      }}
    >
      <Form.Item
        name="year"
        label={t('year')}
        rules={[{ required: true, message: t('ui:required', { label: t('year') }) }]}
      >
        <InputNumber min={years.first} max={years.last} precision={0} />
      </Form.Item>
      <Required name="name" label={t('name')}>
        <Input maxLength={most.name} />
      </Required>
      <Required chosen name="source" label={t('source')}>
        <Select options={reliefSources.map((value) => ({ value, label: t(`sources.${value}`) }))} />
      </Required>
      <MoneyField name="budget" label={t('budget')} />
      <Form.Item name="reason" label={t('note')}>
        <Input maxLength={most.fundReason} />
      </Form.Item>
    </FormModal>
  );
}

interface OfFund {
  fund: ReliefFund;
  onClose: () => void;
}

/** Makes a fund more or less. */
export function AdjustFund({ fund, onClose }: OfFund) {
  const { t } = useTranslation(['reliefFunds', 'ui']);
  const adjust = useChange(ADJUST_FUND);
  return (
    <FormModal<{ amount: string; reason: string }>
      title={`${fund.name} · ${t('adjust')}`}
      lead={t('adjustLead', { budget: grouped(fund.budget), free: grouped(fund.free) })}
      submitLabel={t('adjust')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async (values) => {
        await adjust({ fund: fund.id, expectedVersion: fund.version, ...values });
        return t('ui:saved');
      }}
    >
      <MoneyField signed name="amount" label={t('by')} extra={t('byHint')} />
      <Required name="reason" label={t('reason')}>
        <Input maxLength={most.fundReason} />
      </Required>
    </FormModal>
  );
}

/** Closes a fund. */
export function CloseFund({ fund, onClose }: OfFund) {
  const { t } = useTranslation(['reliefFunds', 'ui']);
  const close = useChange(CLOSE_FUND);
  return (
    <FormModal<object>
      title={t('closeTitle', { name: fund.name })}
      lead={t('closeLead')}
      submitLabel={t('close')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async () => {
        await close({ fund: fund.id, expectedVersion: fund.version });
        return t('ui:saved');
      }}
    />
  );
}
