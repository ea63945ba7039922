import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Input } from '../schema/keyed.input.ts';
import { answerObjection, recordReply } from './answer-objection.ts';
import { changeDeliberation } from './change-deliberation.ts';
import { DeliberationPayload } from './deliberation.input.ts';
import { recordObjection } from './record-objection.ts';
import { recordVote, withdrawVote } from './record-vote.ts';
import {
  AnswerObjectionInput,
  RecordObjectionInput,
  RecordReplyInput,
  RecordVoteInput,
  WithdrawVoteInput,
} from './vote.input.ts';

@Resolver()
export class VoteMutations {
  @Mutation(() => DeliberationPayload, {
    description: 'Records how somebody votes 登记表决. Nobody votes twice, and nobody after the close.',
  })
  recordDeliberationVote(
    @Ctx() ctx: Context,
    @Input(() => RecordVoteInput) input: RecordVoteInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'recordDeliberationVote', 'voter', input, (desk) =>
      recordVote(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, {
    description: 'Withdraws a vote while the vote is open 撤回表决; they may vote anew.',
  })
  withdrawDeliberationVote(
    @Ctx() ctx: Context,
    @Input(() => WithdrawVoteInput) input: WithdrawVoteInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'withdrawDeliberationVote', 'voter', input, (desk) =>
      withdrawVote(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, {
    description: 'Records why somebody did not vote for it 登记异议, also after the vote.',
  })
  recordDeliberationObjection(
    @Ctx() ctx: Context,
    @Input(() => RecordObjectionInput) input: RecordObjectionInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'recordDeliberationObjection', 'voter', input, (desk) =>
      recordObjection(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Answers an objection 答复异议.' })
  answerDeliberationObjection(
    @Ctx() ctx: Context,
    @Input(() => AnswerObjectionInput) input: AnswerObjectionInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'answerDeliberationObjection', 'objection', input, (desk) =>
      answerObjection(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Puts down what who objected said to the latest answer.' })
  recordObjectorReply(
    @Ctx() ctx: Context,
    @Input(() => RecordReplyInput) input: RecordReplyInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'recordObjectorReply', 'objection', input, (desk) =>
      recordReply(desk, ctx.signedIn, input),
    );
  }
}
