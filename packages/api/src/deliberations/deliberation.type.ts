import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import {
  type DeliberationState,
  type DeliberationStep,
  deliberationStates,
  deliberationSteps,
  type Electorate,
  electorates,
  type MeetingKind,
  meetingKinds,
} from './deliberation-states.ts';

export const DeliberationStateEnum = enumOf(deliberationStates);
registerEnumType(DeliberationStateEnum, {
  name: 'DeliberationState',
  description: 'What a deliberation 议事 is at the moment.',
  valuesConfig: {
    PREPARED: { description: 'Being prepared 准备中: nobody votes yet.' },
    VOTING: { description: 'Voted on 表决中, until `closesAt`.' },
    CLOSED: { description: 'The vote is over 表决截止, and to be decided. Its clock alone closes it.' },
    PASSED: { description: 'Passed 通过 by its rule: the work may begin once each objection has an answer.' },
    REJECTED: { description: 'Not passed 未通过 by its rule.' },
    IN_WORK: { description: 'What was passed is being done 实施中.' },
    DONE: { description: 'Done 已完成.' },
    CALLED_OFF: { description: 'Called off 已终止 with a reason.' },
  },
});

export const DeliberationStepEnum = enumOf(deliberationSteps);
registerEnumType(DeliberationStepEnum, {
  name: 'DeliberationStep',
  description: 'What can be done with a deliberation as a whole.',
  valuesConfig: {
    PROPOSE: { description: 'Propose 提出: `proposeDeliberation`.' },
    REVISE: { description: 'Write the question anew 修改: `reviseDeliberation`.' },
    ADD_VOTERS: { description: 'Add who is to vote 增加表决人: `addDeliberationVoters`.' },
    LEAVE_OUT: { description: 'Leave out who is not to vote 排除表决人: `leaveOutDeliberationVoters`.' },
    MEET: { description: 'Put down a meeting 会议: `holdDeliberationMeeting`.' },
    OPEN: { description: 'Open the vote 开始表决: `openDeliberation`.' },
    DECIDE: { description: 'Have the rule decide 决定: `decideDeliberation`.' },
    BEGIN_WORK: { description: 'Begin the work 开工: `beginDeliberatedWork`.' },
    REPORT: { description: 'Report on the work 进展: `reportDeliberatedWork`.' },
    FINISH: { description: 'Finish the work 完工: `finishDeliberatedWork`.' },
    CHECK: { description: 'Check afterwards how it is 回访检查: `checkDeliberatedWork`.' },
    CALL_OFF: { description: 'Call it off 终止: `callOffDeliberation`.' },
  },
});

export const ElectorateEnum = enumOf(electorates);
registerEnumType(ElectorateEnum, {
  name: 'DeliberationElectorate',
  description: 'Who votes in a deliberation.',
  valuesConfig: {
    HOUSEHOLDS: { description: 'The households of its unit 户, one vote each.' },
    PEOPLE: { description: 'People of the town who are named, such as residents’ representatives 居民代表.' },
  },
});

export const MeetingKindEnum = enumOf(meetingKinds);
registerEnumType(MeetingKindEnum, {
  name: 'DeliberationMeetingKind',
  description: 'Whose meeting it was.',
  valuesConfig: {
    RESIDENTS: { description: 'A residents’ meeting 居民会议.' },
    PARTY: { description: 'A Party members’ meeting 党员会议.' },
  },
});

@ObjectType('Deliberation', {
  implements: NodeType,
  description:
    'A deliberation 议事: a question that helps some and hurts others, put to a vote, decided by a rule alone, with each objection and its answer. All who work for the town see it; how somebody voted, only those who manage it.',
})
export class DeliberationType extends NodeType {
  typename: 'Deliberation';
  townId: number;
  uuid: string;
  unitUuid: string;
  ruleUuid: string;
  ruleVersionUuid: string | null;
  recordedById: string;
  @Field(() => String, { description: 'The question that is voted on.' })
  question: string;
  @Field(() => String, { description: 'What it is about.' })
  description: string;
  @Field(() => ElectorateEnum, { description: 'Who votes.' })
  electorate: Electorate;
  @Field(() => DeliberationStateEnum, { description: 'What it is at the moment.' })
  state: DeliberationState;
  @Field(() => DateScalar, { description: 'The day on which it was proposed.' })
  proposedOn: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the vote was opened; null until then.' })
  openedAt: Date | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the vote closes, or did; null until it is opened.',
  })
  closesAt: Date | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was decided.' })
  decidedOn: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it passed; null until it is decided.' })
  passed: boolean | null;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => Int, { description: 'How many steps it has been through; give it as `expectedVersion`.' })
  version: number;
}

