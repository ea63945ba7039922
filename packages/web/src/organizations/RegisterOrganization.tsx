import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { pathSince } from '../ui/asOf.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import {
  ContactFields,
  type ContactValues,
  OrganizationFields,
  type OrganizationValues,
} from './OrganizationFields.tsx';
import { organizationPath } from './organization.ts';

const REGISTER = graphql(`
  mutation RegisterOrganization($input: RegisterOrganizationInput!) {
    registerOrganization(input: $input) { organization { id } }
  }
`);

type Values = OrganizationValues & ContactValues & { from: string };

/** Registers an organisation, and leads to its page. */
export function RegisterOrganization({ town, onClose }: { town: string; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const register = useChange(REGISTER);
  const navigate = useNavigate();
  return (
    <FormModal<Values>
      title={t('register')}
      submitLabel={t('register')}
      initialValues={{ partyMembers: 0, from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ partyMembers, creditCode, owner, contact, telephone, ...values }) => {
        const { registerOrganization } = await register({
          ...{ town, ...values, partyMembers: partyMembers ?? 0 },
          ...{ creditCode: creditCode?.trim() || null, owner: owner?.trim() || null },
          ...{ contact: contact?.trim() || null, telephone: telephone?.trim() || null },
        });
        void navigate(pathSince(organizationPath(registerOrganization.organization.id), values.from));
        return t('registered', { name: values.name });
      }}
    >
      <OrganizationFields town={town} />
      <ContactFields />
      <DayField name="from" label={t('from')} />
    </FormModal>
  );
}
