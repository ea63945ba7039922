import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScopeGroupName } from './scope.ts';

interface Props {
  group: ScopeGroupName;
  /** How many there are, or are chosen of how many. */
  count: string;
  /** Whether what is in it shows, where it can be opened and closed at all. */
  fold: { isOpen: boolean; onToggle: (isOpen: boolean) => void } | null;
  hidden?: boolean;
  children: ReactNode;
}

/** What is about one thing, under its name and with how much there is. */
export function ScopeGroup({ group, count, fold, hidden = false, children }: Props) {
  const { t } = useTranslation('scopes');
  const name = (
    <>
      {t(`groups.${group}`)} <span className="scope-count">{count}</span>
    </>
  );
  if (!fold) {
    return (
      <div className="scope-group" hidden={hidden}>
        <div className="scope-group-name">{name}</div>
        {children}
      </div>
    );
  }
  return (
    <details
      className="scope-group"
      hidden={hidden}
      open={fold.isOpen}
      onToggle={({ currentTarget }) => fold.onToggle(currentTarget.open)}
    >
      <summary className="scope-group-name">{name}</summary>
      {children}
    </details>
  );
}
