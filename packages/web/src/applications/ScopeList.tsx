import { useTranslation } from 'react-i18next';
import type { Permission } from '../generated/graphql.ts';
import { ScopeName } from './ScopeName.tsx';
import { grouped } from './scope.ts';

/** What an application asks for or may, in words and by name, by what it is about. */
export function ScopeList({ scopes }: { scopes: readonly Permission[] }) {
  const { t } = useTranslation('applications');
  return (
    <dl className="scopes">
      {grouped(scopes).map(({ group, scopes }) => (
        <div key={group}>
          <dt>{t(`groups.${group}`)}</dt>
          {scopes.map((scope) => (
            <dd key={scope}>
              <ScopeName scope={scope} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
