import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FigureType } from '../figures/figure.type.ts';
import { connectionType, PageArgs } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { PeriodInput, PeriodType } from '../schema/period.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { UnitKindEnum } from '../towns/town.type.ts';
import type { UnitKind } from '../towns/unit-kind.ts';
import { type ComparedLevel, comparedLevels } from './compared-units.ts';
import { type Comparison, comparisons } from './comparisons.ts';

const ComparisonEnum = enumOf(comparisons);
registerEnumType(ComparisonEnum, {
  name: 'Comparison',
  description: 'One of the five comparisons 五个比一比.',
  valuesConfig: {
    CONTACTS: { description: 'Who contacts most 联系最多: the indicator `contact-rate`.' },
    BREADTH: { description: 'Who visits most widely 走访最广: the indicator `household-contacted`.' },
    RECORDS: { description: 'Who keeps the best records 台账最实: the indicator `contact-record`.' },
    PROMPTNESS: { description: 'Who reports most promptly 上报最快: the indicator `request-promptness`.' },
    SOLVED: { description: 'Who solves most 解决最多: the indicator `request-completion`.' },
  },
});

const ComparedLevelEnum = enumOf(comparedLevels);
registerEnumType(ComparedLevelEnum, {
  name: 'ComparedLevel',
  description: 'Of which level units are compared with each other.',
  valuesConfig: {
    BLOCK: { description: 'Blocks 块区.' },
    COMMITTEE: {
      description:
        'Villages 村 and residential committees 居委会, and what stands in their place: special areas, parks, and communities with blocks directly under them.',
    },
    SERVICE_AREA: { description: 'Service areas 服务区, or communities above villages and committees.' },
  },
});

@ArgsType()
export class ComparisonsArgs {
  @Field(() => PeriodInput, { description: 'The period. What covers households is asked on its last day, or today.' })
  period: PeriodInput;
  @Field(() => ComparedLevelEnum, { defaultValue: 'COMMITTEE', description: 'The level whose units are compared.' })
  level: ComparedLevel;
  @Field(() => ID, { nullable: true, description: 'Only those under this unit; all of the town unless told.' })
  unit?: string | null;
}

@ArgsType()
export class ComparedUnitsArgs extends PageArgs {
  @Field(() => ComparisonEnum, {
    nullable: true,
    description: 'By the places of which comparison, those without a place last; by name unless told.',
  })
  orderBy?: Comparison | null;
}

@ObjectType('ComparisonScore', { description: 'How a unit does in one comparison.' })
export class ComparisonScoreType {
  @Field(() => FigureType, { description: 'The figure, which opens into its parts and records.' })
  figure: FigureType;
  @Field(() => Int, {
    nullable: true,
    description:
      'The place 名次 among the units compared, shared by those that are equal; null where the figure counts among fewer than `fewest`.',
  })
  rank: number | null;
}

@ObjectType('ComparedUnit', {
  description:
    'A unit with its five figures; never a single person. A place in one comparison says nothing of the others.',
})
export class ComparedUnitType {
  @Field(() => ID, { nullable: true, description: 'The unit’s id; null for the town as a whole.' })
  unit: string | null;
  @Field(() => String, { nullable: true, description: 'Its name on the day `asOf`; null for the town as a whole.' })
  name: string | null;
  @Field(() => UnitKindEnum, { nullable: true, description: 'Its kind on that day; null with `unit`.' })
  kind: UnitKind | null;
  @Field(() => Int, { description: 'How many households it has on that day.' })
  households: number;
  @Field(() => ComparisonScoreType, { description: 'Who contacts most 联系最多: contacts to 100 households.' })
  contacts: ComparisonScoreType;
  @Field(() => ComparisonScoreType, { description: 'Who visits most widely 走访最广: households with a contact.' })
  breadth: ComparisonScoreType;
  @Field(() => ComparisonScoreType, {
    description: 'Who keeps the best records 台账最实: visits with records in order.',
  })
  records: ComparisonScoreType;
  @Field(() => ComparisonScoreType, {
    description: 'Who reports most promptly 上报最快: requests recorded by the end of the next working day.',
  })
  promptness: ComparisonScoreType;
  @Field(() => ComparisonScoreType, { description: 'Who solves most 解决最多: requests handled and not opened again.' })
  solved: ComparisonScoreType;
  @Field(() => FigureType, {
    description: 'Beside what it solves, with how many requests somebody was satisfied 满意率. It ranks nobody.',
  })
  satisfaction: FigureType;
}

export const ComparedUnitConnectionType = connectionType(() => ComparedUnitType, 'ComparedUnit');
export type ComparedUnitConnectionType = InstanceType<typeof ComparedUnitConnectionType>;

@ObjectType('Comparisons', {
  description:
    'A scoreboard of units 五个比一比. Each comparison stands for itself: places are not added up, and how many records a figure counts among stands beside it.',
})
export class ComparisonsType {
  all: readonly ComparedUnitType[];
  @Field(() => PeriodType, { description: 'The period.' })
  period: PeriodType;
  @Field(() => DateScalar, {
    description: 'For the units and households of which day: the last of the period, or today while that is ahead.',
  })
  asOf: string;
  @Field(() => ComparedLevelEnum, { description: 'The level whose units are compared.' })
  level: ComparedLevel;
  @Field(() => Int, { description: 'Among how many a figure must count at least for a place.' })
  fewest: number;
  @Field(() => ComparedUnitType, {
    description: 'The town, or the unit under which they stand, as a whole; it has no places.',
  })
  whole: ComparedUnitType;
}
