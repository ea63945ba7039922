import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type OfficersFate, officersFates, type StepVerb, stepVerbs } from '../enactments/step.ts';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { UnitKindEnum } from '../towns/town.type.ts';
import type { UnitKind } from '../towns/unit-kind.ts';
import { type UnitStatus, UnitStatusEnum } from '../units/unit.type.ts';
import { type Dependent, dependentKinds } from './dependents.ts';
import { UnitLabelType } from './difference.type.ts';
import { restructuringOrigins, restructuringStatuses } from './restructuring.entity.ts';
import type { StoredRestructuring } from './stored-restructuring.ts';

export const RestructuringStatusEnum = enumOf(restructuringStatuses);
registerEnumType(RestructuringStatusEnum, {
  name: 'RestructuringStatus',
  description: 'How far a restructuring has come.',
  valuesConfig: {
    DRAFT: { description: 'A draft 草案: seen only by those who may restructure the town.' },
    APPLIED: { description: 'In force from its day on.' },
    DROPPED: { description: 'A draft that was given up.' },
    VOIDED: { description: 'Undone by another restructuring.' },
  },
});

const RestructuringOriginEnum = enumOf(restructuringOrigins);
registerEnumType(RestructuringOriginEnum, {
  name: 'RestructuringOrigin',
  description: 'Who drew up a restructuring.',
  valuesConfig: {
    TOWN: { description: 'The town itself.' },
    REGISTER: { description: 'A new edition of the register.' },
    FILE: { description: 'A file that the town imported.' },
  },
});

const StepVerbEnum = enumOf(stepVerbs);
registerEnumType(StepVerbEnum, {
  name: 'StepVerb',
  description: 'What a step of a restructuring does.',
  valuesConfig: {
    OPEN: { description: 'Opens a unit 设立.' },
    RENAME: { description: 'Gives a unit another name or code 更名.' },
    MOVE: { description: 'Puts units under another 划转.' },
    CHANGE_KIND: { description: 'Makes a unit one of another kind 改制.' },
    FOUND: { description: 'Founds a unit in preparation 筹 转正.' },
    BEGIN_EARLIER: { description: 'Says that a unit was there earlier 追溯.' },
    MERGE: { description: 'Lets units end in another 合并.' },
    SPLIT: { description: 'Lets a unit end in several 拆分.' },
    CLOSE: { description: 'Closes a unit 撤销.' },
    TRANSFER_HOUSEHOLDS: { description: 'Moves households between blocks 划转住户.' },
  },
});

export const OfficersFateEnum = enumOf(officersFates);
registerEnumType(OfficersFateEnum, {
  name: 'OfficersFate',
  description: 'What becomes of the posts and roles on a unit that ends.',
  valuesConfig: {
    FOLLOW: { description: 'They go on at the heir.' },
    END: { description: 'They end with the unit.' },
  },
});

const SeverityEnum = enumOf(['ERROR', 'WARNING'] as const);
registerEnumType(SeverityEnum, {
  name: 'CheckSeverity',
  description: 'How much a check matters.',
  valuesConfig: {
    ERROR: { description: 'Keeps the draft from being applied.' },
    WARNING: { description: 'For people to weigh.' },
  },
});

const DependentKindEnum = enumOf(dependentKinds);
registerEnumType(DependentKindEnum, {
  name: 'DependentKind',
  description: 'What keeps a restructuring from being undone.',
  valuesConfig: {
    RESTRUCTURING: { description: 'A later restructuring changed again what it made.' },
    TEAM: { description: 'Teams were formed or changed on what it made.' },
    BOARD: { description: 'Public boards, or numbers that residents may need, are of what it made.' },
    HOUSEHOLD: { description: 'Households were placed in, or moved from, what it made.' },
    POST: { description: 'Posts were given at what it made, or ended there.' },
    ACCOUNT: { description: 'Roles were given on what it made, or ended there.' },
    VISIT: { description: 'Visits are recorded under what it made.' },
    REQUEST: { description: 'Requests are recorded under what it made.' },
    PETITION: { description: 'Petitions were with what it made.' },
    MEDIATION: { description: 'Mediations were held in what it made.' },
    CALL: { description: 'Calls are recorded under what it made.' },
    PROJECT: { description: 'Projects were for what it made.' },
    RELIEF: { description: 'Relief, or a job found for a resident, is recorded under what it made.' },
    PAIRING: { description: 'Contacts of pairings are recorded in blocks that it made.' },
    VOLUNTEER: { description: 'A volunteer is of it, or an activity of volunteers is held there.' },
    PROGRAMME: { description: 'Somebody was enrolled in a programme there, or a team entered in a contest.' },
    HOTLINE: { description: 'Hotlines belong to what it made.' },
    DELIBERATION: { description: 'What it made deliberated.' },
    INSPECTION: { description: 'Inspections were made in what it made, or places that are inspected lie there.' },
    PATROL: { description: 'Patrols were made in what it made, or their routes lead there.' },
    ORGANIZATION: { description: 'Organisations are registered at what it made.' },
    PARTY_ORGANIZATION: {
      description: 'Party organisations sit in what it made, or have posts of its Party secretary.',
    },
    WORK_ASSIGNMENT: { description: 'Somebody is assigned to the organisations of what it made.' },
    TREE_RULE: { description: 'Without it the tree would break a rule.' },
  },
});

