import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { getIndustry, requireEntry } from '../organizations/organization-lists.ts';
import { requireThere } from '../schema/day.ts';
import { unitToDeal } from '../units/standing-under.ts';
import type { PartySeatInput } from './party-organization.input.ts';
import type { Seat } from './party-steps.ts';
import { requireOrganization } from './require-organizations.ts';

/**
 * Where an input lets a Party organisation sit from a day on.
 * Errors: BAD_INPUT on input.seat that names two, and on input.from before what it names began; NOT_FOUND or CONFLICT on the
 * member that names what is not there, or ended by then.
 */
export async function readSeat(desk: Desk, seat: PartySeatInput | null | undefined, from: string): Promise<Seat> {
  const { unit, organization, industry } = seat ?? {};
  if ([unit, organization, industry].filter((each) => each != null).length > 1) {
    throw badInput('input.seat', 'partySeatOne');
  }
  const at = (member: string) => `input.seat.${member}`;
  const unit_id = await unitToDeal(desk, unit, from, at('unit'), undefined, 'input.from');
  const of = organization == null ? null : await requireOrganization(desk, organization, at('organization'));
  const within = industry == null ? null : await getIndustry(desk, industry, at('industry'));
  if (of) requireThere(of, from, at('organization'));
  if (within) requireEntry(within, { from, to: null }, at('industry'));
  return { unit_id, organization_id: of?.uuid ?? null, industry_id: within?.uuid ?? null };
}
