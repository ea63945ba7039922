import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PermissionEnum } from '../access/permission.type.ts';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import {
  type PetitionClass,
  type PetitionOutcome,
  type PetitionState,
  type PetitionStep,
  type PetitionWay,
  petitionClasses,
  petitionOutcomes,
  petitionStates,
  petitionSteps,
  petitionWays,
} from './petition-states.ts';

export const PetitionWayEnum = enumOf(petitionWays);
registerEnumType(PetitionWayEnum, {
  name: 'PetitionWay',
  description: 'How a petition 信访 was received.',
  valuesConfig: {
    PAPER: { description: 'On paper 来信.' },
    WEB: { description: 'On the web 网上信访.' },
    IN_PERSON: { description: 'In person 来访. Of several who come with one matter at most five speak for all.' },
  },
});

export const PetitionClassEnum = enumOf(petitionClasses);
registerEnumType(PetitionClassEnum, {
  name: 'PetitionClass',
  description: 'What kind of petition it is.',
  valuesConfig: {
    SUGGESTION: { description: 'A suggestion or opinion 建议意见.' },
    ACCUSATION: { description: 'An accusation 检举控告.' },
    CLAIM: { description: 'A claim for which a decision is sought 申诉求决.' },
  },
});

export const PetitionStateEnum = enumOf(petitionStates);
registerEnumType(PetitionStateEnum, {
  name: 'PetitionState',
  description: 'What a petition is at the moment.',
  valuesConfig: {
    RECEIVED: { description: 'Received 已登记: to be accepted or not within 15 days.' },
    ACCEPTED: { description: 'Accepted 已受理: to be answered within 60 days.' },
    DECLINED: { description: 'Not accepted 不予受理.' },
    ANSWERED: { description: 'Answered 已答复, and to be closed.' },
    CLOSED: { description: 'Closed 已办结.' },
    WITHDRAWN: { description: 'Withdrawn 已撤回 by the petitioners.' },
  },
});

export const PetitionStepEnum = enumOf(petitionSteps);
registerEnumType(PetitionStepEnum, {
  name: 'PetitionStep',
  description: 'What can be done with a petition.',
  valuesConfig: {
    RECEIVE: { description: 'Receive 登记: `recordPetition`.' },
    ADD_PETITIONERS: { description: 'Add petitioners 补充信访人: `addPetitioners`.' },
    CHOOSE_REPRESENTATIVES: { description: 'Say who speaks for all 推选代表: `chooseRepresentatives`.' },
    ACCEPT: { description: 'Accept 受理, or hand over to somebody else 移交: `acceptPetition`.' },
    DECLINE: { description: 'Not accept 不予受理: `declinePetition`.' },
    TRANSFER: { description: 'Give to another unit or to the town 转送交办: `transferPetition`.' },
    FORM_GROUP: { description: 'Form the emergency group 成立应急小组, or add to it: `formEmergencyGroup`.' },
    MEET: { description: 'Hold a meeting 协调会: `holdPetitionMeeting`.' },
    RAISE_REQUEST: { description: 'Raise a request 转为诉求: `raisePetitionRequest`.' },
    EXTEND: { description: 'Extend the deadline 延长期限: `extendPetition`.' },
    ANSWER: { description: 'Answer 答复: `answerPetition`.' },
    CLOSE: { description: 'Close 办结: `closePetition`.' },
    WITHDRAW: { description: 'Withdraw 撤回: `withdrawPetition`.' },
  },
});

export const PetitionOutcomeEnum = enumOf(petitionOutcomes);
registerEnumType(PetitionOutcomeEnum, {
  name: 'PetitionOutcome',
  description: 'How a petition ended.',
  valuesConfig: {
    SETTLED: { description: 'Settled 已化解: the petitioners are content.' },
    NOT_SETTLED: { description: 'Not settled 未化解: answered, and the petitioners are not content.' },
    REVIEW: { description: 'Review 复查: the petitioners asked the level above to review the answer.' },
  },
});

@ObjectType('Petition', {
  implements: NodeType,
  description:
    'A petition 信访 of one or many people. It is seen by the officers of the unit that deals with it, of the units above it, and by the town, but for the people of a unit accused; no team and no district office sees any.',
})
export class PetitionType extends NodeType {
  typename: 'Petition';
  townId: number;
  uuid: string;
  subjectUuid: string;
  unitUuid: string | null;
  accusedUuid: string | null;
  holderUuid: string | null;
  recordedById: string;
  auditKey: string;
  @Field(() => String, { description: 'What people call it by 编号, such as P2026-000123.' })
  number: string;
  @Field(() => PetitionWayEnum, { description: 'How it was received.' })
  way: PetitionWay;
  @Field(() => PetitionClassEnum, { description: 'What kind it is.' })
  class: PetitionClass;
  @Field(() => Int, { description: 'How many people it is from, those who are not named included.' })
  people: number;
  @Field(() => PetitionStateEnum, { description: 'What it is at the moment.' })
  state: PetitionState;
  @Field(() => DateScalar, { description: 'The day on which it was received.' })
  receivedOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day 期限 to say whether it is accepted, or, once it is, to answer it; null after that.',
  })
  dueOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was accepted.' })
  acceptedOn: string | null;
  @Field(() => Int, { nullable: true, description: 'By how many days its deadline was extended; at most 30.' })
  extendedBy: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which its emergency group 应急小组 was formed.' })
  groupFormedOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was answered.' })
  answeredOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was closed.' })
  closedOn: string | null;
  @Field(() => PetitionOutcomeEnum, { nullable: true, description: 'How it ended; null until it is closed.' })
  outcome: PetitionOutcome | null;
  @Field(() => Int, { description: 'How many steps it has been through; give it as `expectedVersion`.' })
  version: number;
}

export const PetitionConnectionType = connectionType(() => PetitionType, 'Petition');
export type PetitionConnectionType = InstanceType<typeof PetitionConnectionType>;

@ObjectType('PetitionTransition', { description: 'That a step leads from some states of a petition to another one.' })
export class PetitionTransitionType {
  @Field(() => PetitionStepEnum, { description: 'The step.' })
  step: PetitionStep;
  @Field(() => [PetitionStateEnum], { description: 'The states from which it may be taken; none for the first step.' })
  from: PetitionState[];
  @Field(() => PetitionStateEnum, { nullable: true, description: 'The state that it leads to; null where it stays.' })
  to: PetitionState | null;
  @Field(() => PermissionEnum, { description: 'The permission that it takes, at the unit that deals with it.' })
  permission: string;
}
