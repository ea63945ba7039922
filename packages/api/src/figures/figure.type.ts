import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Basis } from '../indicators/basis.ts';
import type { CountedFacts, Total } from '../indicators/indicator.ts';
import { BasisEnum, IndicatorType } from '../indicators/indicator.type.ts';
import { NumberType } from '../indicators/number.type.ts';
import { connectionType } from '../schema/connection.ts';
import { PeriodType } from '../schema/period.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { UnitKindEnum } from '../towns/town.type.ts';
import type { UnitKind } from '../towns/unit-kind.ts';
import type { FactQuestion } from './fact-question.ts';

@ObjectType('FigurePart', { description: 'What one unit adds to a figure.' })
export class FigurePartType {
  @Field(() => ID, { nullable: true, description: 'The unit’s id; null for what counts at the opened unit itself.' })
  unit: string | null;
  @Field(() => String, { nullable: true, description: 'The unit’s name on the day as of which the figure counts.' })
  name: string | null;
  @Field(() => UnitKindEnum, { nullable: true, description: 'Its kind on that day; null with `unit`.' })
  kind: UnitKind | null;
  @Field(() => Int, { nullable: true, description: 'How many of the figure’s; null where it is suppressed.' })
  numerator: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Of a rate, how many of those that it counts among; else null, or where it is suppressed.',
  })
  denominator: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'As people write it: `12`, or, of a rate, `98.6 %`; null of a rate that counts among none or is suppressed; a suppressed count is `<5`.',
  })
  rounded: string | null;
  @Field(() => Boolean, { description: 'Whether some of them count for units under it: `figure(unit:)` tells which.' })
  opens: boolean;
}

export const FigurePartConnectionType = connectionType(() => FigurePartType, 'FigurePart');
export type FigurePartConnectionType = InstanceType<typeof FigurePartConnectionType>;

@ObjectType('Figure', { description: 'A count with what it counts, its time and its basis. It opens into its parts.' })
export class FigureType extends NumberType {
  townId: number;
  unitUuid: string | null;
  /** How many it counts, whatever of it is shown. */
  exact: Total;
  /** Whether small numbers are suppressed for whoever asks. */
  suppresses: boolean;
  /** What it counts, with the units for which it counts: read where it is opened, if it was not before. */
  counted: () => Promise<readonly CountedFacts[]>;
  @Field(() => IndicatorType, { description: 'What is counted.' })
  indicator: IndicatorType;
  /** The facts that it counts, if they are such. */
  question: FactQuestion | null;
  /** Whether it counts households. */
  ofHouseholds: boolean;
  @Field(() => BasisEnum, { nullable: true, description: 'On which basis; null where the indicator has none.' })
  basis: Basis | null;
  @Field(() => DateScalar, { nullable: true, description: 'Of a stock, the day on which it is counted; else null.' })
  on: string | null;
  @Field(() => DateScalar, {
    description:
      'The day whose units it counts for; for AS_RECORDED, the last day of the period, or the day of the stock.',
  })
  asOf: string;
  @Field(() => PeriodType, { nullable: true, description: 'The period; null for a stock.' })
  period: PeriodType | null;
}
