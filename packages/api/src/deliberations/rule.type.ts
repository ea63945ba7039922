import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { DateScalar } from '../schema/scalars.ts';
import { type ThresholdBase, thresholdBases } from './deliberation-states.ts';

export const ThresholdBaseEnum = enumOf(thresholdBases);
registerEnumType(ThresholdBaseEnum, {
  name: 'DeliberationBase',
  description: 'Of whom the threshold of a rule of deliberation is a part.',
  valuesConfig: {
    ALL: { description: 'Of all who may vote 全体, also those who do not.' },
    VOTING: { description: 'Of those who voted 参加表决: for, against or abstained.' },
  },
});

@ObjectType('DeliberationRuleVersion', {
  description: 'What a rule of deliberation 议事规则 says over a period. It never changes but for its end.',
})
export class DeliberationRuleVersionType {
  townId: number;
  uuid: string;
  ruleUuid: string;
  @Field(() => String, { description: 'What people call it, such as 全体三分之二同意.' })
  name: string;
  @Field(() => Int, { description: 'Which part has to be for it: the numerator, 2 of two thirds.' })
  numerator: number;
  @Field(() => Int, { description: 'The denominator, 3 of two thirds.' })
  denominator: number;
  @Field(() => Boolean, {
    description: 'Whether more than that part has to be for it, as more than half; else at least that part.',
  })
  moreThan: boolean;
  @Field(() => ThresholdBaseEnum, { description: 'Of whom it is a part.' })
  base: ThresholdBase;
  @Field(() => Int, {
    nullable: true,
    description: 'Which part of all who may vote has to vote at least: the numerator; null where any number will do.',
  })
  turnoutNumerator: number | null;
  @Field(() => Int, { nullable: true, description: 'The denominator of that part.' })
  turnoutDenominator: number | null;
  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it holds no more; null while open.' })
  validTo: string | null;
}

@ObjectType('DeliberationRule', {
  description:
    'A rule of deliberation 议事规则 in a town’s list, by which alone deliberations are decided. A vote goes by what it said on the day on which the vote was opened.',
})
export class DeliberationRuleType {
  townId: number;
  uuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => [DeliberationRuleVersionType], { description: 'What it said and says, the first version first.' })
  versions: DeliberationRuleVersionType[];
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}
