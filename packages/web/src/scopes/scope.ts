import { scopes } from '../../../schema/src/scopes.ts';
import type { Permission } from '../generated/graphql.ts';

/** What applications can ask for, by what it is about. What is missing here is for people only. */
const scopeGroups = {
  town: [
    'TOWN_READ',
    'TOWN_CONFIGURE',
    'UNIT_COUNT',
    'UNIT_READ',
    'UNIT_OPEN',
    'UNIT_RENAME',
    'UNIT_CLOSE',
    'UNIT_RESTRUCTURE',
    'RESTRUCTURING_READ',
    'OVERLAY_MANAGE',
    'TREE_IMPORT',
    'TREE_EXPORT',
    'FINDING_READ',
  ],
  team: [
    'TEAM_READ',
    'TEAM_FORM',
    'TEAM_RENAME',
    'TEAM_DISBAND',
    'TEAM_STAFF',
    'NOTICE_READ',
    'NOTICE_POST',
    'BOARD_PUBLISH',
  ],
  person: ['PERSON_READ', 'PERSON_REGISTER', 'OFFICER_APPOINT'],
  household: [
    'HOUSEHOLD_READ',
    'HOUSEHOLD_COUNT',
    'HOUSEHOLD_REGISTER',
    'HOUSEHOLD_IMPORT',
    'RESIDENT_READ',
    'RESIDENT_KEEP',
    'CATEGORY_READ',
    'CATEGORY_ASSIGN',
  ],
  visit: ['VISIT_READ', 'VISIT_RECORD', 'VISIT_WITHDRAW', 'VISIT_SETTLE', 'PHOTO_ADD'],
  request: [
    'REQUEST_READ',
    'REQUEST_COUNT',
    'REQUEST_RAISE',
    'REQUEST_HANDLE',
    'REQUEST_CLASSIFY',
    'REQUEST_FOLLOW_UP',
    'REQUEST_CONFIGURE',
  ],
  call: ['HOTLINE_READ', 'HOTLINE_KEEP', 'CALL_READ', 'CALL_COUNT', 'CALL_RECORD'],
  petition: ['PETITION_READ', 'PETITION_RECORD', 'PETITION_HANDLE', 'PETITION_EXTEND'],
  mediation: ['MEDIATION_READ', 'MEDIATION_RECORD'],
  inspection: ['INSPECTION_READ', 'INSPECTION_COUNT', 'INSPECTION_RECORD', 'INSPECTION_MANAGE'],
  patrol: ['PATROL_READ', 'PATROL_COUNT', 'PATROL_RECORD', 'PATROL_WITHDRAW', 'PATROL_PLAN'],
  deliberation: [
    'DELIBERATION_READ',
    'DELIBERATION_COUNT',
    'DELIBERATION_RECORD',
    'DELIBERATION_MANAGE',
    'DELIBERATION_CONFIGURE',
  ],
  project: ['PROJECT_READ', 'PROJECT_COUNT', 'PROJECT_PROPOSE', 'PROJECT_DECIDE'],
  programme: ['PROGRAMME_READ', 'PROGRAMME_MANAGE', 'ENROLMENT_READ', 'ENROLMENT_KEEP'],
  volunteer: ['VOLUNTEER_READ', 'VOLUNTEER_KEEP', 'VOLUNTEER_CONFIGURE'],
  relief: [
    'RELIEF_READ',
    'RELIEF_COUNT',
    'RELIEF_APPLY',
    'RELIEF_ENDORSE',
    'RELIEF_APPROVE',
    'RELIEF_PAY',
    'RELIEF_CONFIGURE',
  ],
  pairing: ['PAIRING_READ', 'PAIRING_COUNT', 'PAIRING_CONTACT', 'PAIRING_MANAGE'],
  organization: [
    'ORGANIZATION_READ',
    'ORGANIZATION_KEEP',
    'ORGANIZATION_CONTACT',
    'ORGANIZATION_CONFIGURE',
    'ORGANIZATION_IMPORT',
    'ORGANIZATION_EXPORT',
  ],
  party: ['PARTY_READ', 'PARTY_KEEP', 'COVERAGE_COUNT', 'COVERAGE_KEEP'],
  record: ['RECORD_EXPORT'],
  figure: ['FIGURE_READ', 'FIGURE_CLOSE', 'FIGURE_REPORT', 'SUMMARY_READ'],
} as const satisfies Record<string, readonly Permission[]>;

/** What scopes are about. */
export type ScopeGroupName = keyof typeof scopeGroups;

const groupNames = Object.keys(scopeGroups).filter((name): name is ScopeGroupName => name in scopeGroups);

/** Of so many nobody has to search, nor to open what is about one thing. */
export const fewScopes = 12;

/** Every scope there is. */
export const allScopes: readonly Permission[] = groupNames.flatMap((name) => scopeGroups[name]);

/** Some scopes by what they are about; what none of them is about is left out. */
export function grouped(some: readonly Permission[]): { group: ScopeGroupName; scopes: readonly Permission[] }[] {
  return groupNames
    .map((group) => ({ group, scopes: scopeGroups[group].filter((scope) => some.includes(scope)) }))
    .filter(({ scopes }) => scopes.length > 0);
}

/** What the contract says of a scope, with its name for OAuth. */
const catalogue = new Map<Permission, { name: string; opensPersonalData: boolean }>(
  Object.entries(scopes).map(([name, { permission, opensPersonalData }]) => [permission, { name, opensPersonalData }]),
);

/** Whether a scope opens personal data. */
export function opensPersonalData(scope: Permission): boolean {
  return catalogue.get(scope)?.opensPersonalData === true;
}

/** The name of a scope for OAuth: REQUEST_FOLLOW_UP is `request:follow-up`. */
export function oauthName(scope: Permission): string {
  const known = catalogue.get(scope);
  if (!known) throw new Error(`${scope} is for people only`);
  return known.name;
}
