import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import {
  type FindingKind,
  type FindingState,
  type FindingStep,
  findingKinds,
  findingStates,
  findingSteps,
} from './finding-states.ts';

export const FindingKindEnum = enumOf(findingKinds);
registerEnumType(FindingKindEnum, {
  name: 'PatrolFindingKind',
  description: 'What a patrol brings up.',
  valuesConfig: {
    PROBLEM: { description: 'A problem 问题 that it found.' },
    SUGGESTION: { description: 'A suggestion 建议 that it makes.' },
  },
});

export const FindingStateEnum = enumOf(findingStates);
registerEnumType(FindingStateEnum, {
  name: 'PatrolFindingState',
  description: 'What has become of something that a patrol brought up.',
  valuesConfig: {
    OPEN: { description: 'Nothing yet 待处理.' },
    ACTED_ON: { description: 'It was acted on 已落实.' },
    REQUESTED: { description: 'It was raised as a request 已转诉求, whose fate it shares.' },
    PASSED_ON: { description: 'It was passed to a party outside 已转外单位.' },
    NOT_ADOPTED: { description: 'It was not adopted 未采纳, with a reason.' },
  },
});

export const FindingStepEnum = enumOf(findingSteps);
registerEnumType(FindingStepEnum, {
  name: 'PatrolFindingStep',
  description: 'What can be done with something that a patrol brought up.',
  valuesConfig: {
    RECORD: { description: 'Record it: `recordPatrol`, `addPatrolFinding`.' },
    CORRECT: { description: 'Write it anew 更正: `correctPatrolFinding`.' },
    ACT: { description: 'Note that it was acted on 落实: `actOnPatrolFinding`.' },
    RAISE: { description: 'Raise it as a request 转诉求: `raisePatrolFinding`.' },
    PASS_ON: { description: 'Pass it to a party outside 转外单位: `passOnPatrolFinding`.' },
    DECLINE: { description: 'Note that it is not adopted 不采纳: `declinePatrolFinding`.' },
    FOLLOW_UP: { description: 'Note how it went on 跟进: `followUpPatrolFinding`.' },
    REOPEN: { description: 'Open it again 重新处理: `reopenPatrolFinding`.' },
  },
});

@ObjectType('PatrolFinding', {
  implements: NodeType,
  description: 'A problem or a suggestion that a patrol brought up 巡逻发现, with what became of it.',
})
export class PatrolFindingType extends NodeType {
  typename: 'PatrolFinding';
  townId: number;
  uuid: string;
  patrolUuid: string;
  requestUuid: string | null;
  partyUuid: string | null;
  /** The day of the patrol. */
  patrolledOn: string;
  withdrawn: boolean;
  @Field(() => FindingKindEnum, { description: 'What it is.' })
  kind: FindingKind;
  @Field(() => FindingStateEnum, { description: 'What has become of it.' })
  state: FindingState;
  @Field(() => Boolean, {
    description:
      'Whether it was acted on 已落实: by itself, or as the request that it was raised as, which is handled.',
  })
  actedOn: boolean;
  @Field(() => Int, { description: 'How many steps it has been through; give it as `expectedVersion`.' })
  version: number;
}

export const PatrolFindingConnectionType = connectionType(() => PatrolFindingType, 'PatrolFinding');
export type PatrolFindingConnectionType = InstanceType<typeof PatrolFindingConnectionType>;

@ObjectType('PatrolFindingEvent', { description: 'One step of something that a patrol brought up. Never changed.' })
export class PatrolFindingEventType {
  townId: number;
  findingUuid: string;
  recordedById: string;
  requestUuid: string | null;
  partyUuid: string | null;
  @Field(() => Int, { description: 'The number of the step, from 1 on.' })
  seq: number;
  @Field(() => FindingStepEnum, { description: 'What was done.' })
  step: FindingStep;
  @Field(() => DateScalar, { description: 'The day on which it was done.' })
  happenedOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => FindingStateEnum, { description: 'What had become of it after the step.' })
  state: FindingState;
  @Field(() => String, { nullable: true, description: 'What was written with it.' })
  text: string | null;
  @Field(() => String, { nullable: true, description: 'Where it is, as it was recorded or corrected.' })
  place: string | null;
}

@ObjectType('PatrolFindingTransition', { description: 'That a step leads from some states to another one.' })
export class PatrolFindingTransitionType {
  @Field(() => FindingStepEnum, { description: 'The step.' })
  step: FindingStep;
  @Field(() => [FindingStateEnum], { description: 'The states from which it may be taken; none for the first step.' })
  from: FindingState[];
  @Field(() => FindingStateEnum, { nullable: true, description: 'The state that it leads to; null where it stays.' })
  to: FindingState | null;
}
