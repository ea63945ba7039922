import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../generated/graphql.ts';
import { ScopeChoice } from './ScopeChoice.tsx';
import { opensPersonalData } from './scope.ts';

interface Props {
  label: string;
  /** What there is to choose from. */
  among: readonly Permission[];
  /** What is said where some of what is chosen opens personal data; nothing unless told. */
  warning?: (scopes: string) => string;
  /** Whether all of a long list is open at first, as for whoever decides by it. */
  unfolded?: boolean;
}

/** Which scopes, with what is to be thought of where they open personal data. */
export function ScopeField({ label, among, warning, unfolded = false }: Props) {
  const { t } = useTranslation(['permissions', 'ui']);
  const form = Form.useFormInstance<{ scopes?: Permission[] }>();
  const chosen = Form.useWatch('scopes', form) ?? [];
  const personal = chosen.filter(opensPersonalData);
  return (
    <>
      <Form.Item
        name="scopes"
        label={label}
        rules={[{ required: true, type: 'array', min: 1, message: t('ui:choose', { label }) }]}
      >
        <ScopeChoice label={label} among={among} unfolded={unfolded} />
      </Form.Item>
      {warning && personal.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="notice"
          title={warning(personal.map((scope) => t(`permissions:${scope}`)).join(t('ui:and')))}
        />
      )}
    </>
  );
}
