import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict } from '../errors.ts';
import { stepRow } from '../handling/step-row.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { paragraphs } from '../schema/text.ts';
import { requireVersion } from '../units/find-unit.ts';
import { holdManaged } from './hold-programme.ts';
import type { ProgrammeRow } from './programme-rows.ts';
import { type ProgrammeStep, programmeTransition } from './programme-states.ts';

/** What the input of every step has. */
export interface ProgrammeStepAsked {
  programme: string;
  expectedVersion?: number | null;
}

/** What steps change of a programme. */
type Changing =
  | 'name'
  | 'about'
  | 'first_day'
  | 'last_day'
  | 'age_from'
  | 'age_to'
  | 'places'
  | 'budget'
  | 'cost_per_head';

/** What a step changes beside the state, and what was written with it. */
interface Brought {
  changes?: Pick<ProgrammeRow, Changing>;
  text?: string;
}

/**
 * Takes a step with the programme that an input names, as `work` answers it. Returns its id in the town.
 * Errors: NOT_FOUND on input.programme, also where the actor does not manage it; CONFLICT on input.expectedVersion, or on
 * input.programme where it is in no state for the step; those of `work`.
 */
export async function takeProgrammeStep(
  desk: Desk,
  actor: Actor,
  { programme, expectedVersion }: ProgrammeStepAsked,
  step: ProgrammeStep,
  work: (row: ProgrammeRow) => Brought | Promise<Brought> = () => ({}),
): Promise<string> {
  const uuid = requireIdIn(desk.town, programme, 'Programme', 'input.programme');
  const row = await holdManaged(desk, actor, uuid, 'input.programme');
  requireVersion(row, expectedVersion);
  const transition = programmeTransition(row.state, step);
  if (!transition) throw conflict('programmeStepNotNow', 'input.programme');
  const { changes, text } = await work(row);
  const after = { ...row, ...changes, state: transition.to ?? row.state, version: row.version + 1 };
  await writeProgrammeEvent(desk, actor, after, step, text);
  await desk.db
    .updateTable('programme')
    .set({ ...changes, state: after.state, version: after.version })
    .where('town_id', '=', desk.town)
    .where('id', '=', row.id)
    .execute();
  return row.id;
}

/** Calls a programme off. Returns its id in the town. Errors: those of takeProgrammeStep; BAD_INPUT on input.reason. */
export function cancelProgramme(
  desk: Desk,
  actor: Actor,
  input: ProgrammeStepAsked & { reason: string },
): Promise<string> {
  return takeProgrammeStep(desk, actor, input, 'CANCEL', () => ({ text: paragraphs(input.reason, 'input.reason') }));
}

/** Writes the event of a step, with what the programme was after it. One statement. */
export async function writeProgrammeEvent(
  desk: Desk,
  actor: Actor,
  after: ProgrammeRow,
  step: ProgrammeStep,
  text?: string,
): Promise<void> {
  await desk.db
    .insertInto('programme_event')
    .values({ ...stepRow(desk, actor, step, after, text), programme_id: after.id })
    .execute();
}
