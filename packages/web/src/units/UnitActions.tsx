import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../accounts/viewer.ts';
import type { Permission, UnitKind } from '../generated/graphql.ts';
import { FormTeam } from '../teams/FormTeam.tsx';
import { kindsUnder, usualKind } from '../towns/kinds.ts';
import type { TreeNode } from '../towns/tree.ts';
import { CloseUnit } from './CloseUnit.tsx';
import { OpenUnit } from './OpenUnit.tsx';
import { RenameUnit } from './RenameUnit.tsx';

interface Props {
  unit: {
    id: string;
    name: string;
    kind: UnitKind;
    asOf: string;
    validTo: string | null;
    version: number;
    viewerCan: readonly Permission[];
  };
  town: {
    code: string;
    allowedParents: readonly { kind: UnitKind; parents: readonly UnitKind[] }[] | null;
  };
  /** What stands under it, where that is known. */
  below?: readonly TreeNode[];
  onOpened?: (id: string) => void;
  onGone?: () => void;
}

/** What its viewer may do with a unit, as buttons. */
export function UnitActions({ unit, town, below = [], onOpened, onGone }: Props) {
  const { t } = useTranslation(['units', 'teams']);
  const [doing, setDoing] = useState<'open' | 'form' | 'rename' | 'close' | null>(null);
  const kinds = kindsUnder(town.allowedParents, unit.kind);
  const stop = () => setDoing(null);
  const opened = onOpened ? { onOpened } : {};
  return (
    <div className="actions">
      {can(unit, 'TEAM_FORM') && unit.kind === 'BLOCK' && (
        <Button type="primary" onClick={() => setDoing('form')}>
          {t('teams:form')}
        </Button>
      )}
      {can(unit, 'UNIT_OPEN') && kinds.length > 0 && (
        <Button type={unit.kind === 'BLOCK' ? 'default' : 'primary'} onClick={() => setDoing('open')}>
          {t('open')}
        </Button>
      )}
      {can(unit, 'UNIT_RENAME') && <Button onClick={() => setDoing('rename')}>{t('rename')}</Button>}
      {can(unit, 'UNIT_CLOSE') && (
        <Button danger onClick={() => setDoing('close')}>
          {t('shut')}
        </Button>
      )}
      {doing === 'open' && (
        <OpenUnit
          town={town.code}
          parent={unit}
          kinds={kinds}
          usual={usualKind(kinds, below)}
          {...opened}
          onClose={stop}
        />
      )}
      {doing === 'form' && <FormTeam block={unit} {...(onOpened ? { onFormed: onOpened } : {})} onClose={stop} />}
      {doing === 'rename' && <RenameUnit unit={unit} onClose={stop} />}
      {doing === 'close' && <CloseUnit unit={unit} {...(onGone ? { onClosed: onGone } : {})} onClose={stop} />}
    </div>
  );
}
