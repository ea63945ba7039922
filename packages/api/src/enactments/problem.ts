import type { Messages } from '../messages.ts';
import type { Step, StepVerb } from './step.ts';

/** Something that a check of a restructuring found. An error keeps it from being applied; a warning is for people to weigh. */
export interface Problem {
  severity: 'ERROR' | 'WARNING';
  message: keyof Messages;
  values: Record<string, string | number>;
  /** The step that is at fault, counted from 0; null where none is. */
  step: number | null;
  /** The member of the step's input that is at fault, such as `name`; `day` means the day of the restructuring. */
  about: string;
  /** The units it is about. */
  units: string[];
}

/**
 * What each verb is called in the input of a draft, its members that a problem can be about, and first the one that is
 * at fault where the problem is about something that the step does not say itself.
 */
const stepInputs: Record<StepVerb, { name: string; members: readonly [string, ...string[]] }> = {
  OPEN: { name: 'open', members: ['parent', 'kind', 'name', 'code', 'overlay'] },
  RENAME: { name: 'rename', members: ['name', 'unit', 'code'] },
  MOVE: { name: 'move', members: ['parent', 'units'] },
  CHANGE_KIND: { name: 'changeKind', members: ['kind', 'unit', 'name'] },
  FOUND: { name: 'found', members: ['unit', 'name'] },
  BEGIN_EARLIER: { name: 'beginEarlier', members: ['unit'] },
  MERGE: { name: 'merge', members: ['into', 'units', 'officers'] },
  SPLIT: { name: 'split', members: ['into', 'unit', 'heir', 'officers'] },
  CLOSE: { name: 'close', members: ['unit', 'heir', 'officers'] },
  TRANSFER_HOUSEHOLDS: { name: 'transferHouseholds', members: ['to', 'from', 'households'] },
};

/** The member of a draft's input that a problem is about, such as `input.steps.2.merge.into`. */
export function fieldInDraft({ step, about }: Problem, steps: readonly Step[]): string {
  if (about === 'day') return 'input.effectiveOn';
  const verb = step === null ? undefined : steps[step]?.verb;
  if (verb === undefined) return 'input.steps';
  const { name, members } = stepInputs[verb];
  return `input.steps.${step}.${name}.${members.find((member) => member === about) ?? members[0]}`;
}
