import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import {
  type ObjectorReply,
  objectorReplies,
  type TalkWay,
  talkWays,
  type VoteChoice,
  voteChoices,
} from './deliberation-states.ts';

export const VoteChoiceEnum = enumOf(voteChoices);
registerEnumType(VoteChoiceEnum, {
  name: 'VoteChoice',
  description: 'How somebody votes.',
  valuesConfig: {
    FOR: { description: 'For it 同意.' },
    AGAINST: { description: 'Against it 反对.' },
    ABSTAINED: { description: 'Neither 弃权.' },
  },
});

export const TalkWayEnum = enumOf(talkWays);
registerEnumType(TalkWayEnum, {
  name: 'DeliberationTalk',
  description: 'By what talk an objection was answered.',
  valuesConfig: {
    AT_HOME: { description: 'At home 上门.' },
    TELEPHONE: { description: 'By telephone 电话.' },
    MEETING: { description: 'At a meeting 会上.' },
    IN_WRITING: { description: 'In writing 书面.' },
  },
});

export const ObjectorReplyEnum = enumOf(objectorReplies);
registerEnumType(ObjectorReplyEnum, {
  name: 'ObjectorReply',
  description: 'What who objected said to an answer.',
  valuesConfig: {
    SATISFIED: { description: 'Satisfied 满意.' },
    MAINTAINED: { description: 'The objection stands 保留意见.' },
    WITHDRAWN: { description: 'The objection is taken back 撤回异议.' },
  },
});

@ObjectType('DeliberationVoter', {
  description: 'Who may vote in a deliberation 表决人: put down when the vote was opened.',
})
export class DeliberationVoterType {
  townId: number;
  uuid: string;
  deliberationUuid: string;
  householdUuid: string | null;
  personUuid: string | null;
  /** Whom readings of how they voted are recorded of. */
  auditKey: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => Boolean, { description: 'Whether they have voted; how is in `votes`.' })
  voted: boolean;
}

export const DeliberationVoterConnectionType = connectionType(() => DeliberationVoterType, 'DeliberationVoter');
export type DeliberationVoterConnectionType = InstanceType<typeof DeliberationVoterConnectionType>;

@ObjectType('DeliberationVote', { description: 'A vote 表决, the one that holds or one that was withdrawn.' })
export class DeliberationVoteType {
  townId: number;
  recordedById: string;
  @Field(() => VoteChoiceEnum, { description: 'How.' })
  choice: VoteChoice;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn; null where it holds.' })
  withdrawnAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  withdrawnBecause: string | null;
}

@ObjectType('DeliberationAnswer', { description: 'An answer to an objection, and what who objected said to it.' })
export class DeliberationAnswerType {
  townId: number;
  personUuid: string;
  textInFull: string;
  auditKey: string;
  @Field(() => TalkWayEnum, { description: 'By what talk.' })
  way: TalkWay;
  @Field(() => DateScalar, { description: 'The day on which it was answered.' })
  answeredOn: string;
  @Field(() => ObjectorReplyEnum, { nullable: true, description: 'What who objected said to it; null until they did.' })
  reply: ObjectorReply | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which they did.' })
  repliedOn: string | null;
}

@ObjectType('DeliberationObjection', {
  description: 'Why somebody did not vote for it 异议, with the answers. It goes with the vote that it came with.',
})
export class DeliberationObjectionType {
  townId: number;
  uuid: string;
  voterUuid: string;
  textInFull: string;
  auditKey: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => DateScalar, { description: 'The day on which it was recorded.' })
  raisedOn: string;
  @Field(() => Boolean, { description: 'Whether it has an answer.' })
  answered: boolean;
}

export const DeliberationObjectionConnectionType = connectionType(
  () => DeliberationObjectionType,
  'DeliberationObjection',
);
export type DeliberationObjectionConnectionType = InstanceType<typeof DeliberationObjectionConnectionType>;
