import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Household } from './household.ts';

const END_HOUSEHOLD = graphql(`
  mutation EndHousehold($input: EndHouseholdInput!) {
    endHousehold(input: $input) { household { id version validTo } }
  }
`);

/** Ends a household that has left the town, after asking. */
export function EndHousehold({ household, onClose }: { household: Household; onClose: () => void }) {
  const { t } = useTranslation('households');
  const end = useChange(END_HOUSEHOLD);
  return (
    <FormModal<{ on: string }>
      title={t('endTitle', { code: household.code ?? t('noCode') })}
      lead={t('endLead')}
      submitLabel={t('end')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        await end({ household: household.id, on, expectedVersion: household.version });
        return t('ended', { code: household.code ?? t('noCode') });
      }}
    >
      <DayField name="on" label={t('endOn')} />
    </FormModal>
  );
}
