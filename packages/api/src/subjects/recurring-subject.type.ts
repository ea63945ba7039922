import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PeriodType } from '../schema/period.type.ts';
import { RateType } from '../schema/rate.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { UnitKindEnum } from '../towns/town.type.ts';
import type { UnitKind } from '../towns/unit-kind.ts';

@ObjectType('SubjectMonth', { description: 'How many requests about a subject were raised in a month.' })
export class SubjectMonthType {
  @Field(() => DateScalar, { description: 'The first day of the month.' })
  month: string;
  @Field(() => Int, { description: 'How many, of the days that the period has in it.' })
  count: number;
}

@ObjectType('SubjectPart', { description: 'What is asked for about a subject in one unit and those under it.' })
export class SubjectPartType {
  @Field(() => ID, { nullable: true, description: 'The unit’s id; null for what counts at the opened unit itself.' })
  unit: string | null;
  @Field(() => String, { nullable: true, description: 'The unit’s name today; null with `unit`.' })
  name: string | null;
  @Field(() => UnitKindEnum, { nullable: true, description: 'Its kind today; null with `unit`.' })
  kind: UnitKind | null;
  @Field(() => Int, { description: 'How many requests were raised in the period.' })
  count: number;
  @Field(() => Int, { description: 'How many were raised in the period before.' })
  before: number;
  @Field(() => Boolean, { description: 'Whether some of them count for units under it.' })
  opens: boolean;
}

@ObjectType('RecurringSubject', {
  description:
    'How many ask for something 诉求热点: the requests about one subject in a period, against the period before.',
})
export class RecurringSubjectType {
  townId: number;
  subjectUuid: string;
  /** The requests of the period; null where the viewer may see counts only. */
  ids: readonly string[] | null;
  @Field(() => Int, { description: 'How many requests were raised in the period, those withdrawn left out.' })
  count: number;
  @Field(() => Int, { description: 'How many were raised in the period before.' })
  before: number;
  @Field(() => Int, { description: 'How many more they are, or, below nought, how many fewer.' })
  change: number;
  @Field(() => RateType, { description: 'How many of all requests of the period they are.' })
  share: RateType;
  @Field(() => Int, {
    nullable: true,
    description: 'How many households they concern, each once; null for a district office.',
  })
  households: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'How many of them are in a project of a year already; null for a district office.',
  })
  inProjects: number | null;
  @Field(() => [SubjectMonthType], { description: 'The months of the period, the first one first.' })
  months: readonly SubjectMonthType[];
  @Field(() => [SubjectPartType], {
    description:
      'The units directly under the one that was asked for in which they count today, and what counts at itself; the largest first.',
  })
  parts: readonly SubjectPartType[];
}

@ObjectType('RecurringSubjects', {
  description: 'What many ask for: the requests of a period by subject, and the period before.',
})
export class RecurringSubjectsType {
  @Field(() => PeriodType, { description: 'The period.' })
  period: PeriodType;
  @Field(() => PeriodType, {
    description: 'The period before, of the same length: of whole months as many months, else as many days.',
  })
  before: PeriodType;
  @Field(() => Int, { description: 'How many requests were raised in the period, about whatever.' })
  total: number;
  @Field(() => Int, { description: 'How many were raised in the period before.' })
  totalBefore: number;
  @Field(() => [RecurringSubjectType], {
    description:
      'The subjects about which something was asked for in either period: those first that rise most, of those alike the one that is asked for most.',
  })
  subjects: readonly RecurringSubjectType[];
}
