import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { most } from '../ui/limits.ts';
import { DayField, Required } from '../ui/Required.tsx';

/** What a restructuring is drawn up with beside its steps. */
export interface Head {
  effectiveOn: string;
  reason: string;
  documentNumber: string;
}

/** The day, the reason and the document number of a restructuring. */
export function HeadFields() {
  const { t } = useTranslation('restructurings');
  return (
    <>
      <DayField name="effectiveOn" label={t('draft.effectiveOn')} />
      <GroundsFields />
    </>
  );
}

/** Why, and by which document. */
export function GroundsFields() {
  const { t } = useTranslation('restructurings');
  return (
    <>
      <Required name="reason" label={t('draft.reason')}>
        <Input autoFocus maxLength={most.reason} autoComplete="off" />
      </Required>
      <Form.Item name="documentNumber" label={t('draft.documentNumber')}>
        <Input maxLength={most.documentNumber} autoComplete="off" />
      </Form.Item>
    </>
  );
}
