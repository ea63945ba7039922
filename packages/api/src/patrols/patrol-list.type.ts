import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { RateType } from '../schema/rate.type.ts';
import type { FindingKind, FindingState } from './finding-states.ts';
import { FindingKindEnum, FindingStateEnum } from './patrol-finding.type.ts';

@InputType('PatrolFilter', { description: 'Which patrols: those for which all holds that is told.' })
export class PatrolFilter {
  @Field(() => ID, { nullable: true, description: 'Made in this unit, as it stands today, or under it.' })
  unit?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Made in this very unit, as recorded: what `patrolRates(by: UNIT)` counts of it.',
  })
  madeIn?: string | null;
  @Field(() => ID, { nullable: true, description: 'Along this route.' })
  route?: string | null;
  @Field(() => ID, { nullable: true, description: 'In which this person took part.' })
  person?: string | null;
  @Field(() => PeriodInput, { nullable: true, description: 'Made in this period.' })
  period?: PeriodInput | null;
  @Field(() => Boolean, { nullable: true, description: 'Which found something, or nothing.' })
  found?: boolean | null;
}

@ArgsType()
export class PatrolsArgs extends PageArgs {
  @Field(() => PatrolFilter, { nullable: true, description: 'Which to list.' })
  filter?: PatrolFilter | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether to list those that were withdrawn, alone.' })
  withdrawn: boolean;
}

@InputType('PatrolFindingFilter', {
  description: 'Which of what patrols brought up: those for which all holds that is told.',
})
export class PatrolFindingFilter extends PatrolFilter {
  @Field(() => [FindingKindEnum], { nullable: true, description: 'Of one of these kinds.' })
  kind?: FindingKind[] | null;
  @Field(() => [FindingStateEnum], { nullable: true, description: 'Of which one of these has become.' })
  state?: FindingState[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Acted on, also as a request, or not.' })
  actedOn?: boolean | null;
}

@ArgsType()
export class PatrolFindingsArgs extends PageArgs {
  @Field(() => PatrolFindingFilter, { nullable: true, description: 'Which to list.' })
  filter?: PatrolFindingFilter | null;
}

const patrolGroups = ['PERSON', 'UNIT', 'ROUTE', 'MONTH'] as const;
export type PatrolGroup = (typeof patrolGroups)[number];
export const PatrolGroupEnum = enumOf(patrolGroups);
registerEnumType(PatrolGroupEnum, {
  name: 'PatrolRateGroup',
  description: 'By what patrols are grouped for their figures.',
  valuesConfig: {
    PERSON: { description: 'By who took part: a patrol counts for each of them, with all that it brought up.' },
    UNIT: { description: 'By the unit in which they were made, as recorded.' },
    ROUTE: { description: 'By the route.' },
    MONTH: { description: 'By the month.' },
  },
});

@ObjectType('PatrolRates', {
  description:
    'How many patrols there were, those withdrawn left out, and what became of what they brought up. `patrols` and `patrolFindings` with the same filter and this group list them.',
})
export class PatrolRatesType {
  townId: number;
  personUuid: string | null;
  unitUuid: string | null;
  routeUuid: string | null;
  @Field(() => String, { nullable: true, description: 'The month, such as 2026-03, where grouped by it.' })
  month: string | null;
  @Field(() => Int, { description: 'How many patrols.' })
  patrols: number;
  @Field(() => Int, {
    description: 'Person-times 人次: of each patrol, how many took part; by person, the person alone.',
  })
  personTimes: number;
  @Field(() => RateType, { description: 'Of the problems, how many were acted on 落实率.' })
  problems: RateType;
  @Field(() => RateType, { description: 'Of the suggestions, how many were acted on 落实率.' })
  suggestions: RateType;
}
