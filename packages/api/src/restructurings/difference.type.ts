import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { townRoles } from '../accounts/account.entity.ts';
import { RoleEnum } from '../accounts/account.type.ts';
import { type PostTitle, PostTitleEnum } from '../people/person.type.ts';
import { enumOf } from '../schema/enum.ts';
import { DateScalar } from '../schema/scalars.ts';
import { UnitKindEnum } from '../towns/town.type.ts';
import { type UnitKind, unitKinds } from '../towns/unit-kind.ts';
import { type UnitStatus, UnitStatusEnum } from '../units/unit.type.ts';

const unitChanges = ['OPENED', 'CLOSED', 'RENAMED', 'RECODED', 'MOVED', 'KIND_CHANGED', 'FOUNDED'] as const;
export type UnitChange = (typeof unitChanges)[number];
const UnitChangeEnum = enumOf(unitChanges);
registerEnumType(UnitChangeEnum, {
  name: 'UnitChange',
  description: 'What changed of a unit.',
  valuesConfig: {
    OPENED: { description: 'It is there, and was not.' },
    CLOSED: { description: 'It was there, and is not any more.' },
    RENAMED: { description: 'It has another name.' },
    RECODED: { description: 'It has another code.' },
    MOVED: { description: 'It stands under another unit.' },
    KIND_CHANGED: { description: 'It is of another kind.' },
    FOUNDED: { description: 'It was in preparation 筹 and is founded, or the other way round.' },
  },
});

const counted = [...unitKinds.filter((kind) => kind !== 'TOWN'), 'TEAM', 'HOUSEHOLD'] as const;
const CountedEnum = enumOf(counted);
registerEnumType(CountedEnum, {
  name: 'Counted',
  description: 'What is counted: units of a kind, teams or households.',
  valuesConfig: {
    ...Object.fromEntries(counted.map((kind) => [kind, { description: `Units of the kind ${kind}.` }])),
    TEAM: { description: 'Teams 组团.' },
    HOUSEHOLD: { description: 'Households 户, each by its geographic block.' },
  },
});

@ObjectType('UnitLabel', {
  description: 'A unit as it is called in a difference. It may be one that a draft would open.',
})
export class UnitLabelType {
  @Field(() => ID, { description: 'The unit’s id. One that only a draft opens cannot be read by it yet.' })
  id: string;
  @Field(() => String, {
    nullable: true,
    description: 'The name of the unit it stands under, as many have the same name; null directly under the town.',
  })
  under: string | null;
  @Field(() => String, { description: 'Its name.' })
  name: string;
}

@ObjectType('UnitSnapshot', { description: 'What a unit is on a day.' })
export class UnitSnapshotType {
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'Its code.' })
  code: string | null;
  @Field(() => UnitKindEnum, { description: 'Its kind.' })
  kind: UnitKind;
  @Field(() => UnitStatusEnum, { description: 'Its state.' })
  status: UnitStatus;
  @Field(() => UnitLabelType, { nullable: true, description: 'Under which it stands; null directly under the town.' })
  parent: UnitLabelType | null;
}

@ObjectType('UnitDifference', { description: 'How a unit differs between two states of the tree.' })
export class UnitDifferenceType {
  @Field(() => UnitLabelType, { description: 'The unit, by its later name.' })
  unit: UnitLabelType;
  @Field(() => [UnitChangeEnum], { description: 'What changed of it.' })
  changes: UnitChange[];
  @Field(() => DateScalar, { description: 'The first day on which it differs.' })
  day: string;
  @Field(() => UnitSnapshotType, { nullable: true, description: 'What it was; null where it was not there.' })
  before: UnitSnapshotType | null;
  @Field(() => UnitSnapshotType, { nullable: true, description: 'What it is; null where it is not there any more.' })
  after: UnitSnapshotType | null;
  @Field(() => [UnitLabelType], { description: 'For a unit that was opened, the units that went into it.' })
  predecessors: UnitLabelType[];
  @Field(() => [UnitLabelType], { description: 'For a unit that was closed, the units that it went into.' })
  successors: UnitLabelType[];
}

@ObjectType('TeamDifference', { description: 'How a team differs: it goes to another block or is called otherwise.' })
export class TeamDifferenceType {
  @Field(() => ID, { description: 'The team’s id.' })
  team: string;
  @Field(() => DateScalar, { description: 'The first day on which it differs.' })
  day: string;
  @Field(() => String, { description: 'Its name before.' })
  nameBefore: string;
  @Field(() => String, { description: 'Its name after.' })
  nameAfter: string;
  @Field(() => UnitLabelType, { description: 'Its block before.' })
  blockBefore: UnitLabelType;
  @Field(() => UnitLabelType, { description: 'Its block after.' })
  blockAfter: UnitLabelType;
}

