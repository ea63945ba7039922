import type { Permission } from './permissions.ts';

/**
 * The objects of a town that take a permission by themselves, by their types: by `node`, in exports, and wherever a field answers one
 * below another object (closed-objects.ts). Units are not among them: whoever is told of something is told what its unit is called
 * (scoped-units.ts). Nor are people, subjects of requests and parties outside, of which records tell the names.
 */
export const objects = {
  Overlay: 'unit:read',
  Restructuring: 'restructuring:read',
  Team: 'team:read',
  TeamMember: 'person:read',
  Post: 'person:read',
  Household: 'household:read',
  Resident: 'resident:read',
  Category: 'category:read',
  HouseholdCategory: 'category:read',
  ContactRule: 'category:read',
  Visit: 'visit:read',
  HeldVisit: 'visit:record',
  Request: 'request:read',
  Hotline: 'hotline:read',
  Call: 'call:read',
  Petition: 'petition:read',
  Mediation: 'mediation:read',
  PatrolRoute: 'patrol:read',
  Patrol: 'patrol:read',
  PatrolFinding: 'patrol:read',
  InspectionSquad: 'inspection:read',
  InspectionPlace: 'inspection:read',
  InspectionRound: 'inspection:read',
  InspectionFinding: 'inspection:read',
  Project: 'project:read',
  Deliberation: 'deliberation:read',
  ReliefApplication: 'relief:read',
  ReliefFund: 'relief:read',
  JobPlacement: 'relief:read',
  Pairing: 'pairing:read',
  PairingContact: 'pairing:read',
  Programme: 'programme:read',
  ProgrammeEnrolment: 'enrolment:read',
  Volunteer: 'volunteer:read',
  VolunteerActivity: 'volunteer:read',
  Redemption: 'volunteer:read',
  Organization: 'organization:read',
  PartyOrganization: 'party:read',
  PartyPost: 'party:read',
  CoverageLink: 'party:read',
  WorkAssignment: 'coverage:count',
  GuidanceStation: 'coverage:count',
  ReportedFigure: 'figure:read',
  FigureSnapshot: 'figure:read',
} as const satisfies Record<string, Permission>;

/** What an object of a type takes; undefined where it takes nothing by itself. */
export function takenBy(type: string): Permission | undefined {
  return Object.entries(objects).find(([name]) => name === type)?.[1];
}
