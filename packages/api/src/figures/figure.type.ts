import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { PeriodType } from '../schema/period.type.ts';
import { DateScalar, DecimalScalar } from '../schema/scalars.ts';
import { UnitKindEnum } from '../towns/town.type.ts';
import type { UnitKind } from '../towns/unit-kind.ts';
import { type Basis, bases } from './basis.ts';
import type { CountedFacts } from './count-facts.ts';
import type { FactQuestion } from './fact-question.ts';

export const BasisEnum = enumOf(bases);
registerEnumType(BasisEnum, {
  name: 'Basis',
  description:
    'For which units facts count where the tree has changed since. A town’s total is the same on each; facts go along restructurings only, never along a household’s own move.',
  valuesConfig: {
    AS_RECORDED: { description: 'For the block they were recorded under and what stood above it on their own day.' },
    AS_OF: { description: 'For the units of the day `asOf`, carried there along restructurings.' },
    RESTATED: { description: 'For the units of today, carried there along restructurings.' },
  },
});

const TimeEnum = enumOf(['STOCK', 'FLOW', 'COVERAGE'] as const);
registerEnumType(TimeEnum, {
  name: 'IndicatorTime',
  description: 'How an indicator stands in time.',
  valuesConfig: {
    STOCK: { description: 'What there is on a day: it has a date and no basis.' },
    FLOW: { description: 'What happens in a period: it is counted on a basis.' },
    COVERAGE: {
      description:
        'How far what happens in a period covers what there is on its last day, or today while that is ahead: it counts for the units of that day.',
    },
  },
});

@ObjectType('Indicator', { description: 'Something that can be counted, with its definition.' })
export class IndicatorType {
  @Field(() => String, { description: 'Its stable code, such as `household`.' })
  code: string;
  @Field(() => String, { description: 'Its Chinese name.' })
  name: string;
  @Field(() => String, { description: 'Its English name.' })
  englishName: string;
  @Field(() => String, { description: 'What exactly is counted.' })
  definition: string;
  @Field(() => TimeEnum, { description: 'Whether it has a date or a period.' })
  time: 'STOCK' | 'FLOW' | 'COVERAGE';
  @Field(() => Boolean, { description: 'Whether it is a rate: so many of so many, or to so many.' })
  isRate: boolean;
  @Field(() => Boolean, {
    description:
      'Of a rate, whether it says how many come to a hundred, such as contacts to households; there can be more.',
  })
  perHundred: boolean;
}

@ObjectType('FigurePart', { description: 'What one unit adds to a figure.' })
export class FigurePartType {
  @Field(() => ID, { nullable: true, description: 'The unit’s id; null for what counts at the opened unit itself.' })
  unit: string | null;
  @Field(() => String, { nullable: true, description: 'The unit’s name on the day as of which the figure counts.' })
  name: string | null;
  @Field(() => UnitKindEnum, { nullable: true, description: 'Its kind on that day; null with `unit`.' })
  kind: UnitKind | null;
  @Field(() => Int, { description: 'How many of the figure’s.' })
  numerator: number;
  @Field(() => Int, { nullable: true, description: 'Of a rate, how many of those that it counts among; else null.' })
  denominator: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'As people write it: `12`, or, of a rate, `98.6 %`; null of a rate that counts among none.',
  })
  rounded: string | null;
  @Field(() => Boolean, { description: 'Whether some of them count for units under it: `figure(unit:)` tells which.' })
  opens: boolean;
}

export const FigurePartConnectionType = connectionType(() => FigurePartType, 'FigurePart');
export type FigurePartConnectionType = InstanceType<typeof FigurePartConnectionType>;

@ObjectType('Figure', { description: 'A count with what it counts, its time and its basis. It opens into its parts.' })
export class FigureType {
  townId: number;
  unitUuid: string | null;
  counted: readonly CountedFacts[];
  @Field(() => IndicatorType, { description: 'What is counted.' })
  indicator: IndicatorType;
  /** The facts that it counts, if they are such. */
  question: FactQuestion | null;
  /** Whether it counts households. */
  ofHouseholds: boolean;
  @Field(() => Int, { description: 'How many.' })
  numerator: number;
  @Field(() => Int, { nullable: true, description: 'Of a rate, how many it counts among; null of a plain count.' })
  denominator: number | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The count, or, of a rate, the quotient to six digits, a half rounded up; null of a rate that counts among none.',
  })
  value: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'As people write it: `494`; of a rate, per cent to a tenth, a half rounded up, such as `98.6 %`, or, to a hundred, `235.0`; null of a rate that counts among none.',
  })
  rounded: string | null;
  @Field(() => BasisEnum, { nullable: true, description: 'On which basis; null but for a flow.' })
  basis: Basis | null;
  @Field(() => DateScalar, {
    description: 'The day whose units it counts for; for AS_RECORDED, the last day of the period.',
  })
  asOf: string;
  @Field(() => PeriodType, { nullable: true, description: 'The period; null for a stock.' })
  period: PeriodType | null;
}
