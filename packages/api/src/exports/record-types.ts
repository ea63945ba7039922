import type { Permission } from '../access/permissions.ts';
import type { IdType } from '../schema/global-id.ts';

/** Where records of a type are found, and what it takes to see any. */
export interface RecordType {
  table: string;
  needs: Permission;
}

/**
 * The types of records that are exported, by their names in the schema: what a town keeps and `node` finds by its id. Each record is answered as
 * `node` answers it, so which of them are within reach, and what of them is, is decided where it always is.
 */
export const recordTypes = {
  Unit: { table: 'unit', needs: 'unit:read' },
  Team: { table: 'team', needs: 'team:read' },
  Person: { table: 'person', needs: 'person:register' },
  Partner: { table: 'partner', needs: 'person:register' },
  Restructuring: { table: 'restructuring', needs: 'restructuring:read' },
  Household: { table: 'household', needs: 'household:read' },
  Resident: { table: 'resident', needs: 'resident:read' },
  Visit: { table: 'visit', needs: 'visit:read' },
  RequestSubject: { table: 'request_subject', needs: 'request:count' },
  ExternalParty: { table: 'external_party', needs: 'request:read' },
  Request: { table: 'request', needs: 'request:read' },
  Hotline: { table: 'hotline', needs: 'hotline:read' },
  Call: { table: 'call', needs: 'call:read' },
  Petition: { table: 'petition', needs: 'petition:read' },
  Mediation: { table: 'mediation', needs: 'mediation:read' },
  PatrolRoute: { table: 'patrol_route', needs: 'patrol:read' },
  Patrol: { table: 'patrol', needs: 'patrol:read' },
  PatrolFinding: { table: 'patrol_finding', needs: 'patrol:read' },
  InspectionSquad: { table: 'inspection_squad', needs: 'inspection:read' },
  InspectionPlace: { table: 'inspection_place', needs: 'inspection:read' },
  InspectionRound: { table: 'inspection_round', needs: 'inspection:read' },
  InspectionFinding: { table: 'inspection_finding', needs: 'inspection:read' },
  Project: { table: 'project', needs: 'project:read' },
  Deliberation: { table: 'deliberation', needs: 'deliberation:read' },
  ReliefApplication: { table: 'relief_application', needs: 'relief:read' },
  ReliefFund: { table: 'relief_fund', needs: 'relief:read' },
  JobPlacement: { table: 'job_placement', needs: 'relief:read' },
  Pairing: { table: 'pairing', needs: 'pairing:read' },
  PairingContact: { table: 'pairing_contact', needs: 'pairing:read' },
  Programme: { table: 'programme', needs: 'programme:read' },
  ProgrammeEnrolment: { table: 'programme_enrolment', needs: 'enrolment:read' },
  Volunteer: { table: 'volunteer', needs: 'volunteer:read' },
  VolunteerActivity: { table: 'volunteer_activity', needs: 'volunteer:read' },
  Redemption: { table: 'redemption', needs: 'volunteer:read' },
  Organization: { table: 'organization', needs: 'organization:read' },
  PartyOrganization: { table: 'party_organization', needs: 'party:read' },
  PartyPost: { table: 'party_post', needs: 'party:read' },
  CoverageLink: { table: 'coverage_link', needs: 'party:read' },
  ReportedFigure: { table: 'reported_figure', needs: 'figure:read' },
  FigureSnapshot: { table: 'figure_snapshot', needs: 'figure:read' },
} as const satisfies Partial<Record<IdType, RecordType>>;

export type RecordTypeName = keyof typeof recordTypes;

export const recordTypeNames = Object.keys(recordTypes) as RecordTypeName[];

/** The type of records of a name; undefined where the name is of none. */
export function recordTypeNamed(name: string): RecordTypeName | undefined {
  return recordTypeNames.find((each) => each === name);
}
