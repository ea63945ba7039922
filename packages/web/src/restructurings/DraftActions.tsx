import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { kindsUnder } from '../towns/kinds.ts';
import type { TreeNode } from '../towns/tree.ts';
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
}

/** The steps that fit what is chosen in the tree, as buttons, and the form of the one that was pressed. */
export function DraftActions({ editor, town, units, doing, onDo, onMove, onBeginEarlier }: Props) {
  const { t } = useTranslation(['restructurings', 'units']);
  const [unit] = units;
  const one = units.length === 1 && unit ? unit : null;
  const parentKind = one === null ? 'TOWN' : one.kind === 'TEAM' ? null : one.kind;
  const kinds = units.length > 1 || parentKind === null ? [] : kindsUnder(town.allowedParents, parentKind);
  const button = (what: Doing, shown: boolean) =>
    shown && (
      <Button key={what} danger={what === 'close'} disabled={editor.saving} onClick={() => onDo(what)}>
        {t(`draft.do.${what}`)}
      </Button>
    );
  const form = { editor, units, onClose: () => onDo(null) };
  const forms: Record<Doing, ReactNode> = {
    open: kinds.length > 0 && (
      <OpenStep {...form} town={town} parent={one ?? { id: null, name: town.name }} kinds={kinds} />
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
      <p className="hint">{units.length === 0 ? t('draft.hint') : units.map(({ name }) => name).join('、')}</p>
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
          <Button disabled={editor.saving} onClick={() => onBeginEarlier(one)}>
            {t('draft.do.beginEarlier')}
          </Button>
        )}
        {button('close', one !== null)}
      </div>
      {doing && forms[doing]}
    </Panel>
  );
}
