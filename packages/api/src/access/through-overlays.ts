import type { Permission } from './permissions.ts';

/**
 * What whoever is in charge of an overlay's block may do with the households that it holds. All else about a household is
 * for those in charge of its geographic block.
 */
export const throughOverlays: ReadonlySet<Permission> = new Set([
  'household:read',
  'visit:read',
  'visit:record',
  'request:read',
  'request:raise',
  'resident:read',
  'resident:keep',
  'category:read',
  'category:assign',
]);
