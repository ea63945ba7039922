import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker } from '../coverage/OrganizationPicker.tsx';
import { Required } from '../ui/Required.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { IndustryPicker } from './IndustryPicker.tsx';
import { type SeatValues, seatKinds } from './values.ts';

interface Props {
  town: { code: string };
  /** The organisation in which it sits. */
  known?: { id: string; name: string } | null;
}

/** Chooses where a Party organisation sits: in the town itself, a unit, an organisation or an industry. */
export function SeatFields({ town, known = null }: Props) {
  const { t } = useTranslation('partyOrganizations');
  const kind: SeatValues['seatKind'] = Form.useWatch('seatKind') ?? 'town';
  return (
    <>
      <Form.Item name="seatKind" label={t('seat')}>
        <Select options={seatKinds.map((value) => ({ value, label: t(`seatKinds.${value}`) }))} />
      </Form.Item>
      {kind === 'unit' && (
        <Required chosen name="unit" label={t('seatKinds.unit')}>
          <TreePicker town={town.code} pick="unit" placeholder={t('seatKinds.unit')} />
        </Required>
      )}
      {kind === 'organization' && (
        <Required chosen name="organization" label={t('seatKinds.organization')}>
          <OrganizationPicker town={town.code} known={known} />
        </Required>
      )}
      {kind === 'industry' && (
        <Required chosen name="industry" label={t('seatKinds.industry')}>
          <IndustryPicker town={town.code} />
        </Required>
      )}
    </>
  );
}
