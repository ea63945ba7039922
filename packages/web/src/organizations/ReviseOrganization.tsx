import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import { OrganizationFields, type OrganizationValues } from './OrganizationFields.tsx';
import { changedValues, type Organization } from './organization.ts';

export const REVISE = graphql(`
  mutation ReviseOrganization($input: ReviseOrganizationInput!) {
    reviseOrganization(input: $input) { organization { id } }
  }
`);

/** Says what an organisation is from a day on: it grows above the scale, moves, or is called something else. */
export function ReviseOrganization({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const revise = useChange(REVISE);
  const { id, name, version, town, unit, kind, industry, size, partyMembers, creditCode } = organization;
  const before = {
    ...{ name, unit: unit?.id ?? null, kind: kind.id, industry: industry?.id ?? null, size, partyMembers, creditCode },
  };
  return (
    <FormModal<OrganizationValues & { from: string }>
      title={t('reviseTitle', { name })}
      lead={t('reviseLead')}
      submitLabel={t('revise')}
      initialValues={{
        ...{ name, kind: kind.id, size, partyMembers, from: dayInShanghai() },
        ...(unit ? { unit: unit.id } : {}),
        ...(industry ? { industry: industry.id } : {}),
        ...(creditCode === null ? {} : { creditCode }),
      }}
      onClose={onClose}
      onSubmit={async ({ from, ...values }) => {
        const after = {
          ...{ name: values.name, unit: values.unit, kind: values.kind, industry: values.industry ?? null },
          ...{ size: values.size ?? null, partyMembers: values.partyMembers ?? 0 },
          creditCode: values.creditCode?.trim() || null,
        };
        await revise({ organization: id, from, expectedVersion: version, ...changedValues(before, after) });
        return t('revised', { name: values.name });
      }}
    >
      <OrganizationFields town={town.code} />
      <DayField name="from" label={t('from')} />
    </FormModal>
  );
}
