import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { OrganizationType } from '../organizations/organization.type.ts';
import { PartyOrganizationType } from '../party-organizations/party-organization.type.ts';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';

const partyFindingRules = [
  'JOINT_COVERS_TOO_FEW',
  'SEAT_CLOSED',
  'WITHOUT_SECRETARY',
  'MEMBERS_WITHOUT_BRANCH',
] as const;
export type PartyFindingRule = (typeof partyFindingRules)[number];
export const PartyFindingRuleEnum = enumOf(partyFindingRules);
registerEnumType(PartyFindingRuleEnum, {
  name: 'PartyFindingRule',
  description: 'What is incomplete in the Party’s organisations, or in what they cover.',
  valuesConfig: {
    JOINT_COVERS_TOO_FEW: { description: 'A joint Party organisation covers fewer than two organisations.' },
    SEAT_CLOSED: { description: 'A Party organisation sits in an organisation that is closed.' },
    WITHOUT_SECRETARY: { description: 'A Party organisation other than a group has no secretary.' },
    MEMBERS_WITHOUT_BRANCH: {
      description:
        'An organisation has three members of the Party or more, with whom a branch can be set up (中国共产党章程, art. 30), and none is established in it.',
    },
  },
});

@ObjectType('PartyFinding', {
  description: 'Something that is incomplete in the Party’s organisations, or in what they cover.',
})
export class PartyFindingType {
  @Field(() => PartyFindingRuleEnum, { description: 'The rule that is not met.' })
  rule: PartyFindingRule;
  @Field(() => PartyOrganizationType, { nullable: true, description: 'The Party organisation, where it is about one.' })
  partyOrganization: PartyOrganizationType | null;
  @Field(() => OrganizationType, { nullable: true, description: 'The organisation, where it is about one.' })
  organization: OrganizationType | null;
}

export const PartyFindingConnectionType = connectionType(() => PartyFindingType, 'PartyFinding');
