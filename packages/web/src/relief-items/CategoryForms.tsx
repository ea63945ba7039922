import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { ADD_CATEGORY, END_CATEGORY, RENAME_CATEGORY, type ReliefCategory } from './relief-list.ts';

interface OfCategory {
  category: ReliefCategory;
  onClose: () => void;
}

/** Puts a category of relief on a town's list. */
export function AddCategory({ town, onClose }: { town: string; onClose: () => void }) {
  const { t } = useTranslation(['reliefItems', 'ui']);
  const add = useChange(ADD_CATEGORY);
  return (
    <FormModal<{ name: string; sensitive?: boolean }>
      title={t('addCategory')}
      submitLabel={t('add')}
      initialValues={{}}
      onClose={onClose}
      onSubmit={async ({ name, sensitive = false }) => {
        await add({ town, name, sensitive });
        return t('ui:saved');
      }}
    >
      <NameField />
      <Form.Item name="sensitive" valuePropName="checked" extra={t('sensitiveHint')}>
        <Checkbox>{t('isSensitive')}</Checkbox>
      </Form.Item>
    </FormModal>
  );
}

/** Gives a category another name. */
export function RenameCategory({ category, onClose }: OfCategory) {
  const { t } = useTranslation(['reliefItems', 'ui']);
  const rename = useChange(RENAME_CATEGORY);
  return (
    <FormModal<{ name: string }>
      title={`${category.name} · ${t('rename')}`}
      submitLabel={t('ui:save')}
      initialValues={{ name: category.name }}
      onClose={onClose}
      onSubmit={async ({ name }) => {
        await rename({ reliefCategory: category.id, name });
        return t('ui:saved');
      }}
    >
      <NameField />
    </FormModal>
  );
}

/** Ends a category with its items. */
export function EndCategory({ category, onClose }: OfCategory) {
  const { t } = useTranslation(['reliefItems', 'ui']);
  const end = useChange(END_CATEGORY);
  return (
    <FormModal<object>
      title={t('endTitle', { name: category.name })}
      lead={t('endCategoryLead')}
      submitLabel={t('end')}
      danger
      initialValues={{}}
      onClose={onClose}
      onSubmit={async () => {
        await end({ reliefCategory: category.id });
        return t('ui:saved');
      }}
    />
  );
}

function NameField() {
  const { t } = useTranslation('reliefItems');
  return (
    <Required name="name" label={t('name')}>
      <Input maxLength={most.name} />
    </Required>
  );
}
