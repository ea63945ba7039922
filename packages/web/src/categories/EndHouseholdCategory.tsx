import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { HeldCategory } from './category.ts';

const END = graphql(`
  mutation EndHouseholdCategory($input: EndHouseholdCategoryInput!) {
    endHouseholdCategory(input: $input) { household { id } }
  }
`);

/** Takes a household out of a category. */
export function EndHouseholdCategory({ held, onClose }: { held: HeldCategory; onClose: () => void }) {
  const { t } = useTranslation('categories');
  const end = useChange(END);
  return (
    <FormModal<{ on: string }>
      title={t('endTitle', { name: held.name })}
      lead={t('endLead')}
      submitLabel={t('end')}
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await end({ householdCategory: held.id, on });
        return t('ended');
      }}
    >
      <DayField name="on" label={t('endOn')} />
    </FormModal>
  );
}
