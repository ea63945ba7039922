import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, DecimalScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { PeriodLengthEnum, QualifierEnum } from './reported-figure.type.ts';
import type { PeriodLength, Qualifier } from './reported-terms.ts';

const aValue =
  'The value with the digits in which it was published: of a count a whole number, of a rate a part of one, such as `0.812` for 81.2 %.';
const aDocument = 'The document that says so, at most 100 characters.';
const aPage = 'Where in it, such as a page, at most 30 characters.';
const aDate = 'The date of the document: not ahead, and not before the period.';

@InputType('ReportFigureInput', { description: 'A figure that the town has published.' })
export class ReportFigureInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town.' })
  town: string;
  @Field(() => String, { description: 'The code of the indicator; see `indicators`.' })
  indicator: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Since when the definition holds that was meant, one of `Indicator.versions`; the latest unless told.',
  })
  definedSince?: string | null;
  @Field(() => ID, { nullable: true, description: 'The unit that it is of; the whole town unless told.' })
  unit?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'The kind of organisations that it is of, for an indicator that counts organisations; all unless told.',
  })
  organizationKind?: string | null;
  @Field(() => PeriodLengthEnum, {
    description: 'How long what it was published of lasts; a day only for what there is on it.',
  })
  length: PeriodLength;
  @Field(() => DateScalar, { description: 'The day, or any day of the month, quarter or year, which has begun.' })
  day: string;
  @Field(() => DecimalScalar, { description: aValue })
  value: string;
  @Field(() => QualifierEnum, { defaultValue: 'EXACT', description: 'How exactly it was published.' })
  qualifier: Qualifier;
  @Field(() => String, { description: aDocument })
  document: string;
  @Field(() => String, { nullable: true, description: aPage })
  page?: string | null;
  @Field(() => DateScalar, { description: aDate })
  publishedOn: string;
}

@InputType('CorrectReportedFigureInput', {
  description: 'What a reported figure is to say, in full. What it said before stays to be read.',
})
export class CorrectReportedFigureInput extends VersionedInput {
  @Field(() => ID, { description: 'The reported figure.' })
  reportedFigure: string;
  @Field(() => DecimalScalar, { description: aValue })
  value: string;
  @Field(() => QualifierEnum, { description: 'How exactly it was published.' })
  qualifier: Qualifier;
  @Field(() => String, { description: aDocument })
  document: string;
  @Field(() => String, { nullable: true, description: aPage })
  page?: string | null;
  @Field(() => DateScalar, { description: aDate })
  publishedOn: string;
  @Field(() => String, { description: 'Why, at most 200 characters. Nobody’s name.' })
  because: string;
}

@InputType('WithdrawReportedFigureInput', {
  description: 'A reported figure that does not stand any more: it stays to be read, with the reason.',
})
export class WithdrawReportedFigureInput extends VersionedInput {
  @Field(() => ID, { description: 'The reported figure.' })
  reportedFigure: string;
  @Field(() => String, { description: 'Why, at most 200 characters. Nobody’s name.' })
  because: string;
}

@InputType('ReportedFigureFilter', { description: 'Which reported figures: those for which all holds that is told.' })
class ReportedFigureFilter {
  @Field(() => [String], { nullable: true, description: 'Of one of these indicators, by their codes.' })
  indicator?: string[] | null;
  @Field(() => DateScalar, { nullable: true, description: 'Whose period ends on this day or later.' })
  from?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Whose period begins on this day or earlier.' })
  to?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Those that the records do not bear out, or those that they do; both unless told.',
  })
  differs?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Those that were withdrawn; those that stand unless told.' })
  withdrawn?: boolean | null;
}

@ArgsType()
export class ReportedFiguresArgs extends PageArgs {
  @Field(() => ReportedFigureFilter, { nullable: true, description: 'Which to list.' })
  filter?: ReportedFigureFilter | null;
}
