import { Alert, Button, Checkbox, Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../generated/graphql.ts';
import { ScopeName } from './ScopeName.tsx';
import { grouped, oauthName, opensPersonalData } from './scope.ts';

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

/** Of so many nobody has to search. */
const few = 12;

interface ChoiceProps {
  id?: string;
  label: string;
  among: readonly Permission[];
  value?: Permission[];
  onChange?: (scopes: Permission[]) => void;
}

/**
 * Scopes, ticked one by one or by group, in words and by name, those that open personal data marked; a long list can be searched. What
 * else a form gives its fields is left out: a group may not say that it is required.
 */
function ScopeChoice({ id, label, among, value = [], onChange }: ChoiceProps) {
  const { t } = useTranslation(['applications', 'permissions']);
  const [sought, setSought] = useState('');
  const counted = useId();
  const said = sought.trim().toLowerCase();
  const isFound = (scope: Permission) =>
    `${t(`permissions:${scope}`)} ${oauthName(scope)}`.toLowerCase().includes(said);
  const found = among.filter(isFound).length;
  const choice = (
    <Checkbox.Group<Permission>
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      className="scope-field"
      value={value}
      onChange={(scopes) => onChange?.(scopes)}
    >
      {grouped(among).map(({ group, scopes }) => (
        // What is not sought is hidden, not left out: what is ticked stays so.
        <fieldset key={group} hidden={!scopes.some(isFound)}>
          <legend>
            {t(`groups.${group}`)}{' '}
            <Button
              size="small"
              type="link"
              aria-label={`${t('wholeGroup')}: ${t(`groups.${group}`)}`}
              onClick={() => onChange?.([...new Set([...value, ...scopes.filter(isFound)])])}
            >
              {t('wholeGroup')}
            </Button>
          </legend>
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope} className={isFound(scope) ? '' : 'scope-not-sought'}>
              <ScopeName scope={scope} />
            </Checkbox>
          ))}
        </fieldset>
      ))}
    </Checkbox.Group>
  );
  if (among.length <= few) return choice;
  return (
    <>
      <Input.Search
        allowClear
        className="scope-search"
        aria-label={t('findScope')}
        aria-describedby={counted}
        placeholder={t('findScope')}
        value={sought}
        onChange={({ target }) => setSought(target.value)}
      />
      <p id={counted} className="hint" role="status">
        {found === 0 ? t('noScopeFound') : t('scopesChosen', { n: value.length, of: among.length })}
      </p>
      {choice}
    </>
  );
}
