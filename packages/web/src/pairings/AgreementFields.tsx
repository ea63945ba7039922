import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Written } from '../ui/Written.tsx';

/** What is typed of what is agreed. */
export interface Agreement {
  service: string;
  contactEveryDays?: number | null;
  telephone?: string | null;
}

/** What is typed as the platform takes it: what is left empty is none. */
export function agreed({ service, contactEveryDays, telephone }: Agreement) {
  return { service, contactEveryDays: contactEveryDays ?? null, telephone: telephone?.trim() || null };
}

/** The service that is agreed, how often they are in contact, and the telephone number for the card. */
export function AgreementFields() {
  const { t } = useTranslation('pairings');
  return (
    <>
      <Written name="service" label={t('service')} placeholder={t('serviceHint')} />
      <Form.Item name="contactEveryDays" label={t('contactEvery')}>
        <InputNumber min={1} max={366} precision={0} placeholder={t('notAgreed')} />
      </Form.Item>
      <Form.Item name="telephone" label={t('telephone')} extra={t('telephoneHint')}>
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Form.Item>
    </>
  );
}
