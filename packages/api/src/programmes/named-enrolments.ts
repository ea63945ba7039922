import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import type { Desk } from '../db/door.ts';
import { badInput, notFound } from '../errors.ts';
import { reachesHousehold } from '../households/find-household.ts';
import { requireIdIn } from '../schema/global-id.ts';
import type { ProgrammeEnrolmentType } from './enrolment.type.ts';
import { enrolmentsById } from './enrolment-rows.ts';

/** How many an input names at once at the most. */
const mostNamed = 500;

/**
 * The enrolments that a list of an input names, in its order; `at` is the field of each.
 * Errors: BAD_INPUT on the list for none or more than 500, or on the field of one that is listed twice; NOT_FOUND there for one that is not of
 * this programme, or whose household the actor does not reach.
 */
export async function namedEnrolments(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  programme: string,
  named: readonly string[],
  list: string,
  at: (index: number) => string,
): Promise<ProgrammeEnrolmentType[]> {
  if (named.length === 0) throw badInput(list, 'required');
  if (named.length > mostNamed) throw badInput(list, 'tooMany', { most: mostNamed });
  const keys = named.map((id, index) => requireIdIn(desk.town, id, 'ProgrammeEnrolment', at(index)));
  return Promise.all(
    keys.map(async (uuid, index) => {
      if (keys.indexOf(uuid) < index) throw badInput(at(index), 'listedTwice');
      const enrolment = await desk.load(enrolmentsById, { townId: desk.town, uuid });
      const household = { townId: desk.town, uuid: enrolment?.householdUuid ?? '' };
      if (enrolment?.programmeUuid !== programme || !(await reachesHousehold(desk, actor, permission, household))) {
        throw notFound(at(index));
      }
      return enrolment;
    }),
  );
}
