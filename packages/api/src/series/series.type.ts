import { ArgsType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { type Step, steps } from '../figures/fact-question.ts';
import type { Basis } from '../indicators/basis.ts';
import { BasisEnum, IndicatorType } from '../indicators/indicator.type.ts';
import { NumberType } from '../indicators/number.type.ts';
import { enumOf } from '../schema/enum.ts';
import { PeriodType } from '../schema/period.type.ts';
import { DateScalar } from '../schema/scalars.ts';

const StepEnum = enumOf(steps);
registerEnumType(StepEnum, {
  name: 'SeriesStep',
  description: 'Of which length the steps of a series are.',
  valuesConfig: {
    MONTH: { description: 'Months of the calendar 月.' },
    QUARTER: { description: 'Quarters of the year 季度.' },
    YEAR: { description: 'Years of the calendar 年.' },
  },
});

@ArgsType()
export class StepsArgs {
  @Field(() => String, { description: 'The code of the indicator; see `indicators`.' })
  indicator: string;
  @Field(() => StepEnum, { description: 'The length of the steps.' })
  by: Step;
  @Field(() => DateScalar, { description: 'A day of the first step, which is counted wholly.' })
  first: string;
  @Field(() => DateScalar, { description: 'A day of the last step, which is counted wholly.' })
  last: string;
}

@ArgsType()
export class TownSeriesArgs extends StepsArgs {
  @Field(() => ID, { nullable: true, description: 'The unit to count under; the whole town unless told.' })
  unit?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day whose units all steps count for, on the basis AS_OF; the town’s `asOf` unless told.',
  })
  asOf?: string | null;
  @Field(() => BasisEnum, { defaultValue: 'RESTATED', description: 'The basis, for an indicator that has bases.' })
  basis: Basis;
}

@ObjectType('SeriesPoint', { description: 'One step of a series.' })
export class SeriesPointType extends NumberType {
  @Field(() => PeriodType, { description: 'Its first and last day.' })
  period: PeriodType;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Of a stock, the day on which it is counted: the last of the step, or today while that is ahead; else null.',
  })
  on: string | null;
}

@ObjectType('Series', {
  description: 'A figure step by step through time 时间序列. Each step is what `figure` says of its days.',
})
export class SeriesType {
  @Field(() => IndicatorType, { description: 'What is counted.' })
  indicator: IndicatorType;
  @Field(() => StepEnum, { description: 'The length of the steps.' })
  by: Step;
  @Field(() => BasisEnum, { nullable: true, description: 'On which basis; null where the indicator has none.' })
  basis: Basis | null;
  @Field(() => [SeriesPointType], { description: 'The steps, the earliest first.' })
  points: SeriesPointType[];
}
