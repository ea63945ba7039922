import type { Desk } from '../db/door.ts';
import { overlapOf, type Period } from '../db/versions.ts';
import { badInput, conflict } from '../errors.ts';
import { telephoneNumber } from '../residents/telephone.ts';
import { oneLine } from '../schema/text.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import { type OrganizationFacts, organizationsOfTowns } from './organization-rows.ts';

/** People of one organisation; more is a slip. */
const mostPeople = 1_000_000;

/** Who owns an organisation and whom to ask there. Its members are the columns of the table. */
export interface Contacts {
  owner: string | null;
  contact: string | null;
  telephone: string | null;
}

/** A number of people, as given. Errors: BAD_INPUT on `field`. */
export function peopleCount(count: number, field: string): number {
  if (count < 0 || count > mostPeople) throw badInput(field, 'peopleCount', { most: mostPeople });
  return count;
}

/**
 * What says that an organisation would have more Party members than people on a day; undefined where it has not, or where nobody
 * knows how many people.
 */
export function moreMembers(
  { size, party_members: members }: Pick<OrganizationFacts, 'size' | 'party_members'>,
  date: string,
): { members: number; size: number; date: string } | undefined {
  return size !== null && members > size ? { members, size, date } : undefined;
}

/** Names and number of those to ask, as they are kept. Errors: BAD_INPUT on the field at fault. */
export function readContacts(given: { [Key in keyof Contacts]?: string | null }): Contacts {
  const { owner, contact, telephone } = given;
  return {
    owner: owner == null ? null : oneLine(owner, 'input.owner'),
    contact: contact == null ? null : oneLine(contact, 'input.contact'),
    telephone: telephone == null ? null : telephoneNumber(telephone, 'input.telephone'),
  };
}

/**
 * Refuses a name that another organisation has in the same unit at the same time, whatever restructurings made of the unit.
 * Errors: CONFLICT on input.name.
 */
export async function refuseTakenName(
  desk: Desk,
  periods: readonly { period: Period; state: Pick<OrganizationFacts, 'name' | 'unit_id'> }[],
  own?: string,
): Promise<void> {
  const [lines, timeline, lineage] = await Promise.all([
    desk.load(organizationsOfTowns, desk.town),
    desk.load(timelineOf, desk.town),
    desk.load(lineageOfTowns, desk.town),
  ]);
  const at = (unit: string, day: string) => standsIn(timeline, lineage, unit, day);
  const others = lines.filter(({ uuid }) => uuid !== own).flatMap(({ versions }) => versions);
  const taken = periods.some(({ period, state }) =>
    others.some((other) => {
      const shared = other.state.name === state.name ? overlapOf(other, period) : undefined;
      return shared && at(other.state.unit_id, shared.from) === at(state.unit_id, shared.from);
    }),
  );
  if (taken) throw conflict('organizationNameTaken', 'input.name');
}

/** Refuses a code that another organisation has at the same time. Errors: CONFLICT on input.creditCode. */
export async function refuseTakenCode(desk: Desk, code: string, period: Period, own?: string): Promise<void> {
  const lines = await desk.load(organizationsOfTowns, desk.town);
  const taken = lines.some(
    ({ uuid, creditCode, validFrom: from, validTo: to }) =>
      uuid !== own && creditCode === code && from !== to && overlapOf({ from, to }, period),
  );
  if (taken) throw conflict('creditCodeTaken', 'input.creditCode');
}
