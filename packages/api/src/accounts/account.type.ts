import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import type { Role } from '../access/roles.ts';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateTimeScalar, RegisterCodeScalar } from '../schema/scalars.ts';

const roleNames: Role[] = [
  'PLATFORM_OPERATOR',
  'DISTRICT_OFFICE',
  'TOWN_ADMINISTRATOR',
  'UNIT_OFFICER',
  'TEAM_LEAD',
  'TEAM_MEMBER',
  'MEDIATOR',
  'SOCIAL_WORKER',
  'INSPECTOR',
  'SOCIAL_PARTY_COMMITTEE',
  'AUDITOR',
  'APPLICATION',
  'PUBLIC',
];
export const RoleEnum = enumOf(roleNames);
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What an account is, in a town or above the towns. docs/access.md lists what each may do.',
  valuesConfig: {
    PLATFORM_OPERATOR: { description: 'Runs the platform: sets towns up; sees towns and counts, never people.' },
    DISTRICT_OFFICE: {
      description: 'A district office 区级: sees the trees and figures of its towns, nobody’s personal data.',
    },
    TOWN_ADMINISTRATOR: { description: 'Town administrator 镇管理员: the town’s tree, people, teams and accounts.' },
    UNIT_OFFICER: { description: 'Officer 干部 of a village or committee: its blocks and teams.' },
    TEAM_LEAD: { description: 'Lead 牵头负责人 of a team: who is in it.' },
    TEAM_MEMBER: { description: 'Member 成员 of a team.' },
    MEDIATOR: { description: 'Mediator 调解员 of a unit: the mediations held in it and under it.' },
    SOCIAL_WORKER: {
      description: 'Social worker 社工 of a unit: the calls to its hotlines, and what residents there ask for.',
    },
    INSPECTOR: {
      description:
        'Inspector 督查员 of a town: the places that are inspected, and the rounds of the squads that they are in.',
    },
    SOCIAL_PARTY_COMMITTEE: {
      description:
        'Social Party Committee 社会党委 of a town: organisations of the new sectors, Party organisations and what they cover; no resident.',
    },
    AUDITOR: {
      description: 'Auditor 审计员 of a town: who looked at residents’ personal data, but nobody’s data themselves.',
    },
    APPLICATION: {
      description:
        'An application 应用 of a third party that acts for itself: what a town has consented to. It is given to no account.',
    },
    PUBLIC: { description: 'Anyone, not signed in.' },
  },
});

@ObjectType('Account', { implements: NodeType, description: 'An account 账号 with which somebody signs in.' })
export class AccountType extends NodeType {
  typename: 'Account';
  @Field(() => String, { description: 'The name to sign in with, unique on the platform.' })
  name: string;
  @Field(() => String, { description: 'The name to show.' })
  displayName: string;
}

@ObjectType('TownAccount', { implements: NodeType, description: 'An account as one town knows it.' })
export class TownAccountType extends NodeType {
  typename: 'TownAccount';
  townId: number;
  uuid: string;
  personUuid: string | null;
  @Field(() => String, { description: 'The name to sign in with.' })
  name: string;
  @Field(() => String, { description: 'The name to show.' })
  displayName: string;
  @Field(() => Boolean, { description: 'Whether this town opened the account, and so may renew its password.' })
  home: boolean;
}

@ObjectType('Assignment', {
  description: 'A role that an account holds today: in a town, or in an office above the towns.',
})
export class AssignmentType {
  townId: number | null;
  personUuid: string | null;
  unitUuid: string | null;
  teamUuid: string | null;
  districtCode: string | null;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => RoleEnum, { description: 'The role.' })
  role: Role;
}

export const TownAccountConnectionType = connectionType(() => TownAccountType, 'TownAccount');

@ObjectType('Viewer', { description: 'Whoever is signed in.' })
export class ViewerType {
  @Field(() => AccountType, { description: 'The account.' })
  account: AccountType;
}

const placeOfRole =
  'UNIT_OFFICER, MEDIATOR and SOCIAL_WORKER are given on a unit, TEAM_LEAD and TEAM_MEMBER on a team, TOWN_ADMINISTRATOR, INSPECTOR, SOCIAL_PARTY_COMMITTEE and AUDITOR on neither, for the whole town.';

@InputType('OpenAccountInput', { description: 'An account to open in a town, with its first role.' })
export class OpenAccountInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, {
    description:
      '2 to 32 of a-z, 0-9, full stop and hyphen. The town’s code is added: `wang` becomes `wang-310112114`.',
  })
  name: string;
  @Field(() => String, { description: 'The name to show.' })
  displayName: string;
  @Field(() => RoleEnum, { description: placeOfRole })
  role: Role;
  @Field(() => ID, { nullable: true, description: 'The unit, for UNIT_OFFICER, MEDIATOR and SOCIAL_WORKER.' })
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'The team, for TEAM_LEAD and TEAM_MEMBER.' })
  team?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The person as whom it acts in the town. A person acts with one account of a town at the most.',
  })
  person?: string | null;
}
@ObjectType('OpenAccountPayload', { description: 'What `openAccount` did.' })
export class OpenAccountPayload {
  @Field(() => TownAccountType, { description: 'The account.' })
  account: TownAccountType;
  @Field(() => String, {
    nullable: true,
    description: 'Its password, shown this once; null when answered again from an idempotency key.',
  })
  password: string | null;
}

