import { useQuery } from '@apollo/client/react';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { RELIEF_LIST } from '../relief-items/relief-list.ts';
import type { Home } from '../residents/resident.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { MoneyField } from '../ui/MoneyField.tsx';
import { optionsOf } from '../ui/options.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { Written } from '../ui/Written.tsx';

const MEMBERS = graphql(`
  query MembersToRelieve($id: ID!) @purpose(of: RELIEF) {
    household(id: $id) { id residents { id name } }
  }
`);

const APPLY = graphql(`
  mutation ApplyForRelief($input: ApplyForReliefInput!) {
    applyForRelief(input: $input) { reliefApplication { id number } }
  }
`);

interface Values {
  item: string;
  resident?: string;
  amount: string;
  reason: string;
  on: string;
}

/** Applies for relief for a household. */
export function ApplyForRelief({ household, town, onClose }: { household: Home; town: string; onClose: () => void }) {
  const { t } = useTranslation(['relief', 'households']);
  const apply = useChange(APPLY);
  const { data: members } = useQuery(MEMBERS, { variables: { id: household.id }, fetchPolicy: 'no-cache' });
  const { data: list } = useQuery(RELIEF_LIST, { variables: { code: town } });
  const categories = list?.town?.reliefCategories ?? [];
  const usual = new Map(categories.flatMap(({ items }) => items.map(({ id, usualAmount }) => [id, usualAmount])));
  return (
    <FormModal<Values>
      title={t('applyTitle', { code: household.code ?? t('households:noCode') })}
      readsFor="RELIEF"
      submitLabel={t('apply')}
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ resident, ...values }) => {
        const { applyForRelief } = await apply({
          household: household.id,
          ...values,
          ...(resident === undefined ? {} : { resident }),
        });
        return t('applied', { number: applyForRelief.reliefApplication.number });
      }}
    >
      {(form) => (
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
          <Form.Item name="resident" label={t('residentOptional')}>
            <Select allowClear options={optionsOf(members?.household?.residents ?? [])} />
          </Form.Item>
          <MoneyField name="amount" label={t('asked')} />
          <Written name="reason" label={t('reason')} placeholder={t('reasonHint')} />
          <DayField name="on" label={t('appliedDay')} />
        </>
      )}
    </FormModal>
  );
}
