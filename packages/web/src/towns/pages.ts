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
 * The pages of a town in the order of its menu, each with the permissions of which one opens it, on the town as a whole or
 * `anywhere`; without any it is open to everybody who may see the town. `dated` pages show any day.
 */
export const townPages = [
  { page: '', name: 'tree', opens: [], dated: true },
  { page: 'drafts', name: 'drafts', opens: ['UNIT_RESTRUCTURE'], dated: false },
  { page: 'history', name: 'history', opens: ['RESTRUCTURING_READ'], dated: false },
  { page: 'overlays', name: 'overlays', opens: ['UNIT_READ'], dated: true },
  { page: 'due', name: 'due', opens: ['CATEGORY_READ'], dated: false, anywhere: true },
  { page: 'requests', name: 'requests', opens: ['REQUEST_READ'], dated: false, anywhere: true },
  { page: 'petitions', name: 'petitions', opens: ['PETITION_READ'], dated: false, anywhere: true },
  { page: 'figures', name: 'figures', opens: ['UNIT_READ'], dated: true },
  { page: 'import', name: 'import', opens: ['TREE_IMPORT', 'TREE_EXPORT'], dated: false },
  { page: 'find', name: 'find', opens: ['RESIDENT_READ'], dated: false, anywhere: true },
  { page: 'readings', name: 'readings', opens: ['AUDIT_READ'], dated: false },
  { page: 'accounts', name: 'accounts', opens: ['ACCOUNT_READ'], dated: false },
  { page: 'settings', name: 'settings', opens: ['TOWN_CONFIGURE'], dated: false },
] as const satisfies readonly TownPage[];

interface TownPage {
  page: string;
  name: string;
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
