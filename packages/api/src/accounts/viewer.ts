import type { Actor } from '../access/actor.ts';
import { globalId } from '../schema/global-id.ts';
import type { AccountType, AssignmentType } from './account.type.ts';

/** The GraphQL object of the account that an actor acts with. */
export function accountOf(actor: Actor): AccountType {
  return {
    typename: 'Account',
    id: globalId('Account', 0, actor.accountId),
    name: actor.name,
    displayName: actor.displayName,
  };
}

/** What an actor holds: offices above the towns first, then the roles in towns. */
export function heldBy(actor: Actor): AssignmentType[] {
  const offices = actor.offices.map((office) => ({
    id: globalId('Assignment', 0, office.id),
    role: office.districtCode === null ? ('PLATFORM_OPERATOR' as const) : ('DISTRICT_OFFICE' as const),
    townId: null,
    unitUuid: null,
    teamUuid: null,
    personUuid: null,
    districtCode: office.districtCode,
  }));
  const roles = actor.assignments.map((held) => ({
    id: globalId('Assignment', held.townId, held.id),
    role: held.role,
    townId: held.townId,
    unitUuid: held.unitId,
    teamUuid: held.teamId,
    personUuid: held.personId,
    districtCode: null,
  }));
  return [...offices, ...roles];
}
