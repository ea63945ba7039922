import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { CategoryFields, type CategoryValues } from './CategoryFields.tsx';

const ADD_CATEGORY = graphql(`
  mutation AddCategory($input: AddCategoryInput!) { addCategory(input: $input) { category { id } } }
`);

/** Adds a category to a town's list. */
export function AddCategory({ town, onClose }: { town: string; onClose: () => void }) {
  const { t } = useTranslation(['categories', 'ui']);
  const add = useChange(ADD_CATEGORY);
  return (
    <FormModal<CategoryValues & { sensitive: boolean }>
      title={t('addTitle')}
      submitLabel={t('add')}
      initialValues={{ group: 'KEY', sensitive: false }}
      onClose={onClose}
      onSubmit={async ({ position, ...values }) => {
        await add({ town, ...values, ...(position == null ? {} : { position }) });
        return t('ui:saved');
      }}
    >
      <CategoryFields />
      <Form.Item name="sensitive" valuePropName="checked" extra={t('sensitiveHint')}>
        <Checkbox>{t('sensitive')}</Checkbox>
      </Form.Item>
    </FormModal>
  );
}
