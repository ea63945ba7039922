import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { CategoryFields, type CategoryValues } from './CategoryFields.tsx';
import type { Category } from './category.ts';

const REVISE_CATEGORY = graphql(`
  mutation ReviseCategory($input: ReviseCategoryInput!) { reviseCategory(input: $input) { category { id version } } }
`);

/** Gives a category another name, group or place in the list. */
export function ReviseCategory({ category, onClose }: { category: Category; onClose: () => void }) {
  const { t } = useTranslation(['categories', 'ui']);
  const revise = useChange(REVISE_CATEGORY);
  const { id, name, group, position, version } = category;
  return (
    <FormModal<CategoryValues>
      title={t('reviseTitle', { name })}
      lead={t('reviseLead')}
      submitLabel={t('ui:save')}
      initialValues={{ name, group, position }}
      onClose={onClose}
      onSubmit={async (values) => {
        await revise({ category: id, ...values, position: values.position ?? position, expectedVersion: version });
        return t('ui:saved');
      }}
    >
      <CategoryFields />
    </FormModal>
  );
}