@ObjectType('RestructuringStepPart', { description: 'What one part of a unit that is split takes.' })
export class StepPartType {
  @Field(() => UnitLabelType, { description: 'The part.' })
  unit: UnitLabelType;
  @Field(() => [UnitLabelType], { description: 'The units that it takes.' })
  units: UnitLabelType[];
  @Field(() => [ID], { description: 'The teams that it takes.' })
  teams: string[];
  @Field(() => [ID], {
    description: 'The households that it takes; none for a viewer who does not see those of the whole town.',
  })
  households: string[];
  @Field(() => Int, {
    nullable: true,
    description:
      'How many households are named to go there. Null for a viewer who counts none there; to an application as `Indicator.suppressedBelow` says.',
  })
  householdCount: number | null;
}

@ObjectType('RestructuringStep', { description: 'A step of a restructuring. What its verb does not have is null.' })
export class StepType {
  @Field(() => StepVerbEnum, { description: 'What it does.' })
  verb: StepVerb;
  @Field(() => String, { nullable: true, description: 'What its author calls the unit that it opens.' })
  ref: string | null;
  @Field(() => UnitLabelType, { nullable: true, description: 'The one unit that it is about.' })
  unit: UnitLabelType | null;
  @Field(() => [UnitLabelType], { nullable: true, description: 'The units that it moves or merges.' })
  units: UnitLabelType[] | null;
  @Field(() => UnitLabelType, { nullable: true, description: 'The unit they become, or the block households go to.' })
  into: UnitLabelType | null;
  @Field(() => UnitLabelType, { nullable: true, description: 'Under which units come; null for the town itself.' })
  parent: UnitLabelType | null;
  @Field(() => UnitLabelType, { nullable: true, description: 'The heir of a unit that ends.' })
  heir: UnitLabelType | null;
  @Field(() => UnitLabelType, { nullable: true, description: 'The designated predecessor of a merger.' })
  designated: UnitLabelType | null;
  @Field(() => [StepPartType], { nullable: true, description: 'The parts of a unit that is split.' })
  parts: StepPartType[] | null;
  @Field(() => [ID], {
    nullable: true,
    description:
      'The households that it moves; null for all, none for a viewer who does not see those of the whole town.',
  })
  households: string[] | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'How many households are named to be moved; null for all, and for a viewer who counts none there. To an application as `Indicator.suppressedBelow` says.',
  })
  householdCount: number | null;
  @Field(() => ID, { nullable: true, description: 'The overlay of a block that it opens.' })
  overlay: string | null;
  @Field(() => String, { nullable: true, description: 'The name that it gives.' })
  name: string | null;
  @Field(() => String, { nullable: true, description: 'The code that it gives.' })
  code: string | null;
  @Field(() => UnitKindEnum, { nullable: true, description: 'The kind that it gives.' })
  kind: UnitKind | null;
  @Field(() => UnitStatusEnum, { nullable: true, description: 'The state in which it opens a unit.' })
  status: UnitStatus | null;
  @Field(() => OfficersFateEnum, { nullable: true, description: 'What becomes of posts and roles.' })
  officers: OfficersFate | null;
}

@ObjectType('RestructuringCheck', { description: 'Something that a check of a draft found.' })
export class CheckType {
  @Field(() => SeverityEnum, { description: 'How much it matters.' })
  severity: 'ERROR' | 'WARNING';
  @Field(() => String, { description: 'A stable name of what was found, such as `nameTaken`.' })
  code: string;
  @Field(() => String, { description: 'What was found, in the caller’s language.' })
  message: string;
  @Field(() => Int, { nullable: true, description: 'The step at fault, counted from 0; null where none is.' })
  step: number | null;
  @Field(() => String, { description: 'The member of the input at fault, such as `input.steps.0.open.name`.' })
  field: string;
  @Field(() => [UnitLabelType], { description: 'The units it is about.' })
  units: UnitLabelType[];
}

@ObjectType('Restructuring', {
  implements: NodeType,
  description:
    'A restructuring 调整 of a town’s tree: one dated event with its reason and document number, made of steps. Every change of the tree is one.',
})
export class RestructuringType extends NodeType {
  typename: 'Restructuring';
  townId: number;
  stored: StoredRestructuring;
  @Field(() => RestructuringStatusEnum, { description: 'How far it has come.' })
  status: StoredRestructuring['status'];
  @Field(() => RestructuringOriginEnum, { description: 'Who drew it up.' })
  origin: StoredRestructuring['origin'];
  @Field(() => DateScalar, { description: 'The first day on which the tree is as the steps make it.' })
  effectiveOn: string;
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason: string | null;
  @Field(() => String, { nullable: true, description: 'The number of the document 文号 that orders it.' })
  documentNumber: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was drawn up.' })
  draftedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was applied; null for a draft.' })
  appliedAt: Date | null;
  @Field(() => Int, {
    description: 'Grows with every change; give it as `expectedVersion` to change only what you saw.',
  })
  version: number;
}

@ObjectType('RestructuringPayload', { description: 'The restructuring as the change left it.' })
export class RestructuringPayload {
  @Field(() => RestructuringType, { description: 'The restructuring.' })
  restructuring: RestructuringType;
}

@ObjectType('RestructuringDependent', { description: 'Something that keeps a restructuring from being undone.' })
export class DependentType {
  townId: number;
  restructuringUuid: string | null;
  @Field(() => DependentKindEnum, { description: 'What it is.' })
  kind: Dependent['kind'];
  @Field(() => Int, {
    nullable: true,
    description:
      'How many. Null for a viewer who does not count these there; of households, visits, requests, calls, petitions, mediations, relief and contacts of pairings to an application as `Indicator.suppressedBelow` says: null where they are few.',
  })
  count: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'For TREE_RULE, the first day on which it would not hold.' })
  day: string | null;
}

export const RestructuringConnectionType = connectionType(() => RestructuringType, 'Restructuring');
export type RestructuringConnectionType = InstanceType<typeof RestructuringConnectionType>;
