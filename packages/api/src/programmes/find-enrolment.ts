import type { Context } from '../context.ts';
import { getOfHousehold } from '../households/of-household.ts';
import type { ProgrammeEnrolmentType } from './enrolment.type.ts';
import { enrolmentsById } from './enrolment-rows.ts';

/** An enrolment that the viewer may see: of a household within their reach. Errors: NOT_FOUND on id. */
export function getEnrolment(ctx: Context, id: string): Promise<ProgrammeEnrolmentType> {
  return getOfHousehold(ctx, 'enrolment:read', 'ProgrammeEnrolment', enrolmentsById, id, 'id');
}
