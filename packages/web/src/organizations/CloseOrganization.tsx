import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { BecauseField } from '../party-organizations/DissolvePartyOrganization.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import type { Organization } from './organization.ts';

const CLOSE = graphql(`
  mutation CloseOrganization($input: CloseOrganizationInput!) {
    closeOrganization(input: $input) { organization { id validTo } }
  }
`);

/** Closes an organisation on a day, with the reason. What covers it and who is assigned to it end with it. */
export function CloseOrganization({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const close = useChange(CLOSE);
  const { id, name, version } = organization;
  return (
    <FormModal<{ on: string; because: string }>
      title={t('closeTitle', { name })}
      lead={t('closeLead')}
      submitLabel={t('close')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        await close({ organization: id, expectedVersion: version, ...values });
        return t('closedNow', { name });
      }}
    >
      <BecauseField />
      <DayField name="on" label={t('closeOn')} />
    </FormModal>
  );
}
