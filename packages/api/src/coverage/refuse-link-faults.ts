import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import type { Messages } from '../messages.ts';
import { organizationsById } from '../organizations/organization-rows.ts';
import type { LinkFault, LinkSurroundings } from './coverage-rules.ts';

/** The fields of an input that decide on each thing that may be at fault. */
export interface LinkFields {
  party: string;
  /** Where an organisation stands in the input. */
  organization(uuid: string): string;
  way: string;
  day: string;
}

const messageOf: Record<LinkFault['rule'], keyof Messages> = {
  partyNotThere: 'coverageParty',
  organizationNotThere: 'coverageOrganization',
  notSeated: 'coverageNotSeated',
  notJoint: 'coverageNotJoint',
  notOfIndustry: 'coverageNotOfIndustry',
  notOfArea: 'coverageNotOfArea',
  linkedTwice: 'coverageTwice',
  establishedTwice: 'coverageEstablished',
  jointTooFew: 'coverageJoint',
};

/**
 * Refuses a change for the first of its faults.
 * Errors: BAD_INPUT on the day before one of the two began, or on the way that does not fit; CONFLICT on what is not there any
 * more, or included already.
 */
export async function refuseLinkFaults(
  desk: Desk,
  [fault]: readonly LinkFault[],
  { tree, lifeOf }: LinkSurroundings,
  fields: LinkFields,
): Promise<void> {
  if (!fault) return;
  const { rule, party, organization, other, day } = fault;
  const life = rule === 'partyNotThere' ? tree.lifeOf(party) : organization === null ? undefined : lifeOf(organization);
  if (rule.endsWith('NotThere') && life && day < life.from) {
    throw badInput(fields.day, 'dateBeforeBeginning', { date: life.from });
  }
  const named = organization === null ? undefined : { townId: desk.town, uuid: organization, asOf: day };
  const about = named && (await desk.load(organizationsById, named));
  const values = {
    party: tree.nameOn(party, day),
    organization: about?.name ?? '',
    other: other === null ? '' : tree.nameOn(other, day),
    date: day,
  };
  switch (rule) {
    case 'partyNotThere':
    case 'jointTooFew':
      throw conflict(messageOf[rule], fields.party, values);
    case 'organizationNotThere':
    case 'linkedTwice':
    case 'establishedTwice':
      throw conflict(messageOf[rule], organization === null ? fields.party : fields.organization(organization), values);
    default:
      throw badInput(fields.way, messageOf[rule], values);
  }
}
