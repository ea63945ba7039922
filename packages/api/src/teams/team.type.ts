import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PartnerType, PersonType } from '../people/person.type.ts';
import { enumOf } from '../schema/enum.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { unitKinds } from '../towns/unit-kind.ts';
import { type UnitStatus, UnitStatusEnum } from '../units/unit.type.ts';
import { teamRoles } from './team.entity.ts';

export type TeamRole = (typeof teamRoles)[number];
export const TeamRoleEnum = enumOf(teamRoles);
registerEnumType(TeamRoleEnum, {
  name: 'TeamRole',
  description: 'How somebody belongs to a team.',
  valuesConfig: {
    LEAD: { description: 'Lead 牵头负责人: one at a time, an officer of the village or committee.' },
    LINE_CADRE: { description: 'Line cadre 条线干部.' },
    PARTY_GROUP_LEADER: { description: 'Party group leader 党小组长.' },
    VILLAGE_GROUP_LEADER: { description: 'Village group leader 村民小组长.' },
    BUILDING_HEAD: { description: 'Building head 楼组长.' },
    GROUP_HEAD: { description: 'Group head 组长 of an overlay’s block: a respected person from the same place.' },
    VOLUNTEER: { description: 'Volunteer 志愿者.' },
    PARTNER: { description: 'Partner organisation 共建单位.' },
  },
});

@ObjectType('Team', {
  implements: NodeType,
  description: 'A service team 组团, responsible for a block; shown as it was on the day `asOf`.',
})
export class TeamType extends NodeType {
  typename: 'Team';
  townId: number;
  uuid: string;
  blockUuid: string;
  @Field(() => DateScalar, { description: 'The day on which this shows the team.' })
  asOf: string;
  @Field(() => String, { description: 'Its name on that day; for a disbanded team its last one.' })
  name: string;
  @Field(() => DateScalar, { description: 'The first day of its life.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after its life; null while no end is known.' })
  validTo: string | null;
  @Field(() => Int, {
    description: 'Grows with every change; give it as `expectedVersion` to change only what you saw.',
  })
  version: number;
}

@ObjectType('TeamVersion', { description: 'What a team was over a period.' })
export class TeamVersionType {
  townId: number;
  blockUuid: string;
  @Field(() => String, { description: 'Its name in that period.' })
  name: string;
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after the period; null while it lasts.' })
  validTo: string | null;
}

@ObjectType('TeamMember', { description: 'A membership of a team over a period.' })
export class TeamMemberType {
  townId: number;
  teamUuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => PersonType, { nullable: true, description: 'The person; null for a partner organisation.' })
  person: PersonType | null;
  @Field(() => PartnerType, { nullable: true, description: 'The partner organisation; null for a person.' })
  partner: PartnerType | null;
  @Field(() => TeamRoleEnum, { description: 'In which role.' })
  role: TeamRole;
  @Field(() => DateScalar, { description: 'The first day.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after; null while it lasts.' })
  validTo: string | null;
}

const treeNodeKinds = [...unitKinds.filter((kind) => kind !== 'TOWN'), 'TEAM'] as const;
export type TreeNodeKind = (typeof treeNodeKinds)[number];
const TreeNodeKindEnum = enumOf(treeNodeKinds);
registerEnumType(TreeNodeKindEnum, {
  name: 'TreeNodeKind',
  description: 'What stands at a node of the tree: a unit of some kind, or a team.',
  valuesConfig: {
    SERVICE_AREA: { description: 'Service area 服务区.' },
    COMMUNITY: { description: 'Community 社区.' },
    VILLAGE: { description: 'Village 村.' },
    COMMITTEE: { description: 'Residential committee 居委会.' },
    SPECIAL_AREA: { description: 'Zone, farm or living area without a committee of its own.' },
    PARK: { description: 'Economic park 园区.' },
    BLOCK: { description: 'Block 块区.' },
    BUILDING: { description: 'Building group 楼组.' },
    TEAM: { description: 'Service team 组团.' },
  },
});

