import type { Actor } from '../access/actor.ts';
import { holdsIn } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { managesAt } from './programme-reach.ts';
import { type ProgrammeRow, selectProgrammes } from './programme-rows.ts';

/**
 * The programme that an input names, held until this change is done: enrolments and steps of a programme go one after the other.
 * Errors: NOT_FOUND on input.programme.
 */
export async function holdProgramme(desk: Desk, actor: Actor, uuid: string): Promise<ProgrammeRow> {
  const row = await selectProgrammes(desk)
    .where('p.town_id', '=', desk.town)
    .where('p.id', '=', uuid)
    .forUpdate()
    .executeTakeFirst();
  if (!row || !holdsIn(actor, 'programme:read', desk.town)) throw notFound('input.programme');
  return row;
}

/**
 * The programme that an input names by its id in the town, held until this change is done, where somebody manages it.
 * Errors: NOT_FOUND on `field`.
 */
export async function holdManaged(desk: Desk, actor: Actor, uuid: string, field: string): Promise<ProgrammeRow> {
  const programme = await holdProgramme(desk, actor, uuid);
  if (!(await managesAt(desk, actor, desk.town, programme.unit_id))) throw notFound(field);
  return programme;
}

/** The same of a programme that people can come out of. Errors: those of holdManaged; CONFLICT on `field` of one that is planned only, or called off. */
export async function holdUnderWay(desk: Desk, actor: Actor, uuid: string, field: string): Promise<ProgrammeRow> {
  const programme = await holdManaged(desk, actor, uuid, field);
  if (programme.state === 'PLANNED' || programme.state === 'CANCELLED') throw conflict('programmeStepNotNow', field);
  return programme;
}
