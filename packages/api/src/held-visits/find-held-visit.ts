import type { Actor } from '../access/actor.ts';
import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { placeOfHousehold } from '../households/find-household.ts';
import { requireId, requireIdIn } from '../schema/global-id.ts';
import { placeOfTeam } from '../teams/find-team.ts';
import { teamsById } from '../teams/read-teams.ts';
import { dayOf } from '../today.ts';
import type { HeldVisitType } from './held-visit.type.ts';
import { heldVisitsById } from './held-visit-rows.ts';

/**
 * Whether somebody sees a visit that is held, and may deal with it: who sent it, those with visit:settle where the
 * household stands today, and those with it over a team that the sender was in.
 */
export async function seesHeld(desk: Desk, actor: Actor, { row }: HeldVisitType): Promise<boolean> {
  const { townId, accountId, teams, householdUuid } = row;
  if (accountId === actor.accountId || reaches(actor, 'visit:settle', { townId, units: [] })) return true;
  const household = householdUuid === null ? [] : [await placeOfHousehold(desk, { townId, uuid: householdUuid })];
  const asOf = dayOf(desk.now);
  const sent = await Promise.all(teams.map((uuid) => desk.load(teamsById, { townId, asOf, uuid })));
  const ofTeams = await Promise.all(sent.map((team) => team && placeOfTeam(desk, team)));
  return [...household, ...ofTeams].some((place) => place !== undefined && reaches(actor, 'visit:settle', place));
}

/** A visit that is held, as far as the viewer sees it. Errors: NOT_FOUND on `field`. */
export async function getVisibleHeldVisit(ctx: Context, id: string, field = 'id'): Promise<HeldVisitType> {
  const { townId, key: uuid } = requireId(id, 'HeldVisit', field);
  const desk = await ctx.readTownFor('visit:record', townId);
  const held = await desk?.load(heldVisitsById, { townId, uuid });
  if (!desk || !held || !(await seesHeld(desk, ctx.signedIn, held))) throw notFound(field);
  return held;
}

/** The visit that is held which a mutation names, if the actor sees it. Errors: NOT_FOUND on input.held. */
export async function getHeldVisitFor(desk: Desk, actor: Actor, id: string): Promise<HeldVisitType> {
  const uuid = requireIdIn(desk.town, id, 'HeldVisit', 'input.held');
  const held = await desk.load(heldVisitsById, { townId: desk.town, uuid });
  if (!held || !(await seesHeld(desk, actor, held))) throw notFound('input.held');
  return held;
}
