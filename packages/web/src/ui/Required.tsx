import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from './DateInput.tsx';

interface Props {
  name: string;
  label: string;
  extra?: ReactNode;
  /** Whether it is chosen rather than typed. */
  chosen?: boolean;
  /** What is in it at first, where the form does not say. */
  initialValue?: string;
  /** How what is typed must look, and what is said where it does not. */
  pattern?: { of: RegExp; message: string };
  children: ReactNode;
}

/** A field that must be filled in, or chosen. */
export function Required({ name, label, extra, chosen = false, initialValue, pattern, children }: Props) {
  const { t } = useTranslation('ui');
  const message = t(chosen ? 'choose' : 'required', { label });
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      {...(initialValue === undefined ? {} : { initialValue })}
      rules={[
        { required: true, whitespace: true, message },
        ...(pattern ? [{ pattern: pattern.of, message: pattern.message }] : []),
      ]}
    >
      {children}
    </Form.Item>
  );
}

/** The day something begins or ends, which must be given. */
export function DayField({ name, label, initial }: { name: string; label?: string; initial?: string }) {
  const { t } = useTranslation('ui');
  return (
    <Required
      chosen
      name={name}
      label={label ?? t('from')}
      {...(initial === undefined ? {} : { initialValue: initial })}
    >
      <DateInput />
    </Required>
  );
}
