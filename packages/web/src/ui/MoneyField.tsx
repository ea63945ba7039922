import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { amountPattern, signedAmountPattern } from './money.ts';

interface Props {
  name: string | (string | number)[];
  label: string;
  extra?: ReactNode;
  /** Whether it may be left empty. */
  optional?: boolean;
  /** Whether it may be less than nothing. */
  signed?: boolean;
}

/** A field for an amount of money in yuan. */
export function MoneyField({ name, label, extra, optional = false, signed = false }: Props) {
  const { t } = useTranslation('ui');
  const required = { required: true, whitespace: true, message: t('required', { label }) };
  const pattern = signed ? signedAmountPattern : amountPattern;
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[...(optional ? [] : [required]), { pattern, message: t('money.form') }]}
    >
      <Input inputMode="decimal" maxLength={14} suffix={t('money.yuan')} />
    </Form.Item>
  );
}