export const DeliberationConnectionType = connectionType(() => DeliberationType, 'Deliberation');
export type DeliberationConnectionType = InstanceType<typeof DeliberationConnectionType>;

const told = 'To an application as `Indicator.suppressedBelow` says.';

@ObjectType('DeliberationTally', {
  description: 'How many may vote in a deliberation, how they voted, and what is missing.',
})
export class DeliberationTallyType {
  @Field(() => Int, { nullable: true, description: `How many may vote; 0 until the vote is opened. ${told}` })
  voters: number | null;
  @Field(() => Int, { nullable: true, description: `How many voted for it. ${told}` })
  inFavour: number | null;
  @Field(() => Int, { nullable: true, description: `How many voted against it. ${told}` })
  against: number | null;
  @Field(() => Int, { nullable: true, description: `How many abstained. ${told}` })
  abstained: number | null;
  @Field(() => Int, {
    nullable: true,
    description: `How many have not voted: \`voters\` with \`voted: false\` are who, and \`recordDeliberationVote\` mends it. ${told}`,
  })
  notVoted: number | null;
  @Field(() => Int, {
    nullable: true,
    description: `How many votes against have no reason put down: \`recordDeliberationObjection\` mends it. ${told}`,
  })
  withoutReason: number | null;
  @Field(() => Int, { nullable: true, description: `How many objections there are. ${told}` })
  objections: number | null;
  @Field(() => Int, {
    nullable: true,
    description: `How many objections have no answer: \`answerDeliberationObjection\` mends it, and the work does not begin before. ${told}`,
  })
  unanswered: number | null;
}

@ObjectType('DeliberationCalculation', { description: 'How a rule decides votes, in whole numbers.' })
export class DeliberationCalculationType {
  @Field(() => Int, { nullable: true, description: `Of how many the threshold is a part. ${told}` })
  base: number | null;
  @Field(() => Int, { nullable: true, description: `How many votes for it it takes, at least one. ${told}` })
  needed: number | null;
  @Field(() => Int, { nullable: true, description: `How many there are. ${told}` })
  inFavour: number | null;
  @Field(() => Int, { nullable: true, description: `How many have to vote; 0 where any number will do. ${told}` })
  turnoutNeeded: number | null;
  @Field(() => Int, { nullable: true, description: `How many voted. ${told}` })
  voted: number | null;
  @Field(() => Boolean, { description: 'Whether it passes.' })
  passed: boolean;
}

@ObjectType('DeliberationMeeting', { description: 'A meeting 会议 about a deliberation. Never changed.' })
export class DeliberationMeetingType {
  townId: number;
  recordedById: string;
  requestUuids: string[];
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => MeetingKindEnum, { description: 'Whose meeting it was.' })
  kind: MeetingKind;
  @Field(() => DateScalar, { description: 'The day on which it was held.' })
  heldOn: string;
  @Field(() => String, { description: 'Where.' })
  place: string;
  @Field(() => Int, { description: 'How many came.' })
  present: number;
  @Field(() => String, { description: 'What was said and agreed.' })
  minutes: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
}

@ObjectType('DeliberationEvent', {
  description: 'One step of a deliberation: who took it, and what the deliberation was after it. Never changed.',
})
export class DeliberationEventType {
  townId: number;
  recordedById: string;
  @Field(() => Int, { description: 'The number of the step, from 1 on.' })
  seq: number;
  @Field(() => DeliberationStepEnum, { description: 'What was done.' })
  step: DeliberationStep;
  @Field(() => DateScalar, { description: 'The day on which it was done.' })
  happenedOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => DeliberationStateEnum, { description: 'What the deliberation was after it.' })
  state: DeliberationState;
  @Field(() => String, { nullable: true, description: 'What was written with it: a reason, a report.' })
  text: string | null;
}

@ObjectType('DeliberationTransition', {
  description: 'That a step leads from some states of a deliberation to another one.',
})
export class DeliberationTransitionType {
  @Field(() => DeliberationStepEnum, { description: 'The step.' })
  step: DeliberationStep;
  @Field(() => [DeliberationStateEnum], {
    description: 'The states from which it may be taken; none for the first step.',
  })
  from: DeliberationState[];
  @Field(() => [DeliberationStateEnum], {
    description: 'The states of which it leads to one; none where the state stays. Of several the rule says which.',
  })
  to: DeliberationState[];
}
