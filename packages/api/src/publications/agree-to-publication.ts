import { type Actor, actingAs } from '../access/actor.ts';
import { type Place, reaches } from '../access/reach.ts';
import type { TownKey } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict, notFound } from '../errors.ts';
import { requireOfTown } from '../people/register-person.ts';
import { photosById } from '../photos/photo-rows.ts';
import { telephoneNumber } from '../residents/telephone.ts';
import { dayOfDeed } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { placeOfBlock } from '../teams/find-team.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import type { AgreeToPublicationInput } from './publication.type.ts';
import { publicationsOf, shownOf } from './publication-rows.ts';

/**
 * Notes what somebody agreed to have shown on boards, in place of what they agreed to before. Returns the person's id in the town.
 * Errors: those of holdPerson; BAD_INPUT on input.telephone, or on input.agreedOn ahead; NOT_FOUND on input.photo that the caller has not added.
 */
export async function agreeToPublication(desk: Desk, actor: Actor, input: AgreeToPublicationInput): Promise<string> {
  const person = await holdPerson(desk, actor, input.person);
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
 * Takes somebody off the boards, with all that they had agreed to. Returns the person's id in the town.
 * Errors: those of holdPerson; CONFLICT on input.person of whom nothing is shown.
 */
export async function endPublication(desk: Desk, actor: Actor, input: { person: string }): Promise<string> {
  const person = await holdPerson(desk, actor, input.person);
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

/** The person of whom an input tells: somebody says it of themselves, or of who is in a team that they keep the board of. Errors: NOT_FOUND on input.person. */
async function holdPerson(desk: Desk, actor: Actor, id: string): Promise<TownKey> {
  await lockSettings(desk);
  const uuid = await requireOfTown(desk, 'person', id, 'input.person');
  const person = { townId: desk.town, uuid };
  if (!isSelf(actor, person) && !(await keepsBoardOf(desk, actor, uuid))) throw notFound('input.person');
  return person;
}

/** Whether somebody acts as a person of a town. */
export function isSelf(actor: Actor, { townId, uuid }: TownKey): boolean {
  return !actor.application && actingAs(actor, townId) === uuid;
}

async function keepsBoardOf(desk: Desk, actor: Actor, person: string): Promise<boolean> {
  const today = dayOf(desk.now);
  const rows = await desk.db
    .selectFrom('team_member as m')
    .innerJoin('team_version as v', (join) =>
      join.onRef('v.town_id', '=', 'm.town_id').onRef('v.team_id', '=', 'm.team_id'),
    )
    .select('v.block_id')
    .where('m.town_id', '=', desk.town)
    .where('m.person_id', '=', person)
    .where('m.valid_from', '<=', today)
    .where((or) => or.or([or('m.valid_to', 'is', null), or('m.valid_to', '>', today)]))
    .where('v.superseded_at', 'is', null)
    .where('v.valid_from', '<=', today)
    .where((or) => or.or([or('v.valid_to', 'is', null), or('v.valid_to', '>', today)]))
    .execute();
  const whole: Place = { townId: desk.town, units: [] };
  const places = await Promise.all(rows.map(({ block_id: uuid }) => placeOfBlock(desk, { townId: desk.town, uuid })));
  return [whole, ...places].some((place) => reaches(actor, 'board:publish', place));
}
