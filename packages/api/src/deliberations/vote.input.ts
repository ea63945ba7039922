import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import type { ObjectorReply, TalkWay, VoteChoice } from './deliberation-states.ts';
import { ObjectorReplyEnum, TalkWayEnum, VoteChoiceEnum } from './vote.type.ts';

@InputType('DeliberationVoterFilter', { description: 'Which voters of a deliberation are listed.' })
export class VoterFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only those who have voted, or have not.' })
  voted?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'With true only those who voted against it and gave no reason: `recordDeliberationObjection` mends it. Only in an operation with `@purpose`, and none for who does not manage the deliberation.',
  })
  withoutReason?: boolean | null;
}

@ArgsType()
export class VotersArgs extends PageArgs {
  @Field(() => VoterFilter, { nullable: true, description: 'Which voters; all unless told.' })
  filter?: VoterFilter | null;
}

@ArgsType()
export class ObjectionsArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Only those with an answer, or without; all unless told.' })
  answered?: boolean | null;
}

const text = 'at most 2,000 characters';

@InputType('RecordDeliberationVoteInput', { description: 'How somebody votes.' })
export class RecordVoteInput extends KeyedInput {
  @Field(() => ID, { description: 'The voter.' })
  voter: string;
  @Field(() => VoteChoiceEnum, { description: 'How they vote.' })
  choice: VoteChoice;
  @Field(() => [String], {
    nullable: true,
    description: `Why they do not vote for it: at most 20 objections, each ${text}. More can be recorded later.`,
  })
  objections?: string[] | null;
}

@InputType('WithdrawDeliberationVoteInput', { description: 'That somebody’s vote does not hold; they may vote anew.' })
export class WithdrawVoteInput extends KeyedInput {
  @Field(() => ID, { description: 'The voter.' })
  voter: string;
  @Field(() => String, { description: `Why, ${text}.` })
  reason: string;
}

@InputType('RecordDeliberationObjectionInput', { description: 'Why somebody did not vote for it.' })
export class RecordObjectionInput extends KeyedInput {
  @Field(() => ID, { description: 'The voter, who voted against it or abstained.' })
  voter: string;
  @Field(() => String, { description: `What they object, ${text}.` })
  text: string;
}

@InputType('AnswerDeliberationObjectionInput', { description: 'An answer to an objection.' })
export class AnswerObjectionInput extends KeyedInput {
  @Field(() => ID, { description: 'The objection.' })
  objection: string;
  @Field(() => String, { description: `What was answered, ${text}.` })
  text: string;
  @Field(() => TalkWayEnum, { description: 'By what talk.' })
  way: TalkWay;
  @Field(() => ID, { description: 'Who answered: a person of the town.' })
  person: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was answered; today unless told.' })
  on?: string | null;
}

@InputType('RecordObjectorReplyInput', { description: 'What who objected said to the latest answer.' })
export class RecordReplyInput extends KeyedInput {
  @Field(() => ID, { description: 'The objection.' })
  objection: string;
  @Field(() => ObjectorReplyEnum, { description: 'What they said.' })
  reply: ObjectorReply;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which they did; today unless told.' })
  on?: string | null;
}
