import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { getRequestFor } from '../requests/find-request.ts';
import { counted } from '../requests/outcomes.ts';
import { standsUnder, visibleTo } from '../requests/visible-requests.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { dayOf } from '../today.ts';
import { Timeline, timelineOf } from '../units/timeline.ts';
import { unitsOfProjects } from './project-parts.ts';
import { type ProjectStepAsked, takeProjectStep } from './take-project-step.ts';

/** Requests that are to be linked: some by their global ids, and all that were raised in a period. */
export interface RequestsAsked {
  requests?: string[] | null;
  raised?: { first: string; last: string } | null;
}

const most = 500;
/** PostgreSQL takes 65,535 values a statement. */
const rowsAtOnce = 5000;

/**
 * The requests that an input links to a project about a subject in some units, by their ids in the town. They are held, so
 * that no other project takes them meanwhile.
 * Errors: BAD_INPUT on input.requests for too many, or on input.raised.last; NOT_FOUND on input.requests.N that is not open
 * to the actor; CONFLICT there for one that was withdrawn or is in a project.
 */
export async function requestsToLink(
  desk: Desk,
  actor: Actor,
  { requests, raised }: RequestsAsked,
  about: { subject: string; units: readonly string[] },
): Promise<string[]> {
  const named = await readRequests(desk, actor, requests ?? []);
  if (raised) requirePeriod(raised, 'input.raised');
  const found = raised ? await raisedIn(desk, actor, raised, about) : [];
  const held = await holdRequests(desk, [...new Set([...named, ...found])]);
  const taken = new Set(held.filter(({ inProject }) => inProject).map(({ id }) => id));
  const at = named.findIndex((request) => taken.has(request));
  if (at >= 0) throw conflict('requestInProject', `input.requests.${at}`);
  return held.filter(({ inProject }) => !inProject).map(({ id }) => id);
}

async function readRequests(desk: Desk, actor: Actor, ids: readonly string[]): Promise<string[]> {
  if (ids.length > most) throw badInput('input.requests', 'tooMany', { most });
  return Promise.all(
    ids.map(async (id, index) => {
      const field = `input.requests.${index}`;
      const { uuid, state } = await getRequestFor(desk, actor, id, field);
      if (state === 'WITHDRAWN') throw conflict('requestWithdrawn', field);
      return uuid;
    }),
  );
}

async function raisedIn(
  desk: Desk,
  actor: Actor,
  { first, last }: { first: string; last: string },
  { subject, units }: { subject: string; units: readonly string[] },
): Promise<string[]> {
  const conditions: RawBuilder<boolean>[] = [await visibleTo(desk, actor), sql.raw(counted)];
  if (units.length > 0) {
    const today = (await desk.load(timelineOf, desk.town)).on(dayOf(desk.now));
    conditions.push(
      await standsUnder(
        desk,
        units.flatMap((unit) => [unit, ...Timeline.under(today, unit)]),
      ),
    );
  }
  const rows = await desk.db
    .selectFrom('request as r')
    .select('r.id')
    .where('r.town_id', '=', desk.town)
    .where('r.subject_id', '=', subject)
    .where('r.raised_on', '>=', first)
    .where('r.raised_on', '<=', last)
    .where(sql<boolean>`${sql.join(conditions, sql` and `)}`)
    .execute();
  return rows.map(({ id }) => id);
}

/** Holds requests until this change is done, and tells which of them are in a project by then. Two statements. */
async function holdRequests(desk: Desk, ids: readonly string[]): Promise<{ id: string; inProject: boolean }[]> {
  if (ids.length === 0) return [];
  const those = sql<boolean>`id = ${anyOf(ids)}`;
  const locked = await desk.db
    .selectFrom('request')
    .select('id')
    .where('town_id', '=', desk.town)
    .where(those)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const links = await desk.db
    .selectFrom('project_request')
    .select('request_id')
    .where('town_id', '=', desk.town)
    .where(sql<boolean>`request_id = ${anyOf(ids)}`)
    .where('ended_seq', 'is', null)
    .execute();
  const taken = new Set(links.map((link) => link.request_id));
  return locked.map(({ id }) => ({ id, inProject: taken.has(id) }));
}

/** Writes that requests led to a project. One statement for each 5,000 of them. */
export async function writeLinks(desk: Desk, project: string, requests: readonly string[]): Promise<void> {
  for (let start = 0; start < requests.length; start += rowsAtOnce) {
    await desk.db
      .insertInto('project_request')
      .values(
        requests.slice(start, start + rowsAtOnce).map((request_id) => ({
          ...{ town_id: desk.town, id: newId(), project_id: project, request_id, ended_seq: null },
        })),
      )
      .execute();
  }
}

/**
 * Links further requests to a project. Returns its id in the town.
 * Errors: those of takeProjectStep and requestsToLink; BAD_INPUT on input.requests where there are none to link.
 */
export function linkRequests(desk: Desk, actor: Actor, input: ProjectStepAsked & RequestsAsked): Promise<string> {
  return takeProjectStep(desk, actor, input, 'LINK', async (row) => {
    const units = await desk.load(unitsOfProjects, { townId: desk.town, uuid: row.id });
    const requests = await requestsToLink(desk, actor, input, { subject: row.subject_id, units });
    if (requests.length === 0) throw badInput('input.requests', 'noRequestsToLink');
    await writeLinks(desk, row.id, requests);
    return { requests: requests.length };
  });
}

/**
 * Takes requests out of a project. Returns its id in the town.
 * Errors: those of takeProjectStep; BAD_INPUT on input.requests for none or too many; NOT_FOUND on input.requests.N that is
 * not open to the actor; CONFLICT there for one that is not in the project.
 */
export function unlinkRequests(
  desk: Desk,
  actor: Actor,
  input: ProjectStepAsked & { requests: string[] },
): Promise<string> {
  return takeProjectStep(desk, actor, input, 'UNLINK', async (row, _on, seq) => {
    if (input.requests.length === 0) throw badInput('input.requests', 'required');
    const requests = await readRequests(desk, actor, input.requests);
    const rows = await desk.db
      .updateTable('project_request')
      .set({ ended_seq: seq })
      .where('town_id', '=', desk.town)
      .where('project_id', '=', row.id)
      .where(sql<boolean>`request_id = ${anyOf(requests)}`)
      .where('ended_seq', 'is', null)
      .returning('request_id')
      .execute();
    const taken = new Set(rows.map(({ request_id }) => request_id));
    const at = requests.findIndex((request) => !taken.has(request));
    if (at >= 0) throw conflict('requestNotInProject', `input.requests.${at}`);
    return { requests: taken.size };
  });
}
