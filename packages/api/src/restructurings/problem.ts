import type { Messages } from '../messages.ts';

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
