import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { CoversField } from './CoversField.tsx';
import { KindFields } from './FoundPartyOrganization.tsx';
import { PartyPicker } from './PartyPicker.tsx';
import type { PartyInFull } from './party.ts';
import { SeatFields } from './SeatFields.tsx';
import { changesIn, type PartyValues, valuesOf } from './values.ts';

const CHANGE_PARTY_ORGANIZATION = graphql(`
  mutation ChangePartyOrganization($input: ChangePartyOrganizationInput!) {
    changePartyOrganization(input: $input) { partyOrganization { id version } }
  }
`);

interface Values extends PartyValues {
  from: string;
}

/** Lets a Party organisation be something else from a day on. Only what is otherwise is sent: what stays has no new version. */
export function ChangePartyOrganization({ party, onClose }: { party: PartyInFull; onClose: () => void }) {
  const { t } = useTranslation('partyOrganizations');
  const change = useChange(CHANGE_PARTY_ORGANIZATION);
  const { town } = party;
  const before = valuesOf(party);
  return (
    <FormModal<Values>
      title={t('changeTitle', { name: party.name })}
      lead={t('changeLead')}
      submitLabel={t('change')}
      initialValues={{ ...before, from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        const { id: partyOrganization, version: expectedVersion } = party;
        await change({ partyOrganization, expectedVersion, from: values.from, ...changesIn(before, values) });
        return t('changed');
      }}
    >
      <Required name="name" label={t('name')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <KindFields />
      <Form.Item name="parent" label={t('parent')}>
        <PartyPicker town={town.code} without={party.id} allowClear placeholder={t('top')} />
      </Form.Item>
      <SeatFields town={town} known={party.organization} />
      <CoversField town={town.code} known={party.covers.flatMap(({ organization }) => organization ?? [])} />
      <DayField name="from" label={t('changeFrom')} />
    </FormModal>
  );
}
