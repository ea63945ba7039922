import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { most } from '../ui/limits.ts';

/** A unit's code, which it may do without; but one that it has can only be replaced, not taken away. */
export function CodeField({ current = null }: { current?: string | null }) {
  const { t } = useTranslation(['units', 'ui']);
  const has = current !== null;
  return (
    <Form.Item
      name="code"
      label={t(has ? 'code' : 'codeOptional')}
      extra={has && t('codeStays')}
      rules={[{ required: has, whitespace: has, message: t('ui:required', { label: t('code') }) }]}
    >
      <Input maxLength={most.code} autoComplete="off" inputMode="numeric" />
    </Form.Item>
  );
}
