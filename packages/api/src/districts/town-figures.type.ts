import { ArgsType, createUnionType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FigureType } from '../figures/figure.type.ts';
import { IndicatorType } from '../indicators/indicator.type.ts';
import { enumOf } from '../schema/enum.ts';
import { PeriodInput, PeriodType } from '../schema/period.type.ts';
import { DateScalar, DecimalScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';

@ArgsType()
export class TownFiguresArgs {
  @Field(() => [String], { description: 'The codes of the indicators, at most 100; see `indicators`.' })
  indicators: string[];
  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'The period, but for STOCK indicators. Whole months are read from summaries of the towns; other days from the records, for who may read what counts them.',
  })
  period?: PeriodInput | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day for STOCK indicators; today unless told.' })
  on?: string | null;
}

const reasons = ['NOT_SET_UP', 'NOT_CONSENTED'] as const;
const TownUnavailableReasonEnum = enumOf(reasons);
registerEnumType(TownUnavailableReasonEnum, {
  name: 'TownUnavailableReason',
  description: 'Why a town has no figures.',
  valuesConfig: {
    NOT_CONSENTED: {
      description: 'It has not let the application that asks count what is asked for 未授权, or has withdrawn it.',
    },
    NOT_SET_UP: { description: 'It stands in the register only, and does not work on the platform 未开通.' },
  },
});

@ObjectType('TownFigureSet', { description: 'The figures of a town as a whole.' })
class TownFigureSetType {
  typename: 'TownFigureSet';
  @Field(() => TownType, { description: 'The town.' })
  town: TownType;
  @Field(() => [FigureType], {
    description:
      'Its figures, in the order of the indicators asked for. A town’s total is the same on every basis; opened, they count for the units of today.',
  })
  figures: FigureType[];
}

@ObjectType('TownUnavailable', { description: 'A town without figures. The others answer all the same.' })
export class TownUnavailableType {
  typename: 'TownUnavailable';
  @Field(() => TownType, { description: 'The town.' })
  town: TownType;
  @Field(() => TownUnavailableReasonEnum, { description: 'Why.' })
  reason: (typeof reasons)[number];
}

export const TownFiguresUnion = createUnionType({
  name: 'TownFigures',
  description: 'The figures of a town, or why there are none.',
  types: () => [TownFigureSetType, TownUnavailableType] as const,
  resolveType: ({ typename }) => typename,
});
export type TownFigures = TownFigureSetType | TownUnavailableType;

@ObjectType('DistrictFigure', {
  description: 'What the towns of a district that work on the platform have together 合计.',
})
export class DistrictFigureType {
  @Field(() => IndicatorType, { description: 'What is counted.' })
  indicator: IndicatorType;
  @Field(() => Int, { nullable: true, description: 'How many, in all towns together; null where it is suppressed.' })
  numerator: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Of a rate, among how many in all towns together; null of a count, or where it is suppressed.',
  })
  denominator: number | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The count, or the quotient of both sums to six digits; null of a rate that counts among none, or where it is suppressed.',
  })
  value: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'As people write it; null of a rate that counts among none or is suppressed.',
  })
  rounded: string | null;
  @Field(() => PeriodType, { nullable: true, description: 'The period; null for a stock.' })
  period: PeriodType | null;
  @Field(() => DateScalar, { nullable: true, description: 'Of a stock, the day on which it is counted; else null.' })
  on: string | null;
  @Field(() => Int, { description: 'How many towns it counts.' })
  townCount: number;
  @Field(() => [TownType], { description: 'The towns that it leaves out, since they have no figures.' })
  missing: TownType[];
}
