import { useEffect, useState } from 'react';
import { useChange } from '../change.ts';
import type { RestructuringStepInput } from '../generated/graphql.ts';
import { type Draft, REVISE_DRAFT } from './draft.ts';
import { inputsOf, references } from './step.ts';
import { back, changed, forth, nothingToUndo, type Undo } from './undo.ts';

type Steps = readonly RestructuringStepInput[];
type Head = Pick<Draft, 'effectiveOn' | 'documentNumber'> & { reason: string };

/** What is done with an open draft. Every change is kept by the server at once; what it refuses leaves the draft as it was. */
export interface DraftEditor {
  draft: Draft;
  /** The draft's steps as the next revision would send them. */
  steps: Steps;
  /** How the next step names a unit of the draft's tree. */
  nameOf: (id: string) => string;
  saving: boolean;
  canUndo: boolean;
  canRedo: boolean;
  add: (...steps: RestructuringStepInput[]) => Promise<void>;
  remove: (index: number) => Promise<void>;
  undo: () => Promise<void>;
  redo: () => Promise<void>;
  setHead: (head: Head) => Promise<void>;
}

/** Works on a draft. What it rejects with is the refusal of the server, as of every change. */
export function useDraftEditor(draft: Draft): DraftEditor {
  const save = useChange(REVISE_DRAFT, { rereads: false });
  const [undo, setUndo] = useState<Undo<Steps>>(nothingToUndo);
  const [saving, setSaving] = useState(false);
  const steps = inputsOf(draft.steps);
  const head: Head = {
    effectiveOn: draft.effectiveOn,
    documentNumber: draft.documentNumber,
    reason: draft.reason ?? '',
  };

  async function revise(next: Steps, then: Undo<Steps>, newHead: Head = head): Promise<void> {
    if (saving) return;
    setSaving(true);
    try {
      await save({ draft: draft.id, expectedVersion: draft.version, ...newHead, steps: [...next] });
      setUndo(then);
    } finally {
      setSaving(false);
    }
  }
  const go = async (step: { to: Steps; undo: Undo<Steps> } | undefined) => step && revise(step.to, step.undo);

  return {
    draft,
    steps,
    nameOf: references(draft.steps),
    saving,
    canUndo: undo.past.length > 0,
    canRedo: undo.future.length > 0,
    add: (...added) => revise([...steps, ...added], changed(undo, steps)),
    remove: (index) => revise(steps.toSpliced(index, 1), changed(undo, steps)),
    undo: () => go(back(undo, steps)),
    redo: () => go(forth(undo, steps)),
    setHead: (newHead) => revise(steps, undo, newHead),
  };
}

/** Undo and redo from the keyboard, wherever on the page one is but in a field one types in. */
export function useUndoKeys({ undo, redo }: Record<'undo' | 'redo', () => void>): void {
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const { target } = event;
      if (
        target instanceof HTMLElement &&
        target.closest('input:not([aria-label="for screen reader"]), textarea, [role=dialog]')
      )
        return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    }
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}
