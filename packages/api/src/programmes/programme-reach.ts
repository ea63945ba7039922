import type { Actor } from '../access/actor.ts';
import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { placeWith } from '../units/standing-under.ts';
import type { ProgrammeType } from './programme.type.ts';
import { programmesById } from './programme-rows.ts';
import { type ProgrammeStep, programmeTransitions } from './programme-states.ts';

/** Whether somebody manages what is held in a unit, or in what that has gone into; null is the town. */
export async function managesAt(desk: Desk, actor: Actor, townId: number, unit: string | null): Promise<boolean> {
  return reaches(actor, 'programme:manage', await placeWith(desk, townId, unit));
}

/** A programme of a town in which the viewer sees programmes. Errors: NOT_FOUND on `field`. */
export async function getProgramme(ctx: Context, id: string, field = 'id'): Promise<ProgrammeType> {
  const { townId, key: uuid } = requireId(id, 'Programme', field);
  const programme = await (await ctx.readTownFor('programme:read', townId))?.load(programmesById, { townId, uuid });
  if (!programme) throw notFound(field);
  return programme;
}

/** The steps that somebody may take with a programme now, in the order of the table. */
export async function programmeActions(
  desk: Desk,
  actor: Actor,
  { townId, unitUuid, state }: ProgrammeType,
): Promise<ProgrammeStep[]> {
  if (!(await managesAt(desk, actor, townId, unitUuid))) return [];
  return programmeTransitions.filter(({ from }) => from.includes(state)).map(({ step }) => step);
}
