import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Alert, App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Town } from '../towns/town.ts';
import { useFailureText } from '../ui/failure.ts';
import { Panel } from '../ui/Panel.tsx';
import { ApplyDraft } from './ApplyDraft.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { type Doing, DraftActions } from './DraftActions.tsx';
import { DraftTree } from './DraftTree.tsx';
import { DropDraft } from './DropDraft.tsx';
import type { Draft } from './draft.ts';
import { EditHead } from './EditHead.tsx';
import { townKey } from './placing.ts';
import { StepList } from './StepList.tsx';
import { useDraftEditor, useUndoKeys } from './useDraftEditor.ts';

const keys: Partial<Record<string, Doing>> = { Insert: 'open', F2: 'rename', Delete: 'close' };

interface Props {
  town: Town;
  draft: Draft;
  /** Reads the draft again, which was changed elsewhere. */
  reread: () => Promise<Draft | null>;
}

/** The editor of a draft: its tree, what can be done with what is chosen, its steps, what they change, and applying it. */
export function DraftWorkbench({ town, draft, reread }: Props) {
  const { t } = useTranslation(['restructurings', 'ui']);
  const { message } = App.useApp();
  const editor = useDraftEditor(draft, catchUp);
  const textOf = useFailureText();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [doing, setDoing] = useState<Doing | null>(null);
  const nodes = draft.tree ?? [];
  const units = useMemo(() => (draft.tree ?? []).filter(({ id }) => chosen.includes(id)), [draft.tree, chosen]);
  const changes = useMemo(
    () => new Map(draft.difference?.units.map(({ unit, changes }) => [unit.id, changes])),
    [draft.difference],
  );

  /** Shows the draft as it is by now, and says so: the form one is in may have gone with its unit. */
  async function catchUp(): Promise<Draft | null> {
    const latest = await reread();
    if (latest?.status === 'DRAFT') void message.info(t('draft.caughtUp'), 6);
    return latest;
  }
  /** Does it, and says what the server has against it: the draft is as it was then. */
  async function attempt(change: () => Promise<void>) {
    try {
      await change();
    } catch (error) {
      void message.error(textOf(error), 6);
    }
  }
  const move = (ids: readonly string[], under: string) =>
    editor.add({ move: { units: ids.map(editor.nameOf), parent: under === townKey ? null : editor.nameOf(under) } });
  const undo = () => void attempt(editor.undo);
  const redo = () => void attempt(editor.redo);
  useUndoKeys({ undo, redo });

  return (
    <div className="draft-page">
      <div className="draft-head">
        <div>
          <span className="code">{draft.effectiveOn}</span> <b>{draft.reason}</b>
          {draft.documentNumber && <> · {draft.documentNumber}</>} <EditHead editor={editor} />
        </div>
        <div className="actions">
          <Button icon={<UndoOutlined />} disabled={!editor.canUndo} onClick={undo}>
            {t('draft.undo')}
          </Button>
          <Button icon={<RedoOutlined />} disabled={!editor.canRedo} onClick={redo}>
            {t('draft.redo')}
          </Button>
          <DropDraft town={town.code} draft={draft} onStale={catchUp} />
          <ApplyDraft town={town.code} editor={editor} onStale={reread} />
        </div>
      </div>
      {draft.origin === 'REGISTER' && <Alert type="info" showIcon title={t('draft.fromRegister')} />}
      <section className="panel tree-panel">
        <p className="hint padded">{t('draft.keys')}</p>
        <DraftTree
          town={town}
          nodes={nodes}
          changes={changes}
          chosen={units.map(({ id }) => id)}
          busy={editor.saving}
          onChoose={setChosen}
          onMove={(ids, under) => void attempt(() => move(ids, under))}
          onKey={(key) => setDoing(keys[key] ?? null)}
        />
      </section>
      <aside className="draft-side">
        <DraftActions
          editor={editor}
          town={town}
          units={units}
          doing={doing}
          onDo={setDoing}
          onMove={move}
          onClear={() => setChosen([])}
          onBeginEarlier={({ id }) => void attempt(() => editor.add({ beginEarlier: { unit: editor.nameOf(id) } }))}
        />
        <StepList draft={draft} saving={editor.saving} onRemove={(index) => void attempt(() => editor.remove(index))} />
        {draft.steps.length > 0 && draft.difference && (
          <Panel title={t('draft.difference')}>
            <DifferenceList difference={draft.difference} />
          </Panel>
        )}
      </aside>
    </div>
  );
}
