import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../generated/graphql.ts';
import { oauthName, opensPersonalData } from './scope.ts';

/** A scope in words, with its name in the API, marked where it opens personal data. */
export function ScopeName({ scope }: { scope: Permission }) {
  const { t } = useTranslation(['scopes', 'permissions']);
  return (
    <>
      {t(`permissions:${scope}`)} <code className="scope-name">{oauthName(scope)}</code>{' '}
      {opensPersonalData(scope) && <Tag variant="outlined">{t('personal')}</Tag>}
    </>
  );
}
