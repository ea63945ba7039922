import type { Actor } from '../access/actor.ts';
import { reaches } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { holdProgramme } from '../programmes/hold-programme.ts';
import { managesAt } from '../programmes/programme-reach.ts';
import { liveStates } from '../programmes/programme-states.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { paragraphs } from '../schema/text.ts';
import { placeWith } from '../units/standing-under.ts';
import { contestTeamsById } from './contest-rows.ts';

/**
 * Takes a team out of a contest. Returns the programme's id in the town.
 * Errors: NOT_FOUND on input.team, also for whoever neither manages the contest nor keeps enrolments in the team's unit; CONFLICT there where it
 * was taken out or the contest is over; BAD_INPUT on input.reason.
 */
export async function withdrawTeam(desk: Desk, actor: Actor, input: { team: string; reason: string }): Promise<string> {
  const field = 'input.team';
  const key = { townId: desk.town, uuid: requireIdIn(desk.town, input.team, 'ContestTeam', field) };
  const named = await desk.load(contestTeamsById, key);
  if (!named) throw notFound(field);
  const { unit_id, state } = await holdProgramme(desk, actor, named.programmeUuid);
  const manages = await managesAt(desk, actor, desk.town, unit_id);
  if (!manages && !(await keepsIn(desk, actor, named.unitUuid))) throw notFound(field);
  if (!liveStates.some((each) => each === state)) throw conflict('programmeOver', field);
  desk.forget();
  const team = await desk.load(contestTeamsById, key);
  if (!team || team.withdrawnAt !== null) throw conflict('teamWithdrawn', field);
  await desk.db
    .updateTable('contest_team')
    .set({ withdrawn_at: desk.now, withdrawn_because: paragraphs(input.reason, 'input.reason') })
    .where('town_id', '=', desk.town)
    .where('id', '=', team.uuid)
    .execute();
  return team.programmeUuid;
}

/** Whether somebody keeps enrolments in a team's unit, or in what that has gone into. */
async function keepsIn(desk: Desk, actor: Actor, unit: string | null): Promise<boolean> {
  return unit !== null && reaches(actor, 'enrolment:keep', await placeWith(desk, desk.town, unit));
}
