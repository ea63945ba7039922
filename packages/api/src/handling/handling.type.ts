import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PermissionEnum } from '../access/permission.type.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { type EvidenceKind, evidenceKinds, type HandlingClass, handlingClasses } from './classes.ts';
import { type RequestLevel, requestLevels } from './levels.ts';
import {
  type RequestState,
  type RequestStep,
  requestStates,
  requestSteps,
  type Satisfaction,
  satisfactions,
} from './transitions.ts';

export const RequestStateEnum = enumOf(requestStates);
registerEnumType(RequestStateEnum, {
  name: 'RequestState',
  description: 'What a request 诉求 is at the moment.',
  valuesConfig: {
    RAISED: { description: 'Raised 待受理, or come to another level: nobody there has accepted it yet.' },
    ACCEPTED: { description: 'Accepted 办理中: somebody holds it.' },
    REFERRED: { description: 'Referred 已转办 to a party outside, whose answer is awaited.' },
    HANDLED: { description: 'Handled 已办结, and to be followed up.' },
    CLOSED: { description: 'Closed 已结案 by a follow-up.' },
    WITHDRAWN: { description: 'Withdrawn 已撤回: it was raised in error, or taken back before anything came of it.' },
  },
});

export const RequestStepEnum = enumOf(requestSteps);
registerEnumType(RequestStepEnum, {
  name: 'RequestStep',
  description: 'What can be done with a request.',
  valuesConfig: {
    RAISE: { description: 'Raise 登记: `raiseRequest`.' },
    ACCEPT: { description: 'Accept 受理, or hand over to somebody else 移交: `acceptRequest`.' },
    CLASSIFY: { description: 'Say its class of handling 分类, or another subject: `classifyRequest`.' },
    ESCALATE: { description: 'Bring to a higher level 上报: `escalateRequest`.' },
    RETURN: { description: 'Give back to a lower level 退回: `returnRequest`.' },
    REFER: { description: 'Refer to a party outside 转办: `referRequest`.' },
    NOTE_ANSWER: { description: 'Note what the party outside answered 答复: `notePartyAnswer`.' },
    ADD_EVIDENCE: { description: 'Add evidence 佐证: `addRequestEvidence`.' },
    ADD_PHOTOS: { description: 'Add photographs 照片: `addRequestPhotos`.' },
    ADD_HOUSEHOLDS: { description: 'Add households that it concerns, too: `addRequestHouseholds`.' },
    HANDLE: { description: 'Say that it is handled, and how 办结: `handleRequest`.' },
    FOLLOW_UP: { description: 'Follow up 回访: `followUpRequest`.' },
    WITHDRAW: {
      description: 'Withdraw 撤回, as long as it was never referred to a party outside or handled: `withdrawRequest`.',
    },
  },
});

export const RequestLevelEnum = enumOf(requestLevels);
registerEnumType(RequestLevelEnum, {
  name: 'RequestLevel',
  description: 'One of the four linked levels 四级联动.',
  valuesConfig: {
    BLOCK: { description: 'The block 块区.' },
    COMMITTEE: {
      description:
        'The village 村 or residential committee 居委会, or what stands in their place: a special area, a park, or a community with blocks directly under it.',
    },
    SERVICE_AREA: { description: 'The service area 服务区, or a community above villages and committees.' },
    TOWN: { description: 'The town 镇 itself.' },
  },
});

export const HandlingClassEnum = enumOf(handlingClasses);
registerEnumType(HandlingClassEnum, {
  name: 'HandlingClass',
  description: 'A class of handling 分类处置.',
  valuesConfig: {
    INDIVIDUAL: { description: 'An individual demand with limits 个别诉求: explained.' },
    REASONABLE: { description: 'A reasonable improvement 合理诉求: pushed through the levels.' },
    MIXED: {
      description:
        'One that helps some and hurts others 利弊兼有: deliberated in residents’ and Party members’ meetings.',
    },
  },
});

export const EvidenceKindEnum = enumOf(evidenceKinds);
registerEnumType(EvidenceKindEnum, {
  name: 'EvidenceKind',
  description: 'What shows that a request was handled as its class asks for 佐证.',
  valuesConfig: {
    EXPLANATION: { description: 'What was explained to whoever asked 解释说明.' },
    WORK_RECORD: { description: 'A record of the work 办理记录.' },
    RESIDENTS_MEETING: { description: 'Minutes of a residents’ meeting 居民会议记录.' },
    PARTY_MEETING: { description: 'Minutes of a Party members’ meeting 党员会议记录.' },
  },
});

export const SatisfactionEnum = enumOf(satisfactions);
registerEnumType(SatisfactionEnum, {
  name: 'Satisfaction',
  description: 'What was said at a follow-up 满意度.',
  valuesConfig: {
    SATISFIED: { description: 'Satisfied 满意: the request is closed.' },
    FAIRLY: { description: 'Fairly satisfied 基本满意: the request is closed.' },
    DISSATISFIED: { description: 'Dissatisfied 不满意: the request is opened again.' },
  },
});

@ObjectType('RequestSubject', {
  implements: NodeType,
  description: 'What requests are about 诉求类别, as a town lists it, such as water supply 供水.',
})
export class RequestSubjectType extends NodeType {
  typename: 'RequestSubject';
  townId: number;
  uuid: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which nothing is raised under it any more; null while it is in use.',
  })
  endedOn: string | null;
}

@ObjectType('ExternalParty', {
  implements: NodeType,
  description:
    'A party outside 外部单位 to which requests are referred, such as a property company or the power supplier.',
})
export class ExternalPartyType extends NodeType {
  typename: 'ExternalParty';
  townId: number;
  uuid: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which nothing is referred to it any more; null while it is in use.',
  })
  endedOn: string | null;
}

@ObjectType('DeadlineRule', { description: 'How long a level has for requests 办理时限.' })
export class DeadlineRuleType {
  townId: number;
  subjectUuid: string | null;
  @Field(() => RequestLevelEnum, { description: 'The level.' })
  level: RequestLevel;
  @Field(() => Int, { description: 'How many working days it has; 0 is the same day.' })
  workingDays: number;
}

@ObjectType('RequestTransition', { description: 'That a step leads from some states of a request to another one.' })
export class RequestTransitionType {
  @Field(() => RequestStepEnum, { description: 'The step.' })
  step: RequestStep;
  @Field(() => [RequestStateEnum], { description: 'The states from which it may be taken; none for the first step.' })
  from: RequestState[];
  @Field(() => RequestStateEnum, {
    nullable: true,
    description: 'The state that it leads to; null where the state stays.',
  })
  to: RequestState | null;
  @Field(() => [SatisfactionEnum], {
    nullable: true,
    description: 'For a follow-up, the answers with which it leads there; null for other steps.',
  })
  satisfaction: Satisfaction[] | null;
  @Field(() => Boolean, {
    description:
      'Whether it may be taken only as long as the request was never referred to a party outside or handled.',
  })
  untouched: boolean;
  @Field(() => PermissionEnum, { description: 'The permission that it takes.' })
  permission: string;
  @Field(() => Boolean, {
    description:
      'Whether the permission must reach the unit of the request’s level; else it must reach where the request stands.',
  })
  atLevel: boolean;
}

@ObjectType('HandlingClassRule', { description: 'What a class of handling asks for.' })
export class HandlingClassRuleType {
  @Field(() => HandlingClassEnum, { description: 'The class.' })
  handlingClass: HandlingClass;
  @Field(() => [EvidenceKindEnum], { description: 'The evidence without which no request of it is handled.' })
  requiredEvidence: EvidenceKind[];
}
