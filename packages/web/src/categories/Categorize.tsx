import { useQuery } from '@apollo/client/react';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import type { Home } from '../residents/resident.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { optionsOf } from '../ui/options.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { CategoryPicker } from './CategoryPicker.tsx';

const MEMBERS_TO_CATEGORIZE = graphql(`
  query MembersToCategorize($id: ID!) @purpose(of: UPKEEP) {
    household(id: $id) { id residents { id name } }
  }
`);

const CATEGORIZE = graphql(`
  mutation CategorizeHousehold($input: CategorizeHouseholdInput!) {
    categorizeHousehold(input: $input) { household { id } }
  }
`);

interface Values {
  category: string;
  resident?: string;
  reason: string;
  from: string;
}

/** Puts a household into a category. */
export function Categorize({ household, town, onClose }: { household: Home; town: string; onClose: () => void }) {
  const { t } = useTranslation(['categories', 'households']);
  const { data } = useQuery(MEMBERS_TO_CATEGORIZE, { variables: { id: household.id }, fetchPolicy: 'no-cache' });
  const members = data?.household?.residents ?? [];
  const categorize = useChange(CATEGORIZE);
  return (
    <FormModal<Values>
      title={t('categorizeTitle', { code: household.code ?? t('households:noCode') })}
      readsFor="UPKEEP"
      submitLabel={t('categorize')}
      initialValues={{ from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ resident, ...values }) => {
        await categorize({ household: household.id, ...values, ...(resident === undefined ? {} : { resident }) });
        return t('categorized');
      }}
    >
      <Required chosen name="category" label={t('category')}>
        <CategoryPicker town={town} />
      </Required>
      <Form.Item name="resident" label={t('resident')}>
        <Select allowClear options={optionsOf(members)} />
      </Form.Item>
      <Required name="reason" label={t('reason')}>
        <Input maxLength={most.visitReason} autoComplete="off" />
      </Required>
      <DayField name="from" />
    </FormModal>
  );
}
