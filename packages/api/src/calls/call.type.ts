import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SatisfactionEnum } from '../handling/handling.type.ts';
import type { Satisfaction } from '../handling/transitions.ts';
import type { FollowUpWay } from '../requests/request.entity.ts';
import { FollowUpWayEnum } from '../requests/request.type.ts';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateTimeScalar } from '../schema/scalars.ts';
import { type CallState, type CallStep, callStates, callSteps } from './call-states.ts';

export const CallStateEnum = enumOf(callStates);
registerEnumType(CallStateEnum, {
  name: 'CallState',
  description: 'What a call 来电 is at the moment.',
  valuesConfig: {
    MISSED: { description: 'Nobody answered 未接: to be called back.' },
    ANSWERED: { description: 'Answered 已答复: to be followed up.' },
    REQUESTED: { description: 'Passed on as requests 转诉求: what becomes of those becomes of it.' },
    REOPENED: { description: 'Somebody was dissatisfied with the answer 待再答复: to be answered again.' },
    CLOSED: { description: 'Answered and followed up 已回访.' },
    WITHDRAWN: { description: 'Withdrawn 已撤回: it never was, or was recorded twice.' },
  },
});

export const CallStepEnum = enumOf(callSteps);
registerEnumType(CallStepEnum, {
  name: 'CallStep',
  description: 'What can be done with a call.',
  valuesConfig: {
    TAKE: { description: 'Take it 接听: `recordCall`.' },
    MISS: { description: 'Miss it 漏接: `recordMissedCall`.' },
    TRY: { description: 'Try to reach the caller, in vain 未联系上: `tryCaller`.' },
    ANSWER: { description: 'Call back, answer again, or pass more on as requests 回电答复: `answerCall`.' },
    FOLLOW_UP: { description: 'Follow the answer up 回访: `followUpCall`.' },
    REVISE: { description: 'Write it anew 更正: `reviseCall`.' },
    WITHDRAW: { description: 'Withdraw it 撤回, as long as it was never followed up: `withdrawCall`.' },
  },
});

@ObjectType('Call', {
  implements: NodeType,
  description:
    'A call 来电 to a hotline. It is seen by the social workers and officers of the unit whose hotline it is, of the units above it, and by the town; no team and no district office sees any.',
})
export class CallType extends NodeType {
  typename: 'Call';
  townId: number;
  uuid: string;
  hotlineUuid: string;
  unitUuid: string | null;
  answeredByUuid: string | null;
  householdUuid: string | null;
  residentUuid: string | null;
  aboutUuid: string | null;
  recordedById: string;
  @Field(() => String, { description: 'What people call it by 编号, such as C2026-000123.' })
  number: string;
  @Field(() => DateTimeScalar, { description: 'When it rang.' })
  calledAt: Date;
  @Field(() => Int, { nullable: true, description: 'How long it took, in seconds; null where nobody noted it.' })
  seconds: number | null;
  @Field(() => Boolean, { description: 'Whether nobody answered when it rang, be it that somebody called back since.' })
  missed: boolean;
  @Field(() => CallStateEnum, { description: 'What it is at the moment.' })
  state: CallState;
  @Field(() => SatisfactionEnum, {
    nullable: true,
    description:
      'What was said at the latest follow-up of the answer; null as long as there was none, and of requests.',
  })
  satisfaction: Satisfaction | null;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => Int, { description: 'How many steps it has been through; give it as `expectedVersion`.' })
  version: number;
}

export const CallConnectionType = connectionType(() => CallType, 'Call');
export type CallConnectionType = InstanceType<typeof CallConnectionType>;

/** What is personal of a call, as it is stored: only for resolvers that ask `personal` before they answer it. */
export interface CallAccount {
  callerName: string | null;
  telephone: string | null;
  matter: string | null;
  answer: string | null;
}

@ObjectType('CallEvent', {
  description:
    'One step of a call: who took it, what was written with it, and what the call was after it. Never changed.',
})
export class CallEventType {
  townId: number;
  recordedById: string;
  answeredByUuid: string | null;
  householdUuid: string | null;
  /** The audit key of the household that called as it was known then, or the call's own. */
  subject: string;
  inFull: CallAccount;
  textInFull: string | null;
  @Field(() => Int, { description: 'The number of the step, from 1 on.' })
  seq: number;
  @Field(() => CallStepEnum, { description: 'What was done.' })
  step: CallStep;
  @Field(() => DateTimeScalar, { description: 'When it was done.' })
  happenedAt: Date;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => CallStateEnum, { description: 'What the call was after it.' })
  state: CallState;
  @Field(() => DateTimeScalar, { description: 'When it rang, as it was known then.' })
  calledAt: Date;
  @Field(() => Int, { nullable: true, description: 'How long it took, in seconds, as it was known then.' })
  seconds: number | null;
  @Field(() => FollowUpWayEnum, { nullable: true, description: 'How the follow-up was made.' })
  way: FollowUpWay | null;
  @Field(() => SatisfactionEnum, { nullable: true, description: 'What was said at the latest follow-up, after it.' })
  satisfaction: Satisfaction | null;
}

@ObjectType('CallTransition', { description: 'That a step leads from some states of a call to another one.' })
export class CallTransitionType {
  @Field(() => CallStepEnum, { description: 'The step.' })
  step: CallStep;
  @Field(() => [CallStateEnum], { description: 'The states from which it may be taken; none for the first step.' })
  from: CallState[];
  @Field(() => CallStateEnum, { nullable: true, description: 'The state that it leads to; null where it stays.' })
  to: CallState | null;
  @Field(() => [SatisfactionEnum], {
    nullable: true,
    description: 'For a follow-up, the answers with which it leads there.',
  })
  satisfaction: Satisfaction[] | null;
  @Field(() => Boolean, { description: 'Whether it may be taken only as long as the call was never followed up.' })
  notFollowedUp: boolean;
}
