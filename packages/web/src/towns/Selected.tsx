import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import { TeamSummary } from '../teams/TeamSummary.tsx';
import { Panel } from '../ui/Panel.tsx';
import { OpenUnit } from '../units/OpenUnit.tsx';
import { UnitSummary } from '../units/UnitSummary.tsx';
import { kindsUnder, usualKind } from './kinds.ts';
import type { Town } from './town.ts';
import type { TreeNode } from './tree.ts';

interface Props {
  town: Town;
  node: TreeNode | null;
  /** What stands under it, or directly under the town. */
  below: readonly TreeNode[];
  onSelect: (id: string | null) => void;
}

/** The summary of what is selected in the tree: a unit, a team, or else the town itself. */
export function Selected({ town, node, below, onSelect }: Props) {
  const { t } = useTranslation('towns');
  const [opening, setOpening] = useState(false);
  if (node?.kind === 'TEAM') return <TeamSummary key={node.id} id={node.id} onGone={() => onSelect(node.parent)} />;
  if (node) {
    return (
      <UnitSummary
        key={node.id}
        id={node.id}
        town={town}
        below={below}
        onOpened={onSelect}
        onGone={() => onSelect(node.parent)}
      />
    );
  }
  const kinds = kindsUnder(town.allowedParents, 'TOWN');
  return (
    <Panel title={town.name}>
      <p className="hint">{t('hint')}</p>
      {can(town, 'UNIT_OPEN') && kinds.length > 0 && (
        <div className="actions">
          <Button onClick={() => setOpening(true)}>{t('openTop', { name: town.name })}</Button>
        </div>
      )}
      {opening && (
        <OpenUnit
          town={town.code}
          parent={{ id: null, name: town.name }}
          kinds={kinds}
          usual={usualKind(kinds, below)}
          onOpened={onSelect}
          onClose={() => setOpening(false)}
        />
      )}
    </Panel>
  );
}
