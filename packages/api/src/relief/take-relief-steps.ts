import { sql } from 'kysely';
import { type Actor, actingAs } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { dayOfStep } from '../handling/day-of-step.ts';
import { stepRow } from '../handling/step-row.ts';
import { reachesHousehold } from '../households/find-household.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { yuan } from '../schema/money.ts';
import { requireVersion } from '../units/find-unit.ts';
import { type ApplicationRow, selectApplications } from './application-rows.ts';
import { mayTake, requireAnother } from './relief-reach.ts';
import { type ReliefState, type ReliefStep, type ReliefTransition, reliefTransition } from './relief-states.ts';

/** How many applications a step is taken with at once at the most, or applied for. */
export const mostTogether = 500;

/** What the input of every step has. */
export interface ReliefStepAsked {
  reliefApplication: string;
  on?: string | null;
  expectedVersion?: number | null;
}

/** What the input of a step with many at once has. */
export interface ReliefStepsAsked {
  reliefApplications: string[];
  on?: string | null;
}

/** What a step leads to where that is not what the table says, what money it moved, and what was written with it. */
export interface Brought {
  state?: ReliefState;
  amount?: number;
  text?: string | undefined;
}

/** An application by its global id, where the input names it. */
interface Named {
  id: string;
  field: string;
  expectedVersion?: number | null | undefined;
}

/**
 * Takes a step with the application that an input names, as `work` answers it. The application is held for it: of two at
 * once the second finds what the first has made of it. Returns its id in the town.
 * Errors: NOT_FOUND on input.reliefApplication, also where the actor may not take the step with it; CONFLICT on
 * input.expectedVersion, or on input.reliefApplication where it is in no state for the step, or an approval is to be by
 * somebody else; FORBIDDEN for an approval by an application of others; BAD_INPUT on input.on ahead or before the last step;
 * those of `work`.
 */
export async function takeReliefStep(
  desk: Desk,
  actor: Actor,
  { reliefApplication: id, expectedVersion, on }: ReliefStepAsked,
  step: ReliefStep,
  work: (row: ApplicationRow, on: string) => Brought | Promise<Brought>,
): Promise<string> {
  const named = { id, field: 'input.reliefApplication', expectedVersion };
  const taken = await take(desk, actor, [named], on, step, async ([row], day) => (row ? [await work(row, day)] : []));
  const [uuid = ''] = taken;
  return uuid;
}

/**
 * Takes a step with many applications at once: with all of them or with none. Returns their ids in the town, in their order.
 * Errors: those of takeReliefStep, on input.reliefApplications.N; BAD_INPUT on input.reliefApplications for none or too many,
 * or on one that is listed twice.
 */
export function takeReliefSteps(
  desk: Desk,
  actor: Actor,
  { reliefApplications: ids, on }: ReliefStepsAsked,
  step: ReliefStep,
  work: (rows: readonly ApplicationRow[], on: string) => readonly Brought[] | Promise<readonly Brought[]>,
): Promise<string[]> {
  if (ids.length === 0) throw badInput('input.reliefApplications', 'required');
  if (ids.length > mostTogether) throw badInput('input.reliefApplications', 'tooMany', { most: mostTogether });
  const named = ids.map((id, index) => ({ id, field: `input.reliefApplications.${index}` }));
  const twice = named.find(({ id }, index) => ids.indexOf(id) < index);
  if (twice) throw badInput(twice.field, 'listedTwice');
  return take(desk, actor, named, on, step, work);
}

/** Refuses a step with many of which another total is told than they come to. Errors: CONFLICT on input.total. */
export function requireTotal(told: number, total: number): void {
  if (told !== total) throw conflict('reliefTotal', 'input.total', { amount: yuan(total) });
}

/** The number of statements does not grow with the applications. */
async function take(
  desk: Desk,
  actor: Actor,
  named: readonly Named[],
  given: string | null | undefined,
  step: ReliefStep,
  work: (rows: readonly ApplicationRow[], on: string) => readonly Brought[] | Promise<readonly Brought[]>,
): Promise<string[]> {
  const uuids = named.map(({ id, field }) => requireIdIn(desk.town, id, 'ReliefApplication', field));
  const found = await selectApplications(desk)
    .where('r.town_id', '=', desk.town)
    .where('r.id', 'in', uuids)
    // Held in one order, whatever the order in which they are named.
    .orderBy('r.id')
    .forUpdate('r')
    .execute();
  const byId = new Map(found.map((row) => [row.id, row]));
  const ready = await Promise.all(
    named.map((each, index) => readyFor(desk, actor, step, each, byId.get(uuids[index] ?? ''))),
  );
  const on = await dayOfStep(desk, 'relief', uuids, given);
  const brought = await work(
    ready.map(({ row }) => row),
    on,
  );
  const after = ready.map(({ row, transition }, index) => ({
    ...{ id: row.id, state: brought[index]?.state ?? transition.to, version: row.version + 1 },
    ...{ amount: brought[index]?.amount, text: brought[index]?.text },
  }));
  await writeReliefEvents(desk, actor, after, step, on);
  await sql`update relief_application r set state = after.state, version = after.version
    from json_to_recordset(${JSON.stringify(after)}::json) as after(id uuid, state text, version integer)
    where r.town_id = ${desk.town} and r.id = after.id`.execute(desk.db);
  return uuids;
}

/** An application with which somebody may take a step, with what that leads to. Errors: those of takeReliefStep. */
async function readyFor(
  desk: Desk,
  actor: Actor,
  step: ReliefStep,
  { field, expectedVersion }: Named,
  row: ApplicationRow | undefined,
): Promise<{ row: ApplicationRow; transition: ReliefTransition }> {
  const household = { townId: desk.town, uuid: row?.household_id ?? '' };
  if (!row || !(await reachesHousehold(desk, actor, 'relief:read', household))) throw notFound(field);
  const transition = reliefTransition(row.state, step);
  // Where the state takes no such step, whoever sees the application may know.
  if (transition && !(await mayTake(desk, actor, transition, row.household_id))) throw notFound(field);
  requireVersion(row, expectedVersion);
  if (!transition) throw conflict('reliefStepNotNow', field);
  if (transition.approves) await requireAnother(desk, actor, row.id, field);
  return { row, transition };
}

/** What an application is after a step, and what was moved and said with it. */
interface After {
  id: string;
  state: ReliefState;
  version: number;
  amount?: number | undefined;
  text?: string | undefined;
}

/** Writes the events of a step with some applications, with what each was after it. One statement. */
export async function writeReliefEvents(
  desk: Desk,
  actor: Actor,
  after: readonly After[],
  step: ReliefStep,
  on: string,
): Promise<void> {
  const person_id = actingAs(actor, desk.town);
  await desk.db
    .insertInto('relief_event')
    .values(
      after.map(({ id: application_id, amount, text, ...each }) => ({
        ...stepRow(desk, actor, step, each, text),
        ...{ application_id, happened_on: on, person_id, amount: amount ?? null },
      })),
    )
    .execute();
}
