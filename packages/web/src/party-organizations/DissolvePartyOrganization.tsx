import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import type { PartyInFull } from './party.ts';

const DISSOLVE_PARTY_ORGANIZATION = graphql(`
  mutation DissolvePartyOrganization($input: DissolvePartyOrganizationInput!) {
    dissolvePartyOrganization(input: $input) { partyOrganization { id version } }
  }
`);

/** Dissolves a Party organisation on a day, with the reason. */
export function DissolvePartyOrganization({ party, onClose }: { party: PartyInFull; onClose: () => void }) {
  const { t } = useTranslation('partyOrganizations');
  const dissolve = useChange(DISSOLVE_PARTY_ORGANIZATION);
  return (
    <FormModal<{ on: string; because: string }>
      title={t('dissolveTitle', { name: party.name })}
      lead={t('dissolveLead')}
      submitLabel={t('dissolve')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        await dissolve({ partyOrganization: party.id, expectedVersion: party.version, ...values });
        return t('dissolved');
      }}
    >
      <BecauseField />
      <DayField name="on" label={t('dissolvedOn')} />
    </FormModal>
  );
}

/** Why something is done, which must be said. */
export function BecauseField() {
  const { t } = useTranslation('partyOrganizations');
  return (
    <Required name="because" label={t('because')}>
      <Input maxLength={most.visitReason} placeholder={t('becauseHint')} autoComplete="off" />
    </Required>
  );
}
