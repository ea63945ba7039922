import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { Management, Permission } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import { BecauseField } from './DissolvePartyOrganization.tsx';

const TAKE_INTO_DIRECT_MANAGEMENT = graphql(`
  mutation TakeIntoDirectManagement($input: TakeIntoDirectManagementInput!) {
    takeIntoDirectManagement(input: $input) { organization { id } partyOrganization { id } }
  }
`);

const RETURN_TO_TERRITORY = graphql(`
  mutation ReturnToTerritory($input: ReturnToTerritoryInput!) {
    returnToTerritory(input: $input) { organization { id } partyOrganization { id } }
  }
`);

/** An organisation or a Party organisation, and by whom it is managed. */
export interface Managed {
  __typename?: 'Organization' | 'PartyOrganization';
  id: string;
  name: string;
  asOf: string;
  validTo: string | null;
  viewerCan: readonly Permission[];
  management: Management;
  directManagement: readonly {
    validFrom: string;
    validTo: string | null;
    enteredBecause: string | null;
    leftBecause: string | null;
  }[];
}

interface Props {
  of: Managed;
  onClose: () => void;
}

function nameOf({ __typename, id }: Managed) {
  return __typename === 'Organization' ? { organization: id } : { partyOrganization: id };
}

/** Takes an organisation or a Party organisation into direct management. */
export function TakeIntoDirectManagement({ of, onClose }: Props) {
  const { t } = useTranslation('partyOrganizations');
  const take = useChange(TAKE_INTO_DIRECT_MANAGEMENT);
  return (
    <FormModal<{ from: string; because: string }>
      title={t('takeTitle', { name: of.name })}
      lead={t('takeLead')}
      submitLabel={t('take')}
      initialValues={{ from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        await take({ ...nameOf(of), ...values });
        return t('took');
      }}
    >
      <BecauseField />
      <DayField name="from" label={t('takeFrom')} />
    </FormModal>
  );
}

/** Gives it back to where it is. */
export function ReturnToTerritory({ of, onClose }: Props) {
  const { t } = useTranslation('partyOrganizations');
  const giveBack = useChange(RETURN_TO_TERRITORY);
  return (
    <FormModal<{ on: string; because: string }>
      title={t('returnTitle', { name: of.name })}
      lead={t('returnLead')}
      submitLabel={t('return')}
      danger
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        await giveBack({ ...nameOf(of), ...values });
        return t('returned');
      }}
    >
      <BecauseField />
      <DayField name="on" label={t('returnOn')} />
    </FormModal>
  );
}
