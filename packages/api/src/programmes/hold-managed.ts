import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { managesAt } from './programme-reach.ts';
import type { ProgrammeRow } from './programme-rows.ts';
import { holdProgramme } from './take-programme-step.ts';

/**
 * The programme that an input names, held until this change is done, of whose results somebody says something: it was opened, and not called
 * off.
 * Errors: NOT_FOUND on `field` where the actor does not manage it; CONFLICT there where it is planned only, or called off.
 */
export async function holdManaged(desk: Desk, actor: Actor, uuid: string, field: string): Promise<ProgrammeRow> {
  const programme = await holdProgramme(desk, actor, uuid);
  if (!(await managesAt(desk, actor, desk.town, programme.unit_id))) throw notFound(field);
  if (programme.state === 'PLANNED' || programme.state === 'CANCELLED') throw conflict('programmeStepNotNow', field);
  return programme;
}
