import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../generated/graphql.ts';
import { ScopeGroup } from './ScopeGroup.tsx';
import { ScopeName } from './ScopeName.tsx';
import { fewScopes, grouped, oauthName } from './scope.ts';
import { useFolds } from './useFolds.ts';

interface Props {
  id?: string;
  label: string;
  among: readonly Permission[];
  unfolded: boolean;
  value?: Permission[];
  onChange?: (scopes: Permission[]) => void;
}

/**
 * Scopes, ticked one by one or by group, in words and by name, those that open personal data marked. A long list is opened group by group,
 * and can be searched. What else a form gives its fields is left out: a group may not say that it is required.
 */
export function ScopeChoice({ id, label, among, unfolded, value = [], onChange }: Props) {
  const { t } = useTranslation(['scopes', 'permissions']);
  const [sought, setSought] = useState('');
  const counted = useId();
  const isLong = among.length > fewScopes;
  const groups = grouped(among);
  const namesOf = (isShown: (scope: Permission) => boolean) =>
    groups.filter(({ scopes }) => scopes.some(isShown)).map(({ group }) => group);
  const all = namesOf(() => true);
  const isChosen = (scope: Permission) => value.includes(scope);
  const { foldOf, show, areAllOpen } = useFolds(all, unfolded ? 'ALL' : namesOf(isChosen));
  const matches = (text: string) => (scope: Permission) =>
    `${t(`permissions:${scope}`)} ${oauthName(scope)}`.toLowerCase().includes(text.trim().toLowerCase());
  const isFound = matches(sought);

  function seek(text: string) {
    setSought(text);
    show(namesOf(text.trim() === '' ? isChosen : matches(text)));
  }

  const choice = (
    <Checkbox.Group<Permission>
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      className="scope-field"
      value={value}
      onChange={(scopes) => onChange?.(scopes)}
    >
      {groups.map(({ group, scopes }) => (
        // What is not sought is hidden, not left out: what is ticked stays so.
        <ScopeGroup
          key={group}
          group={group}
          count={t('chosenOf', { n: scopes.filter(isChosen).length, of: scopes.length })}
          fold={isLong ? foldOf(group) : null}
          hidden={!scopes.some(isFound)}
        >
          <fieldset aria-label={t(`groups.${group}`)}>
            {scopes.map((scope) => (
              <Checkbox key={scope} value={scope} className={isFound(scope) ? '' : 'scope-not-sought'}>
                <ScopeName scope={scope} />
              </Checkbox>
            ))}
            {scopes.filter(isFound).length > 1 && (
              <Button
                size="small"
                type="link"
                aria-label={`${t('wholeGroup')}: ${t(`groups.${group}`)}`}
                onClick={() => onChange?.([...new Set([...value, ...scopes.filter(isFound)])])}
              >
                {t('wholeGroup')}
              </Button>
            )}
          </fieldset>
        </ScopeGroup>
      ))}
    </Checkbox.Group>
  );
  if (!isLong) return choice;
  return (
    <>
      <Input.Search
        allowClear
        className="scope-search"
        aria-label={t('findScope')}
        aria-describedby={counted}
        placeholder={t('findScope')}
        value={sought}
        onChange={({ target }) => seek(target.value)}
      />
      <div className="scope-line">
        <span id={counted} className="hint" role="status">
          {among.some(isFound) ? t('scopesChosen', { n: value.length, of: among.length }) : t('noScopeFound')}
        </span>
        <Button size="small" type="link" onClick={() => show(areAllOpen ? [] : all)}>
          {t(areAllOpen ? 'foldAll' : 'unfoldAll')}
        </Button>
      </div>
      {choice}
    </>
  );
}
