import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../generated/graphql.ts';
import { grouped, opensPersonalData } from './scope.ts';

/** What an application asks for or may, in words, by what it is about. */
export function ScopeList({ scopes }: { scopes: readonly Permission[] }) {
  const { t } = useTranslation(['applications', 'permissions']);
  return (
    <dl className="scopes">
      {grouped(scopes).map(({ group, scopes }) => (
        <div key={group}>
          <dt>{t(`groups.${group}`)}</dt>
          {scopes.map((scope) => (
            <dd key={scope}>
              {t(`permissions:${scope}`)} {opensPersonalData(scope) && <Tag variant="outlined">{t('personal')}</Tag>}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
