import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { managesAt } from './programme-reach.ts';
import type { ProgrammeRow } from './programme-rows.ts';
import { holdProgramme } from './take-programme-step.ts';

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
