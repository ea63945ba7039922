import { useTranslation } from 'react-i18next';
import type { Permission } from '../generated/graphql.ts';
import { ScopeGroup } from './ScopeGroup.tsx';
import { ScopeName } from './ScopeName.tsx';
import { fewScopes, grouped } from './scope.ts';
import { useFolds } from './useFolds.ts';

interface Props {
  scopes: readonly Permission[];
  /** Whether all of a long list is open at first, as for whoever decides by it. */
  unfolded?: boolean;
}

/** What an application asks for or may, in words and by name, by what it is about; of a long list how much that is, to be opened. */
export function ScopeList({ scopes, unfolded = false }: Props) {
  const { t } = useTranslation('scopes');
  const groups = grouped(scopes);
  const names = groups.map(({ group }) => group);
  const { foldOf } = useFolds(names, unfolded ? 'ALL' : []);
  return (
    <div className="scopes">
      {groups.map(({ group, scopes: some }) => (
        <ScopeGroup
          key={group}
          group={group}
          count={t('scopeCount', { n: some.length })}
          fold={scopes.length > fewScopes ? foldOf(group) : null}
        >
          <ul className="plain">
            {some.map((scope) => (
              <li key={scope}>
                <ScopeName scope={scope} />
              </li>
            ))}
          </ul>
        </ScopeGroup>
      ))}
    </div>
  );
}
