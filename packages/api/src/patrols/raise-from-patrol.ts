import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { raiseRequest } from '../requests/raise-request.ts';
import { globalId } from '../schema/global-id.ts';
import type { PatrolType } from './patrol.type.ts';
import type { PatrolRequestInput } from './patrol-finding.input.ts';

/** What of a finding the request says. Photographs by their global ids, and the account that added them. */
interface Said {
  text: string;
  place?: string | null;
  photos?: readonly string[] | null;
  photosBy?: string;
}

/**
 * Raises what a patrol brought up as a request about the place, of its day unless another is told. Returns the request's id
 * in the town. Errors: those of raiseRequest on `field`.
 */
export async function raiseFromPatrol(
  desk: Desk,
  actor: Actor,
  patrol: Pick<PatrolType, 'unitUuid' | 'place' | 'patrolledOn'>,
  { text, place, photos, photosBy }: Said,
  request: PatrolRequestInput,
  field: string,
  on = patrol.patrolledOn,
): Promise<string> {
  const unit = globalId('Unit', desk.town, patrol.unitUuid);
  const about = { description: text, place: { unit, text: place ?? patrol.place }, photos: photos ?? [], on };
  const asked = { ...request, ...about, source: 'PATROL' as const, ...(photosBy === undefined ? {} : { photosBy }) };
  return (await raiseRequest(desk, actor, asked, field)).uuid;
}
