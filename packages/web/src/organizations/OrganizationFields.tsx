import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';
import { TreePicker } from '../units/TreePicker.tsx';
import { IndustryPicker, KindPicker } from './ListFilters.tsx';
import { mostPeople } from './organization.ts';

/** What a form says of an organisation, but for whom to ask there. */
export interface OrganizationValues {
  name: string;
  unit: string;
  kind: string;
  industry?: string;
  size?: number | null;
  partyMembers?: number | null;
  creditCode?: string;
}

/** What an organisation is: name, unit, kind, industry, people, Party members and credit code. */
export function OrganizationFields({ town }: { town: string }) {
  const { t } = useTranslation('organizations');
  return (
    <>
      <Required name="name" label={t('name')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <Required chosen name="unit" label={t('unit')}>
        <TreePicker town={town} pick="unit" placeholder={t('unit')} />
      </Required>
      <Required chosen name="kind" label={t('kind')}>
        <KindPicker town={town} />
      </Required>
      <Form.Item name="industry" label={t('industry')}>
        <IndustryPicker town={town} />
      </Form.Item>
      <div className="field-row">
        <Form.Item name="partyMembers" label={t('partyMembers')}>
          <InputNumber min={0} max={mostPeople} precision={0} />
        </Form.Item>
        <Form.Item name="size" label={t('size')}>
          <InputNumber min={0} max={mostPeople} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="creditCode" label={t('creditCode')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** What a form says of whom to ask at an organisation. */
export interface ContactValues {
  owner?: string;
  contact?: string;
  telephone?: string;
}

/** Whom to ask at an organisation. */
export function ContactFields() {
  const { t } = useTranslation('organizations');
  return (
    <>
      <div className="field-row">
        <Form.Item name="owner" label={t('owner')}>
          <Input maxLength={most.name} autoComplete="off" />
        </Form.Item>
        <Form.Item name="contact" label={t('contact')}>
          <Input maxLength={most.name} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="telephone" label={t('telephone')}>
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Form.Item>
    </>
  );
}
