import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { TeamType } from '../teams/team.type.ts';
import { UnitType } from '../units/unit.type.ts';

const findingRules = ['UNIT_WITHOUT_BLOCK', 'BLOCK_WITHOUT_TEAM', 'TEAM_WITHOUT_LEAD', 'LEAD_WITHOUT_POST'] as const;
export type FindingRule = (typeof findingRules)[number];
export const FindingRuleEnum = enumOf(findingRules);
registerEnumType(FindingRuleEnum, {
  name: 'FindingRule',
  description:
    'A rule of fixed responsibility 划块明责 that a place in the tree does not meet. It is about geographic blocks; overlays are left out.',
  valuesConfig: {
    UNIT_WITHOUT_BLOCK: { description: 'A village or committee is not cut into blocks.' },
    BLOCK_WITHOUT_TEAM: { description: 'A block has no service team.' },
    TEAM_WITHOUT_LEAD: { description: 'A team has no lead.' },
    LEAD_WITHOUT_POST: { description: 'A team’s lead holds no post at the village or committee of the block.' },
  },
});

@ObjectType('Finding', { description: 'Something that is incomplete in the tree.' })
export class FindingType {
  @Field(() => FindingRuleEnum, { description: 'The rule that is not met.' })
  rule: FindingRule;
  @Field(() => UnitType, { description: 'Where: the village or committee, or the block.' })
  unit: UnitType;
  @Field(() => TeamType, { nullable: true, description: 'The team, where it is about one.' })
  team: TeamType | null;
}

export const FindingConnectionType = connectionType(() => FindingType, 'Finding');
