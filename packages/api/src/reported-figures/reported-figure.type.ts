import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { IndicatorType, IndicatorVersionType } from '../indicators/indicator.type.ts';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { PeriodType } from '../schema/period.type.ts';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../schema/scalars.ts';
import { type PeriodLength, periodLengths, type Qualifier, qualifiers } from './reported-terms.ts';

export const QualifierEnum = enumOf(qualifiers);
registerEnumType(QualifierEnum, {
  name: 'ReportedQualifier',
  description: 'How exactly a figure was published, and what it takes for the records to bear it out.',
  valuesConfig: {
    EXACT: { description: 'Exactly 恰为: what the records give, rounded to the digits that were published, is equal.' },
    NEARLY: { description: 'Nearly 近: what the records give is below, by a tenth of the value at the most.' },
    OVER: {
      description:
        'Over 多: what the records give is above, and below the next number as round as the value: over 4,000 is less than 5,000, over 360 less than 370.',
    },
    ABOUT: { description: 'About 约: what the records give is within a twentieth of the value.' },
  } satisfies Record<Qualifier, object>,
});

export const PeriodLengthEnum = enumOf(periodLengths);
registerEnumType(PeriodLengthEnum, {
  name: 'PeriodLength',
  description: 'How long what a figure was published of lasts.',
  valuesConfig: {
    DAY: { description: 'A day 日, for what there is on it.' },
    MONTH: { description: 'A month of the calendar 月.' },
    QUARTER: { description: 'A quarter of the year 季度.' },
    YEAR: { description: 'A year of the calendar 年.' },
  } satisfies Record<PeriodLength, object>,
});

/** What was said of a reported figure. */
@ObjectType()
abstract class SaidType {
  townId: number;
  recordedById: string;
  @Field(() => DecimalScalar, {
    description:
      'The value with the digits in which it was published: of a count a whole number, of a rate a part of one, such as `0.812`.',
  })
  value: string;
  @Field(() => String, { description: 'The value as people write it: `4000`, `81.2 %`, or, to a hundred, `235`.' })
  rounded: string;
  @Field(() => QualifierEnum, { description: 'How exactly it was published.' })
  qualifier: Qualifier;
  @Field(() => String, { description: 'The document that says so.' })
  document: string;
  @Field(() => String, { nullable: true, description: 'Where in it, such as a page; null where that was not told.' })
  page: string | null;
  @Field(() => DateScalar, { description: 'The date of the document.' })
  publishedOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
}

@ObjectType('ReportedFigureVersion', { description: 'What a reported figure said from one correction to the next.' })
export class ReportedFigureVersionType extends SaidType {
  @Field(() => Int, { description: 'Counted from 1.' })
  number: number;
  @Field(() => String, { nullable: true, description: 'Why it was corrected; null of the first.' })
  because: string | null;
}

@ObjectType('ReportedFigure', {
  implements: NodeType,
  description: 'A figure that a town has published 上报数, beside what its records give.',
})
export class ReportedFigureType extends SaidType implements NodeType {
  typename: 'ReportedFigure';
  id: string;
  uuid: string;
  unitUuid: string | null;
  kindUuid: string | null;
  withdrawnById: string | null;
  @Field(() => IndicatorType, { description: 'What was counted.' })
  indicator: IndicatorType;
  @Field(() => IndicatorVersionType, { description: 'The definition of the indicator that was meant.' })
  definition: IndicatorVersionType;
  @Field(() => Boolean, {
    description: 'Whether the indicator has been defined anew since: the records are counted by the latest definition.',
  })
  definitionChanged: boolean;
  @Field(() => PeriodLengthEnum, { description: 'How long what it was published of lasts.' })
  length: PeriodLength;
  @Field(() => PeriodType, { description: 'The days that it is of; what there is on a day is that of the last one.' })
  period: PeriodType;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn; null while it stands.' })
  withdrawnAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null while it stands.' })
  withdrawnBecause: string | null;
  @Field(() => Int, { description: 'Grows by one with each correction, and with a withdrawal.' })
  version: number;
}

export const ReportedFigureConnectionType = connectionType(() => ReportedFigureType, 'ReportedFigure');
export type ReportedFigureConnectionType = InstanceType<typeof ReportedFigureConnectionType>;

@ObjectType('ReportedFigurePayload', { description: 'A reported figure as the change left it.' })
export class ReportedFigurePayload {
  @Field(() => ReportedFigureType, { description: 'The reported figure.' })
  reportedFigure: ReportedFigureType;
}
