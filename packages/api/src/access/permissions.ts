/**
 * The catalogue of permissions `noun:verb`. They are what roles are made of, what `viewerCan` lists and what
 * applications will ask for as scopes.
 */
export const permissions = {
  'town:read': 'See a town: its name, kind and district',
  'town:set-up': 'Make a town of the register a tenant',
  'town:configure': "Change a town's settings, such as which kinds of unit may stand where",
  'unit:count': 'See how many units and teams of each kind a town has',
  'unit:read': "See a town's tree and its units",
  'unit:open': 'Open a unit under another',
  'unit:rename': 'Rename a unit',
  'unit:close': 'Close a unit',
  'unit:restructure': 'Draw up, apply and undo restructurings of a town',
  'restructuring:read': "See a town's restructurings and what became of its units",
  'team:read': 'See the teams of blocks',
  'team:form': 'Form a team for a block',
  'team:rename': 'Rename a team',
  'team:disband': 'Disband a team',
  'team:staff': 'Decide who leads a team and who is in it',
  'overlay:manage': 'Open, rename and close overlays beside the geographic blocks',
  'household:read': 'See which households blocks hold',
  'household:register': 'Register households, move them between blocks and end them',
  'resident:read': 'See who is in a household, and where it lives',
  'resident:keep': 'Keep what is known of residents and their addresses right',
  'category:read': 'See the categories and contact rules of a town, and which households are in them and why',
  'category:assign': 'Put households into categories and take them out',
  'visit:read': 'See the visits to households and what was said at them',
  'visit:record': 'Record visits to households, write them anew, and withdraw one’s own',
  'visit:withdraw': 'Withdraw visits that others recorded',
  'household:count': 'See how many households and visits the units of a town have',
  'person:read': 'See who holds posts and who is in teams',
  'person:register': 'Register a person or partner organisation who acts for the town',
  'officer:appoint': "Appoint a unit's officers and end their posts",
  'tree:import': "Import a town's tree from a file",
  'tree:export': "Export a town's tree, with its people, as a file",
  'finding:read': "See what is incomplete in a town's tree",
  'account:read': 'See the accounts that work for a town',
  'account:open': 'Open an account in a town',
  'account:assign': 'Give roles in a town and end them',
  'account:reset': 'Renew the password of an account that the town opened',
  'audit:read': 'See who has looked at personal data in a town',
  'office:open': 'See, open and end accounts of district offices and of the platform',
} as const;

export type Permission = keyof typeof permissions;

export const permissionNames = Object.keys(permissions) as readonly Permission[];
