import { can } from '../accounts/viewer.ts';
import type { Permission } from '../generated/graphql.ts';

/** Whose pages they are: a town, with what its viewer may do there. */
export interface TownOfPages {
  code: string;
  viewerCan: readonly Permission[];
  /** The day on which it is shown; today unless told. */
  asOf?: string;
}

/** The areas of a town's menu, in their order. */
export const townAreas = ['organisation', 'visits', 'requests', 'figures', 'office'] as const;

/**
 * The pages of a town in the order of its menu, each in its area and with the permissions of which one opens it, on the town as a whole or
 * `anywhere`; without any it is open to everybody who may see the town. `dated` pages show any day.
 */
export const townPages = [
  { page: '', name: 'tree', area: 'organisation', opens: [], dated: true },
  { page: 'drafts', name: 'drafts', area: 'organisation', opens: ['UNIT_RESTRUCTURE'], dated: false },
  { page: 'history', name: 'history', area: 'organisation', opens: ['RESTRUCTURING_READ'], dated: false },
  { page: 'overlays', name: 'overlays', area: 'organisation', opens: ['UNIT_READ'], dated: true },
  { page: 'due', name: 'due', area: 'visits', opens: ['CATEGORY_READ'], dated: false, anywhere: true },
  { page: 'find', name: 'find', area: 'visits', opens: ['RESIDENT_READ'], dated: false, anywhere: true },
  { page: 'requests', name: 'requests', area: 'requests', opens: ['REQUEST_READ'], dated: false, anywhere: true },
  { page: 'figures', name: 'figures', area: 'figures', opens: ['UNIT_READ'], dated: true },
  { page: 'import', name: 'import', area: 'office', opens: ['TREE_IMPORT', 'TREE_EXPORT'], dated: false },
  { page: 'readings', name: 'readings', area: 'office', opens: ['AUDIT_READ'], dated: false },
  { page: 'accounts', name: 'accounts', area: 'office', opens: ['ACCOUNT_READ'], dated: false },
  { page: 'settings', name: 'settings', area: 'office', opens: ['TOWN_CONFIGURE'], dated: false },
] as const satisfies readonly TownPage[];

export type PageName = (typeof townPages)[number]['name'];

interface TownPage {
  page: string;
  name: string;
  area: (typeof townAreas)[number];
  opens: readonly Permission[];
  dated: boolean;
  anywhere?: boolean;
}

/**
 * Whether one of a town's pages is open to its viewer, who holds permissions in some places; one that is not in the menu is. What only changes the town is not
 * open while another day than today is shown.
 */
export function isOpen(town: TownOfPages, page: string, held: readonly Permission[]): boolean {
  const { opens = [], anywhere = false }: Partial<TownPage> = townPages.find((each) => each.page === page) ?? {};
  return opens.length === 0 || opens.some((each) => (anywhere ? held.includes(each) : can(town, each)));
}
