import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { EvidenceKind, HandlingClass } from '../handling/classes.ts';
import {
  EvidenceKindEnum,
  HandlingClassEnum,
  RequestLevelEnum,
  RequestStateEnum,
  RequestStepEnum,
  SatisfactionEnum,
} from '../handling/handling.type.ts';
import type { RequestLevel } from '../handling/levels.ts';
import type { RequestState, RequestStep, Satisfaction } from '../handling/transitions.ts';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { type FollowUpWay, followUpWays, type RequestSource, requestSources } from './request.entity.ts';

export const RequestSourceEnum = enumOf(requestSources);
registerEnumType(RequestSourceEnum, {
  name: 'RequestSource',
  description: 'How a request reached the town 来源.',
  valuesConfig: {
    VISIT: { description: 'At a visit 走访.' },
    HOTLINE: { description: 'By the hotline 热线.' },
    PETITION: { description: 'By a petition 信访.' },
    PATROL: { description: 'From a patrol 巡逻.' },
    INSPECTION: { description: 'From an inspection 督查.' },
    ONLINE: { description: 'Online 网上.' },
    COUNTER: { description: 'At a counter of the town or a unit 窗口.' },
  },
});

export const FollowUpWayEnum = enumOf(followUpWays);
registerEnumType(FollowUpWayEnum, {
  name: 'FollowUpWay',
  description: 'How a follow-up 回访 was made.',
  valuesConfig: {
    TELEPHONE: { description: 'By telephone 电话.' },
    VISIT: { description: 'By a visit 上门.' },
  },
});

@ObjectType('Request', {
  implements: NodeType,
  description:
    'A request 诉求 of a household or about a place, which may concern many households. It is seen by whoever is in charge of where it stands today, up to the town; one about a place also by whoever is in charge of a household that it concerns.',
})
export class RequestType extends NodeType {
  typename: 'Request';
  townId: number;
  uuid: string;
  subjectUuid: string;
  householdUuid: string | null;
  unitUuid: string | null;
  placeText: string | null;
  blockUuid: string;
  recordedById: string;
  holderUuid: string | null;
  partyUuid: string | null;
  @Field(() => String, {
    description:
      'What people call it by 编号, such as R2026-000123: without gaps in a town and the year of `raisedOn`.',
  })
  number: string;
  @Field(() => RequestSourceEnum, { description: 'How it reached the town.' })
  source: RequestSource;
  @Field(() => HandlingClassEnum, {
    nullable: true,
    description: 'Its class of handling; null until somebody says it.',
  })
  handlingClass: HandlingClass | null;
  @Field(() => RequestStateEnum, { description: 'What it is at the moment.' })
  state: RequestState;
  @Field(() => RequestLevelEnum, { description: 'The level at which it is.' })
  level: RequestLevel;
  @Field(() => DateScalar, { description: 'The day on which it was raised.' })
  raisedOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => Boolean, {
    description:
      'Whether it was reported promptly 及时上报: recorded by the end of the first working day after `raisedOn`. Told when it is recorded; what a town changes in its calendar later leaves it.',
  })
  reportedInTime: boolean;
  @Field(() => DateScalar, {
    description:
      'The last day 期限 that its level has. Set when it is raised, goes up, comes down or is opened again; it runs on while a party outside is at it.',
  })
  dueOn: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was handled; null while it is not.' })
  handledOn: string | null;
  @Field(() => SatisfactionEnum, {
    nullable: true,
    description: 'What was said at the latest follow-up; null as long as there was none.',
  })
  satisfaction: Satisfaction | null;
  @Field(() => Int, { description: 'How many steps it has been through; give it as `expectedVersion`.' })
  version: number;
}

@ObjectType('RequestPlace', { description: 'The place that a request is about.' })
export class RequestPlaceType {
  townId: number;
  unitUuid: string;
  asOf: string;
  @Field(() => String, { nullable: true, description: 'Which place in the unit, such as a gate or a garden.' })
  text: string | null;
}

@ObjectType('RequestLevelUnit', {
  description: 'A level that a request can be at, with the unit that has charge there.',
})
export class RequestLevelUnitType {
  townId: number;
  unitUuid: string | null;
  @Field(() => RequestLevelEnum, { description: 'The level.' })
  level: RequestLevel;
}

/** Something that people wrote about a request. */
export interface Written {
  /** The audit key of the household whose request it is; null where it is about a place: that is nobody's. */
  auditKey: string | null;
  text: string;
}

@ObjectType('RequestEvent', {
  description: 'One step of a request: who took it, what it brought, and what the request was after it. Never changed.',
})
export class RequestEventType {
  townId: number;
  requestUuid: string;
  recordedById: string;
  unitUuid: string | null;
  holderUuid: string | null;
  subjectUuid: string;
  partyUuid: string | null;
  written: Written | null;
  @Field(() => Int, { description: 'The number of the step, from 1 on.' })
  seq: number;
  @Field(() => RequestStepEnum, { description: 'What was done.' })
  step: RequestStep;
  @Field(() => DateScalar, { description: 'The day on which it was done.' })
  happenedOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => RequestStateEnum, { description: 'What the request was after it.' })
  state: RequestState;
  @Field(() => RequestLevelEnum, { description: 'At which level it was after it.' })
  level: RequestLevel;
  @Field(() => HandlingClassEnum, { nullable: true, description: 'Of which class it was after it.' })
  handlingClass: HandlingClass | null;
  @Field(() => DateScalar, { description: 'The last day that the level had after it.' })
  dueOn: string;
  @Field(() => EvidenceKindEnum, { nullable: true, description: 'The kind of evidence that the step brought.' })
  evidence: EvidenceKind | null;
  @Field(() => FollowUpWayEnum, { nullable: true, description: 'How the follow-up was made.' })
  way: FollowUpWay | null;
  @Field(() => SatisfactionEnum, { nullable: true, description: 'What was said at the follow-up.' })
  satisfaction: Satisfaction | null;
  added: number | null;
}

export const RequestConnectionType = connectionType(() => RequestType, 'Request');
export type RequestConnectionType = InstanceType<typeof RequestConnectionType>;
