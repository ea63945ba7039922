import { can } from '../accounts/viewer.ts';
import type { Permission } from '../generated/graphql.ts';

/** Whose pages they are: a town, with what its viewer may do there. */
export interface TownOfPages {
  code: string;
  viewerCan: readonly Permission[];
  /** The day on which it is shown; today unless told. */
  asOf?: string;
}

/**
 * The pages of a town in the order of its menu, each with the permissions of which one on the town opens it; without any
 * it is open to everybody who may see the town. One with `held` shows what is within its viewer's reach: it is open to
 * whoever holds that permission anywhere. `dated` pages show any day.
 */
export const townPages = [
  { page: '', name: 'tree', opens: [], dated: true },
  { page: 'drafts', name: 'drafts', opens: ['UNIT_RESTRUCTURE'], dated: false },
  { page: 'history', name: 'history', opens: ['RESTRUCTURING_READ'], dated: false },
  { page: 'overlays', name: 'overlays', opens: ['UNIT_READ'], dated: true },
  { page: 'requests', name: 'requests', opens: [], held: 'REQUEST_READ', dated: false },
  { page: 'figures', name: 'figures', opens: ['UNIT_READ'], dated: true },
  { page: 'import', name: 'import', opens: ['TREE_IMPORT', 'TREE_EXPORT'], dated: false },
  { page: 'accounts', name: 'accounts', opens: ['ACCOUNT_READ'], dated: false },
  { page: 'settings', name: 'settings', opens: ['TOWN_CONFIGURE'], dated: false },
] as const satisfies readonly {
  page: string;
  name: string;
  opens: readonly Permission[];
  held?: Permission;
  dated: boolean;
}[];

/**
 * Whether one of a town's pages is open to its viewer, who holds some permissions somewhere; one that is not in the menu is. What only changes the town is not
 * open while another day than today is shown.
 */
export function isOpen(town: TownOfPages, page: string, held: readonly Permission[]): boolean {
  const found = townPages.find((each) => each.page === page);
  if (found && 'held' in found) return held.includes(found.held);
  const opens: readonly Permission[] = found?.opens ?? [];
  return opens.length === 0 || opens.some((permission) => can(town, permission));
}
