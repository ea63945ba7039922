import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import type { Town } from '../towns/town.ts';
import { pathSince } from '../ui/asOf.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';
import { CoversField } from './CoversField.tsx';
import { PartyPicker } from './PartyPicker.tsx';
import { partyForms, partyKinds, partyPath } from './party.ts';
import { SeatFields } from './SeatFields.tsx';
import { coversOf, type PartyValues, seatOf } from './values.ts';

const FOUND_PARTY_ORGANIZATION = graphql(`
  mutation FoundPartyOrganization($input: FoundPartyOrganizationInput!) {
    foundPartyOrganization(input: $input) { partyOrganization { id name } }
  }
`);

interface Values extends PartyValues {
  from: string;
}

/** Founds a Party organisation and leads to its page. */
export function FoundPartyOrganization({ town, onClose }: { town: Town; onClose: () => void }) {
  const { t } = useTranslation('partyOrganizations');
  const found = useChange(FOUND_PARTY_ORGANIZATION);
  const navigate = useNavigate();
  return (
    <FormModal<Values>
      title={t('found')}
      submitLabel={t('found')}
      initialValues={{ kind: 'BRANCH', form: 'INDEPENDENT', seatKind: 'town', from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async (values) => {
        const { name, kind, form, parent, from } = values;
        const { foundPartyOrganization } = await found({
          ...{ town: town.code, name: name.trim(), kind, form, from, parent: parent ?? null },
          ...{ seat: seatOf(values), ...coversOf(values) },
        });
        void navigate(pathSince(partyPath(foundPartyOrganization.partyOrganization.id), from));
        return t('founded', { name });
      }}
    >
      <Required name="name" label={t('name')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <KindFields />
      <Form.Item name="parent" label={t('parent')}>
        <PartyPicker town={town.code} allowClear placeholder={t('top')} />
      </Form.Item>
      <SeatFields town={town} />
      <CoversField town={town.code} />
      <DayField name="from" label={t('foundedOn')} />
    </FormModal>
  );
}

/** Of which kind a Party organisation is, and of whom it is made up. */
export function KindFields() {
  const { t } = useTranslation('partyOrganizations');
  return (
    <div className="field-row">
      <Form.Item name="kind" label={t('kind')}>
        <Select options={partyKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      </Form.Item>
      <Form.Item name="form" label={t('form')}>
        <Select options={partyForms.map((value) => ({ value, label: t(`forms.${value}`) }))} />
      </Form.Item>
    </div>
  );
}
