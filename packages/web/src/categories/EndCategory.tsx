import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Category } from './category.ts';

const END_CATEGORY = graphql(`
  mutation EndCategory($input: EndCategoryInput!) { endCategory(input: $input) { category { id validTo } } }
`);

/** Ends a category for the whole town. */
export function EndCategory({ category, onClose }: { category: Category; onClose: () => void }) {
  const { t } = useTranslation(['categories', 'ui']);
  const end = useChange(END_CATEGORY);
  const { id, name, version } = category;
  return (
    <FormModal<{ on: string }>
      title={t('stopTitle', { name })}
      lead={t('stopLead')}
      submitLabel={t('stop')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await end({ category: id, on, expectedVersion: version });
        return t('ui:saved');
      }}
    >
      <DayField name="on" label={t('endOn')} />
    </FormModal>
  );
}
