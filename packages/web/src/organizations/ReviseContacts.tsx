import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import { ContactFields, type ContactValues } from './OrganizationFields.tsx';
import { changedValues, type Organization } from './organization.ts';
import { REVISE } from './ReviseOrganization.tsx';

const CONTACTS_TO_REVISE = graphql(`
  query OrganizationContactsToRevise($id: ID!) @purpose(of: UPKEEP) {
    organization(id: $id) { id owner contact telephone }
  }
`);

/** Says whom to ask at an organisation from a day on. */
export function ReviseContacts({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const revise = useChange(REVISE);
  const { id, name, version } = organization;
  const { data } = useQuery(CONTACTS_TO_REVISE, { variables: { id }, fetchPolicy: 'no-cache' });
  const before = data?.organization;
  if (!before) return null;
  const { owner, contact, telephone } = before;
  return (
    <FormModal<ContactValues & { from: string }>
      title={t('reviseContactsTitle', { name })}
      lead={t('reviseLead')}
      readsFor="UPKEEP"
      submitLabel={t('reviseContacts')}
      initialValues={{
        ...(owner === null ? {} : { owner }),
        ...(contact === null ? {} : { contact }),
        ...(telephone === null ? {} : { telephone }),
        from: dayInShanghai(),
      }}
      onClose={onClose}
      onSubmit={async ({ from, ...values }) => {
        const after = {
          ...{ owner: values.owner?.trim() || null, contact: values.contact?.trim() || null },
          telephone: values.telephone?.trim() || null,
        };
        const changed = changedValues({ owner, contact, telephone }, after);
        await revise({ organization: id, from, expectedVersion: version, ...changed });
        return t('revised', { name });
      }}
    >
      <ContactFields />
      <DayField name="from" label={t('from')} />
    </FormModal>
  );
}
