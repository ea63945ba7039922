import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import { ResidentFields, type ResidentValues, residentInput } from './ResidentFields.tsx';
import type { Home } from './resident.ts';

const ADD_RESIDENT = graphql(`
  mutation AddResident($input: AddResidentInput!) { addResident(input: $input) { resident { id } } }
`);

/** Adds a resident to a household. */
export function AddResident({ household, onClose }: { household: Home; onClose: () => void }) {
  const { t } = useTranslation('residents');
  const add = useChange(ADD_RESIDENT);
  return (
    <FormModal<ResidentValues & { head: boolean; from: string }>
      title={t('addTitle')}
      lead={t('addLead')}
      submitLabel={t('add')}
      initialValues={{ head: false, from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ head, from, ...values }) => {
        await add({ household: household.id, ...residentInput(values), head, from });
        return t('added', { name: values.name });
      }}
    >
      <ResidentFields />
      <Form.Item name="head" valuePropName="checked">
        <Checkbox>{t('isHead')}</Checkbox>
      </Form.Item>
      <DayField name="from" label={t('since')} />
    </FormModal>
  );
}
