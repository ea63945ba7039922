import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { dayInShanghai } from '../ui/day.ts';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';

/** What a form about a resident holds. */
export interface ResidentValues {
  name: string;
  birthYear?: number | null;
  telephone?: string;
}

/** Name, year of birth and telephone number of a resident. */
export function ResidentFields() {
  const { t } = useTranslation('residents');
  return (
    <>
      <Required name="name" label={t('name')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <div className="field-row">
        <Form.Item name="birthYear" label={t('birthYear')}>
          <InputNumber min={1900} max={Number(dayInShanghai().slice(0, 4))} precision={0} />
        </Form.Item>
        <Form.Item name="telephone" label={t('telephone')}>
          <Input inputMode="tel" maxLength={40} autoComplete="off" />
        </Form.Item>
      </div>
    </>
  );
}

/** The values as the contract takes them: a field that was emptied is taken away. */
export function residentInput({ name, birthYear, telephone }: ResidentValues) {
  const number = telephone?.trim() ?? '';
  return { name, birthYear: birthYear ?? null, telephone: number === '' ? null : number };
}
