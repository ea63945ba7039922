import type { Permission } from './permissions.ts';

/** Who may use a field: a permission held anywhere, any account that is signed in, or anyone at all. */
export type Requirement = Permission | 'signed-in' | 'anyone';

/**
 * The access table: one line for every root field and every sensitive field. A root field without a line stops the
 * start. What a permission reaches is decided by the verb through reach.ts.
 */
export const operations: Record<string, Requirement> = {
  'Query.districts': 'town:read',
  'Query.district': 'town:read',
  'Query.town': 'town:read',
  'Query.unit': 'unit:read',
  'Query.team': 'team:read',
  'Query.node': 'signed-in',
  'Query.viewer': 'anyone',
  'Query.offices': 'office:open',

  'Mutation.setUpTown': 'town:set-up',
  'Mutation.setAllowedParents': 'town:configure',
  'Mutation.openUnit': 'unit:open',
  'Mutation.renameUnit': 'unit:rename',
  'Mutation.closeUnit': 'unit:close',
  'Mutation.formTeam': 'team:form',
  'Mutation.renameTeam': 'team:rename',
  'Mutation.disbandTeam': 'team:disband',
  'Mutation.joinTeam': 'team:staff',
  'Mutation.leaveTeam': 'team:staff',
  'Mutation.registerPerson': 'person:register',
  'Mutation.registerPartner': 'person:register',
  'Mutation.appointOfficer': 'officer:appoint',
  'Mutation.endPost': 'officer:appoint',
  'Mutation.openAccount': 'account:open',
  'Mutation.openOfficeAccount': 'office:open',
  'Mutation.endOffice': 'office:open',
  'Mutation.resetOfficePassword': 'office:open',
  'Mutation.assignRole': 'account:assign',
  'Mutation.endAssignment': 'account:assign',
  'Mutation.resetPassword': 'account:reset',
  'Mutation.changePassword': 'signed-in',
  'Mutation.inviteToTown': 'account:assign',
  'Mutation.withdrawInvitation': 'account:assign',
  'Mutation.acceptInvitation': 'signed-in',

  'Town.unitCounts': 'unit:count',
  'Town.teamCount': 'unit:count',
  'Town.tree': 'unit:read',
  'Town.units': 'unit:read',
  'Town.allowedParents': 'unit:open',
  'Town.findings': 'finding:read',
  'Town.people': 'person:register',
  'Town.partners': 'person:register',
  'Town.accounts': 'account:read',
  'Town.invitations': 'account:read',
  'Team.members': 'person:read',
};
