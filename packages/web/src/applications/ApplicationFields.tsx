import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../generated/graphql.ts';
import { ScopeField } from '../scopes/ScopeField.tsx';
import { allScopes } from '../scopes/scope.ts';
import { most } from '../ui/limits.ts';
import { Required } from '../ui/Required.tsx';

/** What a form about an application holds; the addresses one a line. */
export interface ApplicationValues {
  name: string;
  description: string;
  homepage?: string;
  redirectUris?: string;
  /** Where it is registered. */
  keepsNoSecret?: boolean;
  scopes: Permission[];
}

/** What a form holds, as the contract takes it. */
export function saidIn({ name, description, homepage, redirectUris, scopes }: ApplicationValues) {
  return {
    name: name.trim(),
    description: description.trim(),
    homepage: homepage?.trim() || null,
    redirectUris: (redirectUris ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    scopes,
  };
}

/** What an application is called and does, where more is said, where it sends people back to, and what it asks for. */
export function ApplicationFields({ isNew = false }: { isNew?: boolean }) {
  const { t } = useTranslation('applications');
  return (
    <>
      <Required name="name" label={t('name')}>
        <Input maxLength={most.name} autoComplete="off" />
      </Required>
      <Required name="description" label={t('description')} extra={t('descriptionHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={most.description} />
      </Required>
      <Form.Item name="homepage" label={t('homepageOptional')}>
        <Input placeholder="https://" maxLength={most.webAddress} autoComplete="off" autoCapitalize="none" />
      </Form.Item>
      <Form.Item name="redirectUris" label={t('redirectUrisOptional')} extra={t('redirectUrisHint')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      {isNew && (
        <Form.Item name="keepsNoSecret" valuePropName="checked" extra={t('keepsNoSecretHint')}>
          <Checkbox>{t('keepsNoSecret')}</Checkbox>
        </Form.Item>
      )}
      <ScopeField label={t('asked')} among={allScopes} />
    </>
  );
}
