import { type Actor, actingAs } from '../access/actor.ts';
import { reaches } from '../access/reach.ts';
import type { TownKey } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict, notFound } from '../errors.ts';
import { photosById } from '../photos/photo-rows.ts';
import { telephoneNumber } from '../residents/telephone.ts';
import { dayOfDeed } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { placeOfTeam } from '../teams/find-team.ts';
import { findTeamsOfPerson } from '../teams/members.ts';
import { teamsOfTowns } from '../teams/read-teams.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import type { AgreeToPublicationInput } from './publication.type.ts';
import { publicationsOf, shownOf } from './publication-rows.ts';

/**
 * Notes what somebody agreed to have shown on boards, in place of what they agreed to before. Returns the person's id in the town.
 * Errors: NOT_FOUND on input.person whose board the actor does not keep; BAD_INPUT on input.telephone, or on input.agreedOn ahead; NOT_FOUND on input.photo that the caller has not added.
 */
export async function agreeToPublication(desk: Desk, actor: Actor, input: AgreeToPublicationInput): Promise<string> {
  const { person, keepsBoard } = await holdPerson(desk, actor, input.person);
  if (!keepsBoard) throw notFound('input.person');
  const agreed_on = dayOfDeed(input.agreedOn, dayOf(desk.now), 'input.agreedOn');
  const telephone = input.telephone == null ? null : telephoneNumber(input.telephone, 'input.telephone');
  const before = await desk.load(publicationsOf, person);
  const shown = (await desk.load(shownOf, person))?.photo ?? null;
  const photo_id = input.photo == null ? null : await requirePhoto(desk, actor, input.photo, shown);
  if (before) await end(desk, actor, person);
  await desk.db
    .insertInto('publication')
    .values({
      ...{ town_id: desk.town, id: newId(), person_id: person.uuid, telephone, photo_id, agreed_on },
      ...{ recorded_at: desk.now, recorded_by: actor.accountId, ended_at: null, ended_by: null },
    })
    .execute();
  return person.uuid;
}

/**
 * Takes somebody off the boards, with all that they had agreed to: themselves, or somebody of a team whose board the actor keeps. Returns the
 * person's id in the town.
 * Errors: NOT_FOUND on input.person; CONFLICT on input.person of whom nothing is shown.
 */
export async function endPublication(desk: Desk, actor: Actor, input: { person: string }): Promise<string> {
  const { person, keepsBoard } = await holdPerson(desk, actor, input.person);
  if (!keepsBoard && !isSelf(actor, person)) throw notFound('input.person');
  if (!(await desk.load(publicationsOf, person))) throw conflict('notPublished', 'input.person');
  await end(desk, actor, person);
  return person.uuid;
}

/** The photograph that an input names: one that the caller has added, or that is shown already. Errors: NOT_FOUND on input.photo. */
async function requirePhoto(desk: Desk, actor: Actor, id: string, shown: string | null): Promise<string> {
  const uuid = requireIdIn(desk.town, id, 'Photo', 'input.photo');
  const added = await desk.load(photosById, { townId: desk.town, uuid, addedBy: actor.accountId });
  if (!added && uuid !== shown) throw notFound('input.photo');
  return uuid;
}

/** What is not agreed to any more is not kept either. The photograph is deleted once nothing shows it (forget-photos.ts). */
async function end(desk: Desk, actor: Actor, { townId, uuid }: TownKey): Promise<void> {
  await desk.db
    .updateTable('publication')
    .set({ telephone: null, photo_id: null, ended_at: desk.now, ended_by: actor.accountId })
    .where('town_id', '=', townId)
    .where('person_id', '=', uuid)
    .where('ended_at', 'is', null)
    .execute();
}

/**
 * The person of whom an input tells, and whether somebody keeps the board of a team that they are in; other changes of the kind wait.
 * Errors: NOT_FOUND on input.person.
 */
async function holdPerson(desk: Desk, actor: Actor, id: string): Promise<{ person: TownKey; keepsBoard: boolean }> {
  await lockSettings(desk);
  const [townId, asOf] = [desk.town, dayOf(desk.now)];
  const uuid = requireIdIn(townId, id, 'Person', 'input.person');
  const own = await findTeamsOfPerson(desk, townId, uuid, asOf);
  if (!own) throw notFound('input.person');
  const teams = (await desk.load(teamsOfTowns, { townId, asOf })).filter((team) => own.has(team.uuid));
  const places = await Promise.all(teams.map((team) => placeOfTeam(desk, team)));
  const whole = { townId, units: [] };
  const keepsBoard = [whole, ...places].some((place) => reaches(actor, 'board:publish', place));
  return { person: { townId, uuid }, keepsBoard };
}

/** Whether somebody acts as a person of a town, by themselves. */
export function isSelf(actor: Actor, { townId, uuid }: TownKey): boolean {
  return !actor.application && actingAs(actor, townId) === uuid;
}
