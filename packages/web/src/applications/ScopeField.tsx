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

/** Which scopes: ticked one by one or by group, out of those there are, the ones that open personal data marked. */
export function ScopeField({ label, among, warning }: Props) {
  const { t } = useTranslation(['applications', 'permissions', 'ui']);
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
        <Checkbox.Group className="scope-field">
          {grouped(among).map(({ group, scopes }) => (
            <fieldset key={group}>
              <legend>
                {t(`groups.${group}`)}{' '}
                <Button
                  size="small"
                  type="link"
                  aria-label={`${t('wholeGroup')}: ${t(`groups.${group}`)}`}
                  onClick={() => form.setFieldsValue({ scopes: [...new Set([...chosen, ...scopes])] })}
                >
                  {t('wholeGroup')}
                </Button>
              </legend>
              {scopes.map((scope) => (
                <Checkbox key={scope} value={scope}>
                  {t(`permissions:${scope}`)}{' '}
                  {opensPersonalData(scope) && <Tag variant="outlined">{t('personal')}</Tag>}
                </Checkbox>
              ))}
            </fieldset>
          ))}
        </Checkbox.Group>
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
