import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { unitToDeal } from '../units/standing-under.ts';
import { organizationLives } from './organization-lives.ts';
import type { PartySeatInput } from './party-organization.input.ts';
import type { Seat } from './party-steps.ts';

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
  return {
    unit_id: await unitToDeal(desk, unit, from, 'input.seat.unit', undefined, 'input.from'),
    organization_id: await organizationOn(desk, organization, from),
    industry_id: await industryOn(desk, industry, from),
  };
}

async function organizationOn(desk: Desk, id: string | null | undefined, from: string): Promise<string | null> {
  if (id == null) return null;
  const field = 'input.seat.organization';
  const uuid = requireIdIn(desk.town, id, 'Organization', field);
  const life = await desk.load(organizationLives, uuid);
  if (!life) throw notFound(field);
  if (from < life.from) throw badInput('input.from', 'dateBeforeBeginning', { date: life.from });
  if (!holdsOn(life, from)) throw conflict('alreadyEnded', field);
  return uuid;
}

async function industryOn(desk: Desk, id: string | null | undefined, from: string): Promise<string | null> {
  if (id == null) return null;
  const field = 'input.seat.industry';
  const uuid = requireIdIn(desk.town, id, 'Industry', field);
  const life = await desk.db
    .selectFrom('industry')
    .select(['valid_from as from', 'valid_to as to'])
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .executeTakeFirst();
  if (!life) throw notFound(field);
  if (from < life.from) throw badInput('input.from', 'dateBeforeBeginning', { date: life.from });
  if (!holdsOn(life, from)) throw conflict('alreadyEnded', field);
  return uuid;
}