@ObjectType('HouseholdsMoved', { description: 'Households that go from one block to another.' })
export class HouseholdsMovedType {
  @Field(() => UnitLabelType, { description: 'The block that held them.' })
  from: UnitLabelType;
  @Field(() => UnitLabelType, { description: 'The block that holds them then.' })
  to: UnitLabelType;
  @Field(() => Int, {
    nullable: true,
    description:
      'How many on the day of the restructuring. Null for a viewer who counts no households there; to an application as `Indicator.suppressedBelow` says.',
  })
  count: number | null;
}

@ObjectType('OrganizationsMoved', {
  description: 'Organisations of the new sectors that go with their unit into another.',
})
export class OrganizationsMovedType {
  @Field(() => UnitLabelType, { description: 'The unit that they were in.' })
  from: UnitLabelType;
  @Field(() => UnitLabelType, {
    nullable: true,
    description: 'The unit that they are in then; null for the town itself.',
  })
  to: UnitLabelType | null;
  @Field(() => Int, {
    nullable: true,
    description: 'How many on the day of the restructuring. Null for a viewer who counts no organisations there.',
  })
  count: number | null;
}

@ObjectType('PostMoved', { description: 'A post that goes on at another unit, ends, or is held again.' })
export class PostMovedType {
  @Field(() => String, { description: 'Who holds it.' })
  person: string;
  @Field(() => PostTitleEnum, { description: 'Which post.' })
  title: PostTitle;
  @Field(() => UnitLabelType, {
    nullable: true,
    description: 'Where it was held; null where it had ended and is held again because that is undone.',
  })
  from: UnitLabelType | null;
  @Field(() => UnitLabelType, { nullable: true, description: 'Where it goes on; null where it ends.' })
  to: UnitLabelType | null;
}

@ObjectType('ReachDifference', {
  description: 'What an account newly reaches, or reaches no longer, by one of its roles.',
})
export class ReachDifferenceType {
  @Field(() => String, { description: 'The account’s name, as people see it.' })
  account: string;
  @Field(() => RoleEnum, { description: 'By which role.' })
  role: (typeof townRoles)[number];
  @Field(() => UnitLabelType, { nullable: true, description: 'On which unit, or on a team of which block, before.' })
  from: UnitLabelType | null;
  @Field(() => UnitLabelType, { nullable: true, description: 'On which unit after; null where the role ends.' })
  to: UnitLabelType | null;
  @Field(() => [UnitLabelType], { description: 'Units that it newly reaches.' })
  gains: UnitLabelType[];
  @Field(() => [UnitLabelType], { description: 'Units that it reaches no longer.' })
  loses: UnitLabelType[];
}

@ObjectType('FigureDifference', { description: 'A count on the day of the restructuring, before and after.' })
export class FigureDifferenceType {
  @Field(() => CountedEnum, { description: 'What is counted. Blocks of overlays are left out.' })
  figure: (typeof counted)[number];
  @Field(() => Int, {
    nullable: true,
    description:
      'How many before. Null for a viewer who does not count these there; of households to an application as `Indicator.suppressedBelow` says.',
  })
  before: number | null;
  @Field(() => Int, { nullable: true, description: 'How many after; as `before`.' })
  after: number | null;
}

@ObjectType('RestructuringDifference', {
  description: 'What a restructuring changes. What a draft shows is what applying it does.',
})
export class RestructuringDifferenceType {
  @Field(() => String, { description: 'The same for the same changes; give it as `expectedDifference` when applying.' })
  fingerprint: string;
  @Field(() => [UnitDifferenceType], { description: 'Units, by kind and then by name.' })
  units: UnitDifferenceType[];
  @Field(() => [TeamDifferenceType], {
    nullable: true,
    description: 'Teams; null for a viewer who sees no teams there.',
  })
  teams: TeamDifferenceType[] | null;
  @Field(() => [HouseholdsMovedType], { description: 'Households, by the blocks between which they go.' })
  households: HouseholdsMovedType[];
  @Field(() => [OrganizationsMovedType], { description: 'Organisations, by the units between which they go.' })
  organizations: OrganizationsMovedType[];
  @Field(() => [PostMovedType], {
    nullable: true,
    description: 'Posts; null for a viewer who may not restructure the town, or see its people.',
  })
  posts: PostMovedType[] | null;
  @Field(() => [ReachDifferenceType], {
    nullable: true,
    description:
      'Accounts whose reach changes; null for a viewer who may not restructure the town, or see its accounts.',
  })
  accounts: ReachDifferenceType[] | null;
  @Field(() => [FigureDifferenceType], { description: 'Counts that change, and those of teams and households.' })
  figures: FigureDifferenceType[];
}
