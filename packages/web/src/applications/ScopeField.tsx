import { Alert, Button, Checkbox, Form, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../generated/graphql.ts';
import { grouped, opensPersonalData } from './scope.ts';

interface Props {
  label: string;
  /** What there is to choose from. */
  among: readonly Permission[];
  /** What is said where some of what is chosen opens personal data; nothing unless told. */
  warning?: (scopes: string) => string;
}

/** Which scopes, with what is to be thought of where they open personal data. */
export function ScopeField({ label, among, warning }: Props) {
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
        <ScopeChoice label={label} among={among} />
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

interface ChoiceProps {
  id?: string;
  label: string;
  among: readonly Permission[];
  value?: Permission[];
  onChange?: (scopes: Permission[]) => void;
}

/**
 * Scopes, ticked one by one or by group, those that open personal data marked. What else a form gives its fields is left
 * out: a group may not say that it is required.
 */
function ScopeChoice({ id, label, among, value = [], onChange }: ChoiceProps) {
  const { t } = useTranslation(['applications', 'permissions']);
  return (
    <Checkbox.Group<Permission>
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      className="scope-field"
      value={value}
      onChange={(scopes) => onChange?.(scopes)}
    >
      {grouped(among).map(({ group, scopes }) => (
        <fieldset key={group}>
          <legend>
            {t(`groups.${group}`)}{' '}
            <Button
              size="small"
              type="link"
              aria-label={`${t('wholeGroup')}: ${t(`groups.${group}`)}`}
              onClick={() => onChange?.([...new Set([...value, ...scopes])])}
            >
              {t('wholeGroup')}
            </Button>
          </legend>
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope}>
              {t(`permissions:${scope}`)} {opensPersonalData(scope) && <Tag variant="outlined">{t('personal')}</Tag>}
            </Checkbox>
          ))}
        </fieldset>
      ))}
    </Checkbox.Group>
  );
}
