import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { dayOfStep } from '../handling/day-of-step.ts';
import { type RequestStep, type Satisfaction, transitionFrom } from '../handling/transitions.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { type TakenStep, takeAll } from './fold.ts';
import { rowsOfEvents } from './request-event-rows.ts';
import { mayAt, seesRequest } from './request-reach.ts';
import { type RequestRow, requestOf, selectRequests } from './request-rows.ts';
import { type Standing, standingOf } from './standing.ts';
import { touched } from './touched.ts';

/** What the input of every step has. */
export interface StepAsked {
  request: string;
  on?: string | null;
  expectedVersion?: number | null;
}

/** A request that a step may be taken with. */
export interface Steppable {
  row: RequestRow;
  standing: Standing;
  /** The day on which the step is taken. */
  on: string;
  /** What the transition leads to: the step's own state, or, where it has none, the present one. */
  state: RequestRow['state'];
}

/**
 * Takes a step with the request that an input names, and whatever steps go with it, as `work` answers them. The request is
 * held for it: of two at once the second finds what the first has made of it. What comes of requests is counted, so that a step
 * holds the tree as all that is recorded does. Returns the request's id in the town.
 * Errors: NOT_FOUND on input.request, also where the actor may not take the step with it; CONFLICT on
 * input.expectedVersion, or on input.request where it is in no state for the step, or something has come of it already; BAD_INPUT on input.on ahead or before
 * the last step; those of `work`.
 */
export async function takeSteps(
  desk: Desk,
  actor: Actor,
  input: StepAsked,
  step: RequestStep,
  work: (steppable: Steppable) => TakenStep[] | Promise<TakenStep[]>,
  satisfaction: Satisfaction | null = null,
): Promise<string> {
  await holdTree(desk);
  const row = await holdRequest(desk, requireIdIn(desk.town, input.request, 'Request', 'input.request'));
  const standing = row && (await standingOf(desk, requestOf(row)));
  if (!row || !standing || !(await seesRequest(desk, actor, requestOf(row)))) throw notFound('input.request');
  const transition = transitionFrom(row.state, step, satisfaction);
  // Where the state takes no such step, whoever sees the request may know.
  if (transition && !mayAt(actor, transition.permission, transition.at, standing, row.level)) {
    throw notFound('input.request');
  }
  requireVersion(row, input.expectedVersion);
  if (!transition) throw conflict('stepNotNow', 'input.request');
  if (transition.untouched && (await desk.load(touched, { townId: desk.town, uuid: row.id }))) {
    throw conflict('requestTouched', 'input.request');
  }
  const on = await dayOfStep(desk, 'request', [row.id], input.on);
  const outcomes = takeAll(row, await work({ row, standing, on, state: transition.to ?? row.state }));
  await desk.db
    .insertInto('request_event')
    .values(rowsOfEvents(desk, actor.accountId, standing, outcomes))
    .execute();
  const after = outcomes.at(-1)?.after ?? row;
  await desk.db
    .updateTable('request')
    .set({
      state: after.state,
      level: after.level,
      handling_class: after.handling_class,
      subject_id: after.subject_id,
      party_id: after.party_id,
      holder_id: after.holder_id,
      due_on: after.due_on,
      handled_on: after.handled_on,
      satisfaction: after.satisfaction,
      version: after.version,
    })
    .where('town_id', '=', desk.town)
    .where('id', '=', row.id)
    .execute();
  return row.id;
}

function holdRequest(desk: Desk, uuid: string): Promise<RequestRow | undefined> {
  return selectRequests(desk)
    .where('r.town_id', '=', desk.town)
    .where('r.id', '=', uuid)
    .forUpdate()
    .executeTakeFirst();
}