@ObjectType('TreeNode', { description: 'A unit or team in the tree of a town.' })
export class TreeNodeType {
  @Field(() => ID, { description: 'The global id of the unit or team.' })
  id: string;
  @Field(() => ID, { nullable: true, description: 'The id of the node above; null directly under the town.' })
  parent: string | null;
  @Field(() => Int, { description: 'How deep below the root that was asked for; the first level is 0.' })
  depth: number;
  @Field(() => TreeNodeKindEnum, { description: 'What stands there.' })
  kind: TreeNodeKind;
  @Field(() => String, { description: 'The name on that day.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The unit’s code; null for units without one and for teams.' })
  code: string | null;
  @Field(() => UnitStatusEnum, { description: 'The state on that day.' })
  status: UnitStatus;
  @Field(() => ID, {
    nullable: true,
    description: 'For a block of an overlay 叠加分区: the id of the overlay; else null.',
  })
  overlay: string | null;
}

@InputType('FormTeamInput', { description: 'A team to form.' })
export class FormTeamInput extends KeyedInput {
  @Field(() => ID, { description: 'The block.' })
  block: string;
  @Field(() => String, { description: 'The name, at most 60 characters.' })
  name: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day of its life; today unless told.' })
  from?: string | null;
}
@InputType('RenameTeamInput', { description: 'Another name for a team.' })
export class RenameTeamInput extends VersionedInput {
  @Field(() => ID, { description: 'The team.' })
  team: string;
  @Field(() => String, { description: 'The new name, at most 60 characters.' })
  name: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day of the new name; today unless told.' })
  from?: string | null;
}
@InputType('DisbandTeamInput', { description: 'A team to disband.' })
export class DisbandTeamInput extends VersionedInput {
  @Field(() => ID, { description: 'The team. Its memberships end with it.' })
  team: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
}
@InputType('JoinTeamInput', { description: 'Somebody who joins a team: a person or a partner organisation.' })
export class JoinTeamInput extends KeyedInput {
  @Field(() => ID, { description: 'The team.' })
  team: string;
  @Field(() => ID, { nullable: true, description: 'The person.' })
  person?: string | null;
  @Field(() => ID, { nullable: true, description: 'The partner organisation, with role PARTNER.' })
  partner?: string | null;
  @Field(() => TeamRoleEnum, { description: 'In which role.' })
  role: TeamRole;
  @Field(() => DateScalar, { nullable: true, description: 'The first day; today unless told.' })
  from?: string | null;
}
@InputType('LeaveTeamInput', { description: 'A membership to end.' })
export class LeaveTeamInput extends KeyedInput {
  @Field(() => ID, { description: 'The membership.' })
  member: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
}

@ObjectType('FormTeamPayload', { description: 'What `formTeam` did.' })
export class FormTeamPayload {
  @Field(() => TeamType, { description: 'The new team.' })
  team: TeamType;
}
@ObjectType('RenameTeamPayload', { description: 'What `renameTeam` did.' })
export class RenameTeamPayload {
  @Field(() => TeamType, { description: 'The team with its new name.' })
  team: TeamType;
}
@ObjectType('DisbandTeamPayload', { description: 'What `disbandTeam` did.' })
export class DisbandTeamPayload {
  @Field(() => TeamType, { description: 'The team, disbanded.' })
  team: TeamType;
}
@ObjectType('JoinTeamPayload', { description: 'What `joinTeam` did.' })
export class JoinTeamPayload {
  @Field(() => TeamMemberType, { description: 'The new membership.' })
  member: TeamMemberType;
  @Field(() => TeamType, { description: 'The team.' })
  team: TeamType;
}
@ObjectType('LeaveTeamPayload', { description: 'What `leaveTeam` did.' })
export class LeaveTeamPayload {
  @Field(() => TeamMemberType, { description: 'The membership, ended.' })
  member: TeamMemberType;
  @Field(() => TeamType, { description: 'The team.' })
  team: TeamType;
}
