import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../change.ts';
import type { CoverageWay } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { PartyPicker } from '../party-organizations/PartyPicker.tsx';
import { dayInShanghai } from '../ui/day.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { DayField, Required } from '../ui/Required.tsx';
import { coverageWays } from './coverage.ts';
import { OrganizationPicker } from './OrganizationPicker.tsx';

const COVER_ORGANIZATION = graphql(`
  mutation CoverOrganization($input: CoverOrganizationInput!) {
    coverOrganization(input: $input) { link { id } }
  }
`);

interface Props {
  town: { code: string };
  /** One of the two is known; the other one is chosen. */
  party?: { id: string; name: string };
  organization?: { id: string; name: string };
  onClose: () => void;
}

interface Values {
  partyOrganization?: string;
  organization?: string;
  way: CoverageWay;
  from: string;
}

/** Lets a Party organisation cover an organisation, from the page of either. */
export function CoverOrganization({ town, party, organization, onClose }: Props) {
  const { t } = useTranslation(['coverage', 'partyOrganizations']);
  const cover = useChange(COVER_ORGANIZATION);
  return (
    <FormModal<Values>
      title={t('coverTitle', { name: party?.name ?? organization?.name })}
      lead={t('coverLead')}
      submitLabel={t('cover')}
      initialValues={{ way: 'AFFILIATED', from: dayInShanghai() }}
      onClose={onClose}
      onSubmit={async ({ way, from, ...chosen }) => {
        const named = { partyOrganization: party?.id ?? '', organization: organization?.id ?? '' };
        await cover({ ...named, ...chosen, way, from });
        return t('covered');
      }}
    >
      {!party && (
        <Required chosen name="partyOrganization" label={t('partyOrganizations:party')}>
          <PartyPicker town={town.code} />
        </Required>
      )}
      {!organization && (
        <Required chosen name="organization" label={t('organization')}>
          <OrganizationPicker town={town.code} />
        </Required>
      )}
      <Form.Item name="way" label={t('way')} extra={t('wayHint')}>
        <Select options={coverageWays.map((value) => ({ value, label: t(`ways.${value}`) }))} />
      </Form.Item>
      <DayField name="from" label={t('from')} />
    </FormModal>
  );
}
