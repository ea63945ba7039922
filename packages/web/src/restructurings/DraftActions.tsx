import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { kindsUnder, usualKind } from '../towns/kinds.ts';
import { pathTo, type TreeNode } from '../towns/tree.ts';
import { Panel } from '../ui/Panel.tsx';
import { MergeStep } from './MergeStep.tsx';
import { MoveStep } from './MoveStep.tsx';
import type { AllowedParents } from './placing.ts';
import { SplitStep } from './SplitStep.tsx';
import { ChangeKindStep, CloseStep, FoundStep, OpenStep, RenameStep } from './StepForms.tsx';
import { TransferStep } from './TransferStep.tsx';
import type { DraftEditor } from './useDraftEditor.ts';

/** What can be done with the units that are chosen. */
export type Doing = 'open' | 'rename' | 'move' | 'merge' | 'split' | 'changeKind' | 'found' | 'transfer' | 'close';

interface Props {
  editor: DraftEditor;
  town: { code: string; name: string; allowedParents: AllowedParents };
  units: readonly TreeNode[];
  doing: Doing | null;
  onDo: (doing: Doing | null) => void;
  onMove: (units: readonly string[], under: string) => Promise<void>;
  onBeginEarlier: (unit: TreeNode) => void;
  /** Chooses nothing any more. */
  onClear: () => void;
}

/** The steps that fit what is chosen in the tree, as buttons, and the form of the one that was pressed. */
export function DraftActions({ editor, town, units, doing, onDo, onMove, onBeginEarlier, onClear }: Props) {
  const { t } = useTranslation(['restructurings', 'units', 'ui']);
  const [unit] = units;
  const one = units.length === 1 && unit ? unit : null;
  const parentKind = one === null ? 'TOWN' : one.kind === 'TEAM' ? null : one.kind;
  const kinds = units.length > 1 || parentKind === null ? [] : kindsUnder(town.allowedParents, parentKind);
  const below = (editor.draft.tree ?? []).filter(({ parent }) => parent === (one?.id ?? null));
  const byId = new Map((editor.draft.tree ?? []).map((node) => [node.id, node]));
  const pathOf = ({ id, name }: TreeNode) =>
    [
      ...pathTo(byId, id)
        .map((above) => byId.get(above)?.name)
        .reverse(),
      name,
    ].join('/');
  const button = (what: Doing, shown: boolean) =>
    shown && (
      <Button key={what} danger={what === 'close'} disabled={editor.saving} onClick={() => onDo(what)}>
        {t(`draft.do.${what}`)}
      </Button>
    );
  const form = { editor, units, onClose: () => onDo(null) };
  const forms: Record<Doing, ReactNode> = {
    open: kinds.length > 0 && (
      <OpenStep
        {...form}
        town={town}
        parent={one ?? { id: null, name: town.name }}
        kinds={kinds}
        usual={usualKind(kinds, below)}
      />
    ),
    rename: one && <RenameStep {...form} />,
    move: unit && <MoveStep {...form} town={town} onMove={onMove} />,
    merge: unit && <MergeStep {...form} />,
    split: one && <SplitStep {...form} />,
    changeKind: one && <ChangeKindStep {...form} />,
    found: one && <FoundStep {...form} />,
    transfer: one?.kind === 'BLOCK' && <TransferStep {...form} />,
    close: one && <CloseStep {...form} />,
  };
  const title = one ? one.name : units.length > 1 ? t('draft.chosen', { n: units.length }) : town.name;
  return (
    <Panel title={title}>
      {units.length === 0 && <p className="hint">{t('draft.hint')}</p>}
      {units.length > 0 && (
        <p className="hint">
          {units.map(pathOf).join(t('ui:and'))}
          <Button type="link" size="small" onClick={onClear}>
            {t('draft.clear')}
          </Button>
        </p>
      )}
      <div className="actions">
        {button('open', kinds.length > 0)}
        {button('move', unit !== undefined)}
        {button('merge', unit !== undefined)}
        {button('rename', one !== null)}
        {button('split', one !== null)}
        {button('changeKind', one !== null)}
        {button('found', one?.status === 'PREPARATORY')}
        {button('transfer', one?.kind === 'BLOCK' && one.overlay === null)}
        {one && (
          <Popconfirm
            title={t('draft.beginEarlierTitle', { name: one.name, day: editor.draft.effectiveOn })}
            description={t('draft.beginEarlierLead')}
            onConfirm={() => onBeginEarlier(one)}
          >
            <Button disabled={editor.saving}>{t('draft.do.beginEarlier')}</Button>
          </Popconfirm>
        )}
        {button('close', one !== null)}
      </div>
      {doing && forms[doing]}
    </Panel>
  );
}
