import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';

/** What a form about an entry of a list holds. */
export interface EntryValues {
  name: string;
  position?: number | null;
}

/** Name and place of an entry of a list. */
export function EntryFields() {
  const { t } = useTranslation('organizations');
  return (
    <>
      <Required name="name" label={t('lists.name')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <Form.Item name="position" label={t('lists.position')}>
        <InputNumber min={1} max={999} precision={0} />
      </Form.Item>
    </>
  );
}
