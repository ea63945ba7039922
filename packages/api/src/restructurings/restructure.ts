import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { loadOnce } from '../db/load-once.ts';
import { differenceOf } from '../enactments/difference.ts';
import { enact } from '../enactments/enact.ts';
import type { Enactment } from '../enactments/enactment.ts';
import type { Problem } from '../enactments/problem.ts';
import { householdsNamed, townStates } from '../enactments/town-state.ts';
import { writeEnactment } from '../enactments/write-enactment.ts';
import { badInput, conflict, type Refusal } from '../errors.ts';
import type { Messages } from '../messages.ts';
import { insertRestructuring, type RestructuringPlan } from './insert-restructuring.ts';
import type { StoredRestructuring } from './stored-restructuring.ts';

/** Works out a plan for the desk's town as it is now. Writes nothing. */
export async function workOut(
  desk: Desk,
  { steps, effectiveOn }: Pick<RestructuringPlan, 'steps' | 'effectiveOn'>,
): Promise<Enactment> {
  return enact(await desk.load(townStates, { day: effectiveOn, households: householdsNamed(steps) }), steps);
}

/** Works out a draft, once at a desk however much is asked of it. */
export function workOutDraft(desk: Desk, draft: StoredRestructuring): Promise<Enactment> {
  return loadOnce(desk, ['draft', draft.uuid, draft.version], () => workOut(desk, draft));
}

/**
 * Does steps at once, as one restructuring without a draft. The caller holds the tree's lock, whose version it gives.
 * Errors: what the first check says that fails, on the field that `fieldOf` names for it.
 */
export async function restructure(
  desk: Desk,
  actor: Pick<Actor, 'accountId'> | null,
  treeVersion: number,
  plan: RestructuringPlan,
  fieldOf: (problem: Problem) => string,
): Promise<Enactment> {
  const enactment = await workOut(desk, plan);
  refuseErrors(enactment, fieldOf);
  // What changes nothing is no event.
  if (enactment.changed.size > 0) await record(desk, actor, treeVersion, plan, enactment);
  return enactment;
}

/**
 * Writes a plan that was worked out and has no error, as an applied restructuring. The caller holds the tree's lock, whose
 * version it gives.
 */
export async function record(
  desk: Desk,
  actor: Pick<Actor, 'accountId'> | null,
  treeVersion: number,
  plan: RestructuringPlan,
  enactment: Enactment,
): Promise<void> {
  const making = { treeVersion, by: actor?.accountId ?? null, difference: differenceOf(enactment) };
  const id = await insertRestructuring(desk, plan, making);
  await writeEnactment(desk, enactment, id);
}

/** Refuses an enactment that has an error. */
export function refuseErrors(enactment: Enactment, fieldOf: (problem: Problem) => string): void {
  const error = enactment.problems.find((problem) => problem.severity === 'ERROR');
  if (error) throw refusalOf(error, fieldOf(error));
}

/** What is wrong with the input by itself; everything else does not fit what is stored. */
const badInputs: ReadonlySet<keyof Messages> = new Set([
  'dateBeforeBeginning',
  'kindNotAllowed',
  'circle',
  'overlayNeedsBlock',
  'overlayNotBegun',
  'nothingToMerge',
  'beganBefore',
  'heirIsNoPart',
  'heirIsItself',
  'partIsItself',
  'partTwice',
  'transferToItself',
  'notUnderUnit',
  'notABlock',
  'otherPartition',
  'householdsElsewhere',
]);

function refusalOf({ message, values }: Problem, field: string): Refusal {
  return badInputs.has(message) ? badInput(field, message, values) : conflict(message, field, values);
}
