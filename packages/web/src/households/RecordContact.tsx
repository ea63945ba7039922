import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Household } from './household.ts';

const RECORD_CONTACT = graphql(`
  mutation RecordContact($input: RecordContactInput!) {
    recordContact(input: $input) { contact { id block { name } } }
  }
`);

/** Records a contact with a household on a day. */
export function RecordContact({ household, onClose }: { household: Household; onClose: () => void }) {
  const { t } = useTranslation('households');
  const record = useChange(RECORD_CONTACT);
  return (
    <FormModal<{ contactedOn: string }>
      title={t('contactTitle', { code: household.code ?? t('noCode') })}
      submitLabel={t('contact')}
      initialValues={{ contactedOn: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ contactedOn }) => {
        const { recordContact } = await record({ household: household.id, contactedOn });
        return t('contacted', { block: recordContact.contact.block.name });
      }}
    >
      <DayField name="contactedOn" label={t('contactedOn')} />
    </FormModal>
  );
}
