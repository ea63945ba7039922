import type { Actor } from '../access/actor.ts';
import { reaches } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getUnitFor, placeOf, requireLasting } from '../units/find-unit.ts';
import type { AppointOfficerInput, PostType } from './person.type.ts';
import { postOf, selectPosts } from './posts.ts';
import { requireOfTown } from './register-person.ts';

/**
 * Gives a person a post at a unit from a day on.
 * Errors: NOT_FOUND on input.unit or input.person; CONFLICT where the unit is closed or the post is held already.
 */
export async function appointOfficer(
  desk: Desk,
  actor: Actor,
  input: AppointOfficerInput,
  from: string,
): Promise<PostType> {
  await lockTree(desk);
  const { townId, key: unit_id } = requireId(input.unit, 'Unit', 'input.unit');
  const unit = await getUnitFor(desk, actor, 'officer:appoint', { townId, asOf: from, uuid: unit_id }, 'input.unit');
  requireLasting(unit, from, 'input.unit');
  const person_id = await requireOfTown(desk, 'person', input.person, 'input.person');
  const held = await desk.db
    .selectFrom('post')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('unit_id', '=', unit_id)
    .where('person_id', '=', person_id)
    .where('title', '=', input.title)
    // A period that was taken back on the day it began is empty.
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', from)]))
    .executeTakeFirst();
  if (held) throw conflict('alreadyPost', 'input.person');
  const id = newId();
  await desk.db
    .insertInto('post')
    .values({ town_id: desk.town, id, unit_id, person_id, title: input.title, valid_from: from, valid_to: null })
    .execute();
  return readPost(desk, id, from);
}

/**
 * Ends a post; `on` is the first day without it.
 * Errors: NOT_FOUND on input.post; BAD_INPUT on input.on before it began; CONFLICT where it has ended.
 */
export async function endPost(desk: Desk, actor: Actor, id: string, on: string): Promise<PostType> {
  await lockTree(desk);
  const row = await selectPosts(desk)
    .where('post.town_id', '=', desk.town)
    .where('post.id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('input.post');
  const place = await placeOf(desk, { townId: desk.town, uuid: row.unit_id });
  if (!reaches(actor, 'officer:appoint', place)) throw notFound('input.post');
  if (row.valid_to !== null) throw conflict('alreadyEnded', 'input.post');
  if (on < row.valid_from) throw badInput('input.on', 'dateBeforeBeginning', { date: row.valid_from });
  await desk.db
    .updateTable('post')
    .set({ valid_to: on })
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .execute();
  return readPost(desk, id, on);
}

async function readPost(desk: Desk, id: string, asOf: string): Promise<PostType> {
  const row = await selectPosts(desk)
    .where('post.town_id', '=', desk.town)
    .where('post.id', '=', id)
    .executeTakeFirstOrThrow();
  return postOf(row, asOf);
}
