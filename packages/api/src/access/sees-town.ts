import type { Grants } from './grants.ts';

/** What whoever has a role in a town sees of all of it. */
export const seesTown: Grants = {
  'town:read': 'town',
  'unit:count': 'town',
  'unit:read': 'town',
  'restructuring:read': 'town',
  'team:read': 'town',
  'notice:read': 'town',
  'household:count': 'town',
  'request:count': 'town',
  'call:count': 'town',
  'patrol:count': 'town',
  'inspection:count': 'town',
  'project:read': 'town',
  'project:count': 'town',
  'deliberation:read': 'town',
  'deliberation:count': 'town',
  'programme:read': 'town',
  'relief:count': 'town',
  'pairing:count': 'town',
  'coverage:count': 'town',
  'party:read': 'town',
  'figure:read': 'town',
};
