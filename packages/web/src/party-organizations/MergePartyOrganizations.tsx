import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { PartyOrganizationForm } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField } from '../ui/Required.tsx';
import { BecauseField } from './DissolvePartyOrganization.tsx';
import { PartiesPicker } from './PartyPicker.tsx';
import { type PartyInFull, partyForms } from './party.ts';

const MERGE_PARTY_ORGANIZATIONS = graphql(`
  mutation MergePartyOrganizations($input: MergePartyOrganizationsInput!) {
    mergePartyOrganizations(input: $input) { partyOrganization { id version } }
  }
`);

interface Values {
  others: string[];
  form?: PartyOrganizationForm;
  because: string;
  on: string;
}

/** Merges other Party organisations into one. */
export function MergePartyOrganizations({ party, onClose }: { party: PartyInFull; onClose: () => void }) {
  const { t } = useTranslation(['partyOrganizations', 'ui']);
  const merge = useChange(MERGE_PARTY_ORGANIZATIONS);
  return (
    <FormModal<Values>
      title={t('mergeTitle', { name: party.name })}
      lead={t('mergeLead')}
      submitLabel={t('merge')}
      initialValues={{ on: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ form, ...values }) => {
        const made = form === undefined ? {} : { form };
        await merge({ into: party.id, expectedVersion: party.version, ...made, ...values });
        return t('merged');
      }}
    >
      <Form.Item
        name="others"
        label={t('others')}
        rules={[{ required: true, message: t('ui:choose', { label: t('others') }) }]}
      >
        <PartiesPicker town={party.town.code} without={party.id} />
      </Form.Item>
      <Form.Item name="form" label={t('mergedForm')}>
        <Select
          allowClear
          placeholder={t('sameForm')}
          options={partyForms.map((value) => ({ value, label: t(`forms.${value}`) }))}
        />
      </Form.Item>
      <BecauseField />
      <DayField name="on" label={t('mergedOn')} />
    </FormModal>
  );
}
