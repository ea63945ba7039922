import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { most } from '../ui/limits.ts';
import { CallerFound } from './CallerFound.tsx';

/** Who calls, as the form has them. */
export interface Calling {
  telephone?: string;
  /** A name, number or address by which the household is looked for where the telephone number does not tell. */
  words?: string;
  household?: string | null;
  resident?: string | null;
  otherName?: string;
  /** The request about which they ask. */
  about?: string | null;
}

/** The same as the contract takes it. */
export function callerOf({ telephone, household, resident, otherName }: Calling) {
  const known =
    household == null ? { otherName: otherName?.trim() || null } : { household, resident: resident ?? null };
  return { telephone: telephone?.trim() || null, ...known };
}

/** Who calls: the number, whose it is as soon as it tells, or a name. */
export function CallerFields({ town, autoFocus = false }: { town: string; autoFocus?: boolean }) {
  const { t } = useTranslation('calls');
  const household = Form.useWatch(['caller', 'household'], { preserve: true });
  return (
    <>
      <div className="field-row">
        <Form.Item name={['caller', 'telephone']} label={t('telephone')}>
          <Input
            autoFocus={autoFocus}
            className="caller-telephone"
            inputMode="tel"
            autoComplete="off"
            maxLength={20}
            allowClear
            placeholder={t('telephoneHint')}
          />
        </Form.Item>
        <Form.Item name={['caller', 'words']} label={t('findHousehold')}>
          <Input autoComplete="off" maxLength={most.name} allowClear placeholder={t('findHint')} />
        </Form.Item>
      </div>
      {(['household', 'resident', 'about'] as const).map((name) => (
        <Form.Item key={name} name={['caller', name]} hidden>
          <Input />
        </Form.Item>
      ))}
      <CallerFound town={town} />
      {household == null && (
        <Form.Item name={['caller', 'otherName']} label={t('callerName')}>
          <Input autoComplete="off" maxLength={most.name} />
        </Form.Item>
      )}
    </>
  );
}
