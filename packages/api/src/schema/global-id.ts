import { notFound } from '../errors.ts';

/** A UUID as the platform writes it. */
export const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The types that a global id can name. */
const idTypes = [
  'District',
  'Town',
  'Unit',
  'Overlay',
  'Household',
  'Resident',
  'Reading',
  'Reminder',
  'Photo',
  'HouseholdEvent',
  'Visit',
  'HeldVisit',
  'Request',
  'RequestSubject',
  'ExternalParty',
  'Hotline',
  'HotlineDuty',
  'Call',
  'Petition',
  'Petitioner',
  'PetitionParty',
  'PetitionMeeting',
  'Mediation',
  'MediationParty',
  'MediationTalk',
  'Patrol',
  'PatrolRoute',
  'PatrolStop',
  'PatrolFinding',
  'InspectionSquad',
  'InspectionPlace',
  'InspectionRound',
  'InspectionCheck',
  'InspectionFinding',
  'Project',
  'Deliberation',
  'DeliberationRule',
  'DeliberationVoter',
  'DeliberationObjection',
  'DeliberationMeeting',
  'ReliefCategory',
  'ReliefItem',
  'ReliefFund',
  'ReliefApplication',
  'ReliefGrant',
  'ReliefCampaign',
  'JobPlacement',
  'PairingKind',
  'Pairing',
  'PairingContact',
  'Programme',
  'ProgrammeSession',
  'ProgrammeGift',
  'ProgrammeOffer',
  'ContestTeam',
  'ContestRound',
  'ProgrammeEnrolment',
  'Volunteer',
  'VolunteerActivityKind',
  'VolunteerActivity',
  'VolunteerSignUp',
  'Reward',
  'Redemption',
  'Organization',
  'OrganizationKind',
  'Industry',
  'PartyOrganization',
  'PartyPost',
  'CoverageLink',
  'WorkAssignment',
  'GuidanceStation',
  'ReportedFigure',
  'FigureSnapshot',
  'Category',
  'HouseholdCategory',
  'ContactRule',
  'Restructuring',
  'Team',
  'TeamMember',
  'Notice',
  'Board',
  'Publication',
  'ServiceNumber',
  'Person',
  'Partner',
  'Post',
  'Account',
  'Office',
  'Application',
  'ApplicationSecret',
  'ApplicationConsent',
  'WebhookEndpoint',
  'WebhookSecret',
  'WebhookDelivery',
  'ApplicationGrant',
  'ApplicationChange',
  'Export',
  'TownAccount',
  'Assignment',
  'Invitation',
] as const;
export type IdType = (typeof idTypes)[number];

/** What a global id says: a type, the town it belongs to (0 for what belongs to none), and the key there. */
export interface GlobalId {
  type: IdType;
  townId: number;
  key: string;
}

/** Makes the opaque id of an object, unique on the platform. */
export function globalId(type: IdType, townId: number, key: string): string {
  return Buffer.from(`${type}:${townId}:${key}`).toString('base64url');
}

/** Reads a global id; undefined where it is not one of ours. */
export function readGlobalId(id: string): GlobalId | undefined {
  const [type, town, key, rest] = Buffer.from(id, 'base64url').toString('utf8').split(':');
  if (rest !== undefined || !key || !/^\d{1,12}$/.test(town ?? '')) return undefined;
  const known = idTypes.find((candidate) => candidate === type);
  if (!known || !keyPattern(known).test(key)) return undefined;
  // In one spelling alone: base64 leaves out what is none of its signs.
  return globalId(known, Number(town), key) === id ? { type: known, townId: Number(town), key } : undefined;
}

/** Reads a global id that must be of one type. Anything else is NOT_FOUND on `field`. */
export function requireId(id: string, type: IdType, field: string): GlobalId {
  const read = readGlobalId(id);
  if (read?.type !== type) throw notFound(field);
  return read;
}

/** Reads a global id that must be of one type and town, and returns its key. Anything else is NOT_FOUND on `field`. */
export function requireIdIn(townId: number, id: string, type: IdType, field: string): string {
  const read = requireId(id, type, field);
  if (read.townId !== townId) throw notFound(field);
  return read.key;
}

/** The key that a global id has in a town, if it is of that type and town. */
export function findIdIn(townId: number, id: string, type: IdType): string | undefined {
  const read = readGlobalId(id);
  return read?.type === type && read.townId === townId ? read.key : undefined;
}

function keyPattern(type: IdType): RegExp {
  if (type === 'District' || type === 'Town') return /^\d{6,12}$/;
  return uuidPattern;
}
