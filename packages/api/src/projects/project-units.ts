import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, notFound } from '../errors.ts';
import { unitToDeal } from '../units/standing-under.ts';
import { reachesUnits } from './project-reach.ts';

const most = 50;

/**
 * The units in which a project is to be done, each once; none for the whole town.
 * Errors: BAD_INPUT on input.units for too many; NOT_FOUND, BAD_INPUT or CONFLICT on input.units.N; NOT_FOUND on
 * input.units where none is named and the actor may not propose for the town.
 */
export async function readUnits(desk: Desk, actor: Actor, ids: readonly string[], on: string): Promise<string[]> {
  if (ids.length > most) throw badInput('input.units', 'tooMany', { most });
  const needs = { actor, permission: 'project:propose' } as const;
  const units = await Promise.all(ids.map((id, index) => unitToDeal(desk, id, on, `input.units.${index}`, needs)));
  if (
    !(await reachesUnits(
      desk,
      actor,
      'project:propose',
      desk.town,
      units.filter((unit) => unit !== null),
    ))
  ) {
    throw notFound('input.units');
  }
  return [...new Set(units.filter((unit) => unit !== null))];
}

/** Writes in which units a project is done from a step on. One statement. */
export async function writeUnits(desk: Desk, project: string, seq: number, units: readonly string[]): Promise<void> {
  if (units.length === 0) return;
  await desk.db
    .insertInto('project_unit')
    .values(
      units.map((unit_id, position) => ({
        ...{ town_id: desk.town, id: newId(), project_id: project, seq, position, unit_id },
      })),
    )
    .execute();
}
