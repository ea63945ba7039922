import { can } from '../accounts/viewer.ts';
import type { Permission } from '../generated/graphql.ts';

/** Whose pages they are: a town, with what its viewer may do in some place of it. */
export interface TownOfPages {
  code: string;
  viewerCanSomewhere: readonly Permission[];
  /** The day on which it is shown; today unless told. */
  asOf?: string;
}

/** The areas of a town's menu, in their order. */
export const townAreas = ['organisation', 'visits', 'requests', 'services', 'figures', 'office'] as const;

/**
 * The pages of a town in the order of its menu, each in its area and with the permissions of which one opens it, be it held
 * for one team; without any it is open to everybody who may see the town. `dated` pages show any day.
 */
export const townPages = [
  { page: '', name: 'tree', area: 'organisation', opens: [], dated: true },
  { page: 'drafts', name: 'drafts', area: 'organisation', opens: ['UNIT_RESTRUCTURE'], dated: false },
  { page: 'history', name: 'history', area: 'organisation', opens: ['RESTRUCTURING_READ'], dated: false },
  { page: 'overlays', name: 'overlays', area: 'organisation', opens: ['UNIT_READ'], dated: true },
  { page: 'organizations', name: 'organizations', area: 'organisation', opens: ['ORGANIZATION_READ'], dated: true },
  { page: 'party', name: 'party', area: 'organisation', opens: ['PARTY_READ'], dated: true },
  { page: 'party-work', name: 'partyWork', area: 'organisation', opens: ['COVERAGE_COUNT'], dated: true },
  {
    page: 'import-organizations',
    name: 'importOrganizations',
    area: 'organisation',
    opens: ['ORGANIZATION_IMPORT'],
    dated: false,
  },
  { page: 'due', name: 'due', area: 'visits', opens: ['CATEGORY_READ'], dated: false },
  { page: 'today', name: 'today', area: 'visits', opens: ['VISIT_RECORD'], dated: false },
  { page: 'held-visits', name: 'heldVisits', area: 'visits', opens: ['VISIT_RECORD'], dated: false },
  { page: 'find', name: 'find', area: 'visits', opens: ['RESIDENT_READ'], dated: false },
  {
    page: 'import-households',
    name: 'importHouseholds',
    area: 'visits',
    opens: ['HOUSEHOLD_IMPORT'],
    dated: false,
  },
  { page: 'patrols', name: 'patrols', area: 'visits', opens: ['PATROL_READ'], dated: false },
  { page: 'inspections', name: 'inspections', area: 'visits', opens: ['INSPECTION_READ'], dated: false },
  { page: 'requests', name: 'requests', area: 'requests', opens: ['REQUEST_READ'], dated: false },
  { page: 'hotline', name: 'hotline', area: 'requests', opens: ['CALL_READ'], dated: false },
  { page: 'roster', name: 'roster', area: 'requests', opens: ['HOTLINE_READ'], dated: false },
  { page: 'petitions', name: 'petitions', area: 'requests', opens: ['PETITION_READ'], dated: false },
  { page: 'mediations', name: 'mediations', area: 'requests', opens: ['MEDIATION_READ'], dated: false },
  { page: 'subjects', name: 'subjects', area: 'requests', opens: ['REQUEST_COUNT'], dated: false },
  { page: 'deliberations', name: 'deliberations', area: 'requests', opens: ['DELIBERATION_READ'], dated: false },
  { page: 'projects', name: 'projects', area: 'requests', opens: ['PROJECT_READ'], dated: false },
  { page: 'programmes', name: 'programmes', area: 'services', opens: ['PROGRAMME_READ'], dated: false },
  { page: 'volunteers', name: 'volunteers', area: 'services', opens: ['VOLUNTEER_READ'], dated: false },
  { page: 'pairings', name: 'pairings', area: 'services', opens: ['PAIRING_READ'], dated: false },
  { page: 'relief', name: 'relief', area: 'services', opens: ['RELIEF_READ'], dated: false },
  { page: 'relief-sums', name: 'reliefSums', area: 'services', opens: ['RELIEF_COUNT'], dated: false },
  { page: 'relief-funds', name: 'reliefFunds', area: 'services', opens: ['RELIEF_READ'], dated: false },
  { page: 'job-placements', name: 'jobPlacements', area: 'services', opens: ['RELIEF_READ'], dated: false },
  { page: 'figures', name: 'figures', area: 'figures', opens: ['UNIT_READ'], dated: true },
  { page: 'reported', name: 'reported', area: 'figures', opens: ['FIGURE_READ'], dated: false },
  { page: 'coverage', name: 'coverage', area: 'figures', opens: ['COVERAGE_COUNT'], dated: false },
  { page: 'scoreboard', name: 'scoreboard', area: 'figures', opens: ['HOUSEHOLD_COUNT'], dated: false },
  { page: 'import', name: 'import', area: 'office', opens: ['TREE_IMPORT', 'TREE_EXPORT'], dated: false },
  { page: 'readings', name: 'readings', area: 'office', opens: ['AUDIT_READ'], dated: false },
  { page: 'accounts', name: 'accounts', area: 'office', opens: ['ACCOUNT_READ'], dated: false },
  { page: 'applications', name: 'applications', area: 'office', opens: ['APPLICATION_CONSENT'], dated: false },
  {
    page: 'settings',
    name: 'settings',
    area: 'office',
    opens: ['TOWN_CONFIGURE', 'ORGANIZATION_CONFIGURE', 'RELIEF_CONFIGURE'],
    dated: false,
  },
] as const satisfies readonly TownPage[];

export type PageName = (typeof townPages)[number]['name'];

interface TownPage {
  page: string;
  name: string;
  area: (typeof townAreas)[number];
  opens: readonly Permission[];
  dated: boolean;
}

/**
 * Whether one of a town's pages is open to its viewer; one that is not in the menu is. What only changes the town is not
 * open while another day than today is shown.
 */
export function isOpen({ viewerCanSomewhere: viewerCan, ...town }: TownOfPages, page: string): boolean {
  const { opens = [] }: Partial<TownPage> = townPages.find((each) => each.page === page) ?? {};
  return opens.length === 0 || opens.some((each) => can({ ...town, viewerCan }, each));
}
