import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { FindingKindEnum, FindingStateEnum } from './inspection-finding.type.ts';
import type { FindingKind, FindingState, PlaceKind } from './inspection-terms.ts';
import { PlaceKindEnum } from './place.type.ts';

@InputType('InspectionScope', { description: 'Which inspections: those for which all holds that is told.' })
export class InspectionScope {
  @Field(() => ID, { nullable: true, description: 'Of this squad.' })
  squad?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this place.' })
  place?: string | null;
  @Field(() => PlaceKindEnum, { nullable: true, description: 'Of places of this kind.' })
  kind?: PlaceKind | null;
  @Field(() => ID, { nullable: true, description: 'Of places in this unit, as it stands today, or under it.' })
  unit?: string | null;
}

@InputType('InspectionFilter', { description: 'Which inspections: those for which all holds that is told.' })
export class InspectionFilter extends InspectionScope {
  @Field(() => ID, { nullable: true, description: 'In which this person took part.' })
  person?: string | null;
  @Field(() => PeriodInput, { nullable: true, description: 'Made in this period.' })
  period?: PeriodInput | null;
  @Field(() => Boolean, { nullable: true, description: 'Which found something at a place, or nothing at one.' })
  found?: boolean | null;
}

@ArgsType()
export class InspectionRoundsArgs extends PageArgs {
  @Field(() => InspectionFilter, { nullable: true, description: 'Which to list: those with such a check.' })
  filter?: InspectionFilter | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether to list those that were withdrawn, alone.' })
  withdrawn: boolean;
}

@InputType('InspectionFindingFilter', { description: 'Which findings: those for which all holds that is told.' })
export class InspectionFindingFilter extends InspectionFilter {
  @Field(() => [FindingKindEnum], { nullable: true, description: 'About one of these.' })
  about?: FindingKind[] | null;
  @Field(() => [FindingStateEnum], { nullable: true, description: 'Of which one of these has become.' })
  state?: FindingState[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Mended, also as a request, or not.' })
  mended?: boolean | null;
}

@ArgsType()
export class InspectionFindingsArgs extends PageArgs {
  @Field(() => InspectionFindingFilter, { nullable: true, description: 'Which to list.' })
  filter?: InspectionFindingFilter | null;
}

const inspectionGroups = ['SQUAD', 'PLACE', 'KIND', 'UNIT', 'MONTH'] as const;
export type InspectionGroup = (typeof inspectionGroups)[number];
export const InspectionGroupEnum = enumOf(inspectionGroups);
registerEnumType(InspectionGroupEnum, {
  name: 'InspectionGroup',
  description: 'What sums of inspections are told apart by.',
  valuesConfig: {
    SQUAD: { description: 'By squad 督查组.' },
    PLACE: { description: 'By place 督查点, also those that were not checked.' },
    KIND: { description: 'By the kind of place 类别.' },
    UNIT: { description: 'By the unit in which the places lie 单位, carried along restructurings to those of today.' },
    MONTH: { description: 'By the month 月份.' },
  } satisfies Record<InspectionGroup, object>,
});

@ObjectType('InspectionSum', {
  description:
    'What inspections there were in a period, those withdrawn left out. `inspectionRounds`, `inspectionFindings` and `inspectionPlaces` with the same filter and this group list them.',
})
export class InspectionSumType {
  townId: number;
  squadUuid: string | null;
  placeUuid: string | null;
  unitUuid: string | null;
  @Field(() => PlaceKindEnum, { nullable: true, description: 'The kind of place, where grouped by it.' })
  kind: PlaceKind | null;
  @Field(() => String, { nullable: true, description: 'The month, such as 2026-07, where grouped by it.' })
  month: string | null;
  @Field(() => Int, { description: 'Checks 检查次数: a place that was checked in a round is one.' })
  checks: number;
  @Field(() => Int, {
    description: 'Person-times 人次: of each check, how many took part; three people at four places are twelve.',
  })
  personTimes: number;
  @Field(() => Int, {
    description:
      'Places 督查点 that were there on a day of the period, checked or not; of a squad, and by it, those that it checked; by month, of the month.',
  })
  places: number;
  @Field(() => Int, { description: 'How many of the places were checked.' })
  placesChecked: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Checks a place 平均每处检查次数: `checks` by `places`, to two digits; null without places.',
  })
  checksPerPlace: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'People a check 平均每次参加人数: `personTimes` by `checks`, to two digits; null without checks.',
  })
  peoplePerCheck: number | null;
  @Field(() => Int, { description: 'Checks at which nothing was found.' })
  nothingFound: number;
  @Field(() => Int, { description: 'Findings 发现问题数.' })
  findings: number;
  @Field(() => Int, { description: 'How many of the findings were mended 已整改, also as a request.' })
  mended: number;
}

@ObjectType('InspectionSums', { description: 'What inspections there were in a period, in all and by group.' })
export class InspectionSumsType {
  @Field(() => InspectionSumType, { description: 'All of them together.' })
  total: InspectionSumType;
  @Field(() => [InspectionSumType], {
    description: 'The same by group: months in their order, else the largest first.',
  })
  groups: InspectionSumType[];
}