@InputType('OpenOfficeAccountInput', { description: 'An account above the towns.' })
export class OpenOfficeAccountInput extends KeyedInput {
  @Field(() => String, {
    description:
      '2 to 32 of a-z, 0-9, full stop and hyphen. A district’s code is added: `office` becomes `office-310112`.',
  })
  name: string;
  @Field(() => String, { description: 'The name to show.' })
  displayName: string;
  @Field(() => RegisterCodeScalar, { nullable: true, description: 'The district; without one, a platform operator.' })
  district?: string | null;
}
@ObjectType('OpenOfficeAccountPayload', { description: 'What `openOfficeAccount` did.' })
export class OpenOfficeAccountPayload {
  @Field(() => AccountType, { description: 'The account.' })
  account: AccountType;
  @Field(() => String, {
    nullable: true,
    description: 'Its password, shown this once; null when answered again from an idempotency key.',
  })
  password: string | null;
}

@InputType('AssignRoleInput', { description: 'A role to give to an account that the town knows.' })
export class AssignRoleInput extends KeyedInput {
  @Field(() => ID, { description: 'The account, by its id in the town (`TownAccount`).' })
  account: string;
  @Field(() => RoleEnum, { description: placeOfRole })
  role: Role;
  @Field(() => ID, { nullable: true, description: 'The unit, for UNIT_OFFICER, MEDIATOR and SOCIAL_WORKER.' })
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'The team, for TEAM_LEAD and TEAM_MEMBER.' })
  team?: string | null;
}
@ObjectType('AssignRolePayload', { description: 'What `assignRole` did.' })
export class AssignRolePayload {
  @Field(() => TownAccountType, { description: 'The account.' })
  account: TownAccountType;
}

@InputType('EndAssignmentInput', { description: 'A role to take away.' })
export class EndAssignmentInput extends KeyedInput {
  @Field(() => ID, { description: 'The assignment.' })
  assignment: string;
}
@ObjectType('EndAssignmentPayload', { description: 'What `endAssignment` did.' })
export class EndAssignmentPayload {
  @Field(() => TownAccountType, { description: 'The account.' })
  account: TownAccountType;
}

@InputType('LinkAccountToPersonInput', { description: 'As whom an account acts in a town.' })
export class LinkAccountToPersonInput extends KeyedInput {
  @Field(() => ID, { description: 'The account, by its id in the town (`TownAccount`).' })
  account: string;
  @Field(() => ID, {
    nullable: true,
    description:
      'The person. Without one, it acts as nobody any more. A person acts with one account of a town at the most.',
  })
  person?: string | null;
}
@ObjectType('LinkAccountToPersonPayload', { description: 'What `linkAccountToPerson` did.' })
export class LinkAccountToPersonPayload {
  @Field(() => TownAccountType, { description: 'The account.' })
  account: TownAccountType;
}

@InputType('ResetPasswordInput', { description: 'An account whose password to renew.' })
export class ResetPasswordInput extends KeyedInput {
  @Field(() => ID, { description: 'The account, by its id in the town that opened it (`TownAccount`).' })
  account: string;
}
@ObjectType('ResetPasswordPayload', { description: 'What `resetPassword` did.' })
export class ResetPasswordPayload {
  @Field(() => TownAccountType, { description: 'The account.' })
  account: TownAccountType;
  @Field(() => String, {
    nullable: true,
    description: 'Its new password, shown this once; null when answered again from an idempotency key.',
  })
  password: string | null;
}

@InputType('ChangePasswordInput', { description: 'A new password for the viewer.' })
export class ChangePasswordInput extends KeyedInput {
  @Field(() => String, { description: 'The present password.' })
  current: string;
  @Field(() => String, { description: 'The new one, at least 12 characters.' })
  new: string;
}
@ObjectType('ChangePasswordPayload', { description: 'What `changePassword` did.' })
export class ChangePasswordPayload {
  @Field(() => AccountType, { description: 'The account. All its sessions have ended, this one too.' })
  account: AccountType;
}

@InputType('InviteToTownInput', { description: 'A role to offer to somebody whose account another town opened.' })
export class InviteToTownInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => RoleEnum, { description: placeOfRole })
  role: Role;
  @Field(() => ID, { nullable: true, description: 'The unit, for UNIT_OFFICER, MEDIATOR and SOCIAL_WORKER.' })
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'The team, for TEAM_LEAD and TEAM_MEMBER.' })
  team?: string | null;
}
@ObjectType('InviteToTownPayload', { description: 'What `inviteToTown` did.' })
export class InviteToTownPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The code to hand over, shown this once; null when answered again from an idempotency key.',
  })
  code: string | null;
  @Field(() => DateTimeScalar, { description: 'Until when it can be accepted.' })
  expiresAt: Date;
}

@ObjectType('Invitation', { description: 'An invitation to work for a town that can still be accepted.' })
export class InvitationType {
  townId: number;
  unitUuid: string | null;
  teamUuid: string | null;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => RoleEnum, { description: 'The role it gives.' })
  role: Role;
  @Field(() => String, { description: 'The name of the account that made it.' })
  invitedBy: string;
  @Field(() => DateTimeScalar, { description: 'Until when it can be accepted.' })
  expiresAt: Date;
}

@InputType('WithdrawInvitationInput', { description: 'An invitation to withdraw.' })
export class WithdrawInvitationInput extends KeyedInput {
  @Field(() => ID, { description: 'The invitation.' })
  invitation: string;
}
@ObjectType('WithdrawInvitationPayload', { description: 'What `withdrawInvitation` did.' })
export class WithdrawInvitationPayload {
  @Field(() => ID, { description: 'The invitation that counts no more.' })
  invitation: string;
}

@InputType('AcceptInvitationInput', { description: 'An invitation to accept.' })
export class AcceptInvitationInput extends KeyedInput {
  @Field(() => String, { description: 'The code.' })
  code: string;
}
@ObjectType('AcceptInvitationPayload', { description: 'What `acceptInvitation` did.' })
export class AcceptInvitationPayload {
  @Field(() => ViewerType, { description: 'The viewer, with the new role.' })
  viewer: ViewerType;
}
