import { useQuery } from '@apollo/client/react';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { RELIEF_LIST } from '../relief-items/relief-list.ts';
import { RELIEF_CAMPAIGNS } from '../relief-sums/relief-sums.ts';
import { MoneyField } from '../ui/MoneyField.tsx';
import { optionsOf } from '../ui/options.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';

/** What is applied for, whoever it is for. */
export interface Asked {
  item: string;
  campaign?: string;
  amount: string;
  reason: string;
  on: string;
}

/** The fields of what is applied for: the usual amount of an item is filled in with it. */
export function ReliefFields({ town }: { town: string }) {
  const form = Form.useFormInstance();
  const { t } = useTranslation('relief');
  const { data: list } = useQuery(RELIEF_LIST, { variables: { code: town } });
  const { data: rounds } = useQuery(RELIEF_CAMPAIGNS, { variables: { code: town } });
  const categories = list?.town?.reliefCategories ?? [];
  const usual = new Map(categories.flatMap(({ items }) => items.map(({ id, usualAmount }) => [id, usualAmount])));
  return (
    <>
      <Required chosen name="item" label={t('item')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={categories.map(({ name, items }) => ({ label: name, options: optionsOf(items) }))}
          onChange={(item: string) => {
            const amount = usual.get(item);
            if (amount != null) form.setFieldValue('amount', amount);
          }}
        />
      </Required>
      <Form.Item name="campaign" label={t('campaignOptional')}>
        <Select allowClear options={optionsOf(rounds?.town?.reliefCampaigns ?? [])} />
      </Form.Item>
      <MoneyField name="amount" label={t('asked')} />
      <Written name="reason" label={t('reason')} placeholder={t('reasonHint')} />
      <DayField name="on" label={t('appliedDay')} />
    </>
  );
}
