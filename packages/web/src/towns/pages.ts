import { can } from '../accounts/viewer.ts';
import type { Permission } from '../generated/graphql.ts';

/** Whose pages they are: a town, with what its viewer may do in some place of it. */
export interface TownOfPages {
  code: string;
  viewerCanSomewhere: readonly Permission[];
  /** The day on which it is shown; today unless told. */
  asOf?: string;
}

/**
 * The pages of a town in the order of its menu, each with the permissions of which one opens it, be it held for one team;
 * without any it is open to everybody who may see the town. `dated` pages show any day.
 */
export const townPages = [
  { page: '', name: 'tree', opens: [], dated: true },
  { page: 'drafts', name: 'drafts', opens: ['UNIT_RESTRUCTURE'], dated: false },
  { page: 'history', name: 'history', opens: ['RESTRUCTURING_READ'], dated: false },
  { page: 'overlays', name: 'overlays', opens: ['UNIT_READ'], dated: true },
  { page: 'due', name: 'due', opens: ['CATEGORY_READ'], dated: false },
  { page: 'requests', name: 'requests', opens: ['REQUEST_READ'], dated: false },
  { page: 'figures', name: 'figures', opens: ['UNIT_READ'], dated: true },
  { page: 'import', name: 'import', opens: ['TREE_IMPORT', 'TREE_EXPORT'], dated: false },
  { page: 'find', name: 'find', opens: ['RESIDENT_READ'], dated: false },
  { page: 'readings', name: 'readings', opens: ['AUDIT_READ'], dated: false },
  { page: 'accounts', name: 'accounts', opens: ['ACCOUNT_READ'], dated: false },
  { page: 'settings', name: 'settings', opens: ['TOWN_CONFIGURE'], dated: false },
] as const satisfies readonly TownPage[];

interface TownPage {
  page: string;
  name: string;
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
