import { useEffect, useRef, useState } from 'react';
import { useChange } from '../change.ts';
import { readFailure } from '../errors.ts';
import type { RestructuringStepInput } from '../generated/graphql.ts';
import { type Draft, REVISE_DRAFT } from './draft.ts';
import { inputsOf, references, withoutStep } from './step.ts';
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
  /** Keeps the draft as it is, now that its author has seen what the town has become meanwhile. */
  acknowledge: () => Promise<void>;
}

/** What one can go back to from one version of the draft: any other has somebody else's work in it. */
interface Past {
  version: number;
  undo: Undo<Steps>;
}
/** What the next change starts from: the draft as the server answered last. */
interface Now {
  draft: Draft;
  past: Past;
}
type Next = { steps: Steps; undo: Undo<Steps>; head?: Head } | undefined;

/**
 * Works on a draft. Changes are sent one after the other, each from what the one before came to, so that keys pressed
 * fast are not lost. What a change rejects with is the refusal of the server; where somebody else was faster, the draft
 * has been read again by then, so that the next change fits.
 */
export function useDraftEditor(draft: Draft, reread: () => Promise<Draft | null>): DraftEditor {
  const save = useChange(REVISE_DRAFT, { rereads: false });
  const [past, setPast] = useState<Past>({ version: draft.version, undo: nothingToUndo });
  const [waiting, setWaiting] = useState(0);
  const now = useRef<Now>({ draft, past });
  const queue = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    if (draft.version >= now.current.draft.version) now.current = { ...now.current, draft };
  }, [draft]);

  async function send(plan: (steps: Steps, undo: Undo<Steps>) => Next): Promise<void> {
    const { draft: before } = now.current;
    const next = plan(inputsOf(before.steps), undoFrom(now.current.past, before));
    if (!next) return;
    const { id, version, effectiveOn, documentNumber } = before;
    const head = next.head ?? { effectiveOn, documentNumber, reason: before.reason ?? '' };
    try {
      const { reviseDraft } = await save({ draft: id, expectedVersion: version, ...head, steps: [...next.steps] });
      const after = reviseDraft.restructuring ?? before;
      now.current = { draft: after, past: { version: after.version, undo: next.undo } };
      setPast(now.current.past);
    } catch (error) {
      if (readFailure(error).code === 'CONFLICT') now.current.draft = (await reread()) ?? before;
      throw error;
    }
  }
  function revise(plan: (steps: Steps, undo: Undo<Steps>) => Next): Promise<void> {
    setWaiting((many) => many + 1);
    const sent = queue.current.then(() => send(plan)).finally(() => setWaiting((many) => many - 1));
    queue.current = sent.catch(() => {});
    return sent;
  }
  const travel = (way: typeof back) =>
    revise((steps, before) => {
      const step = way(before, steps);
      return step && { steps: step.to, undo: step.undo };
    });

  const undo = undoFrom(past, draft);
  return {
    draft,
    steps: inputsOf(draft.steps),
    nameOf: references(draft.steps),
    saving: waiting > 0,
    canUndo: undo.past.length > 0,
    canRedo: undo.future.length > 0,
    add: (...added) => revise((steps, before) => ({ steps: [...steps, ...added], undo: changed(before, steps) })),
    remove: (index) => revise((steps, before) => ({ steps: withoutStep(steps, index), undo: changed(before, steps) })),
    undo: () => travel(back),
    redo: () => travel(forth),
    setHead: (head) => revise((steps, before) => ({ steps, undo: before, head })),
    acknowledge: () => revise((steps, before) => ({ steps, undo: before })),
  };
}

function undoFrom({ version, undo }: Past, draft: Draft): Undo<Steps> {
  return version === draft.version ? undo : nothingToUndo;
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
