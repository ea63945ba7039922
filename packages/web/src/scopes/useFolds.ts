import { useState } from 'react';
import type { ScopeGroupName } from './scope.ts';

/** Which of several groups are open; `opened` are so at first, and `ALL` means those that come later as well. */
export function useFolds(all: readonly ScopeGroupName[], opened: readonly ScopeGroupName[] | 'ALL') {
  const [first] = useState(opened);
  const [said, setSaid] = useState<ReadonlyMap<ScopeGroupName, boolean>>(new Map());
  const isOpen = (group: ScopeGroupName) => said.get(group) ?? (first === 'ALL' || first.includes(group));
  return {
    foldOf: (group: ScopeGroupName) => ({
      isOpen: isOpen(group),
      onToggle: (open: boolean) => setSaid((before) => new Map(before).set(group, open)),
    }),
    /** Opens these, and closes all others. */
    show: (groups: readonly ScopeGroupName[]) =>
      setSaid(new Map(all.map((group) => [group, groups.includes(group)] as const))),
    areAllOpen: all.every(isOpen),
  };
}
