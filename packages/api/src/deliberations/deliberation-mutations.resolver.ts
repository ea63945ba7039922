import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Input } from '../schema/keyed.input.ts';
import { changeDeliberation } from './change-deliberation.ts';
import { beginWork, callOff, decideDeliberation, followWork } from './decide-deliberation.ts';
import {
  AddVotersInput,
  BeginWorkInput,
  CallOffInput,
  CheckWorkInput,
  DecideDeliberationInput,
  DeliberationPayload,
  FinishWorkInput,
  GiveEvidenceInput,
  HoldMeetingInput,
  LeaveOutVotersInput,
  OpenDeliberationInput,
  ProposeDeliberationInput,
  ReportWorkInput,
  ReviseDeliberationInput,
} from './deliberation.input.ts';
import { giveEvidence, holdMeeting } from './hold-meeting.ts';
import { addVoters, leaveOutVoters } from './name-voters.ts';
import { openDeliberation } from './open-deliberation.ts';
import { proposeDeliberation, reviseDeliberation } from './propose-deliberation.ts';

@Resolver()
export class DeliberationMutations {
  @Mutation(() => DeliberationPayload, {
    description: 'Proposes a deliberation 议事, such as out of requests of the third class.',
  })
  proposeDeliberation(
    @Ctx() ctx: Context,
    @Input(() => ProposeDeliberationInput) input: ProposeDeliberationInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'proposeDeliberation', 'unit', input, (desk) =>
      proposeDeliberation(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Writes a question anew whose vote is not opened yet.' })
  reviseDeliberation(
    @Ctx() ctx: Context,
    @Input(() => ReviseDeliberationInput) input: ReviseDeliberationInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'reviseDeliberation', 'deliberation', input, (desk) =>
      reviseDeliberation(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Adds who is to vote, before the vote is opened.' })
  addDeliberationVoters(
    @Ctx() ctx: Context,
    @Input(() => AddVotersInput) input: AddVotersInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'addDeliberationVoters', 'deliberation', input, (desk) =>
      addVoters(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Leaves out who is not to vote, before the vote is opened.' })
  leaveOutDeliberationVoters(
    @Ctx() ctx: Context,
    @Input(() => LeaveOutVotersInput) input: LeaveOutVotersInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'leaveOutDeliberationVoters', 'deliberation', input, (desk) =>
      leaveOutVoters(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Puts down a meeting 会议 about a deliberation.' })
  holdDeliberationMeeting(
    @Ctx() ctx: Context,
    @Input(() => HoldMeetingInput) input: HoldMeetingInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'holdDeliberationMeeting', 'deliberation', input, (desk) =>
      holdMeeting(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, {
    description:
      'Gives the minutes of a meeting to a request that led to the deliberation, as the evidence that its class asks for.',
  })
  giveDeliberationEvidence(
    @Ctx() ctx: Context,
    @Input(() => GiveEvidenceInput) input: GiveEvidenceInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'giveDeliberationEvidence', 'meeting', input, (desk) =>
      giveEvidence(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, {
    description: 'Opens a vote 开始表决: who may vote, and what the rule says, stay as they are now.',
  })
  openDeliberation(
    @Ctx() ctx: Context,
    @Input(() => OpenDeliberationInput) input: OpenDeliberationInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'openDeliberation', 'deliberation', input, (desk) =>
      openDeliberation(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, {
    description: 'Has the rule decide a vote that is over 决定. What comes of it nobody chooses.',
  })
  decideDeliberation(
    @Ctx() ctx: Context,
    @Input(() => DecideDeliberationInput) input: DecideDeliberationInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'decideDeliberation', 'deliberation', input, (desk) =>
      decideDeliberation(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Calls a deliberation off 终止.' })
  callOffDeliberation(
    @Ctx() ctx: Context,
    @Input(() => CallOffInput) input: CallOffInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'callOffDeliberation', 'deliberation', input, (desk) =>
      callOff(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, {
    description: 'Begins what was passed 开工, once each objection has an answer.',
  })
  beginDeliberatedWork(
    @Ctx() ctx: Context,
    @Input(() => BeginWorkInput) input: BeginWorkInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'beginDeliberatedWork', 'deliberation', input, (desk) =>
      beginWork(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Reports how far the work is 进展.' })
  reportDeliberatedWork(
    @Ctx() ctx: Context,
    @Input(() => ReportWorkInput) input: ReportWorkInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'reportDeliberatedWork', 'deliberation', input, (desk) =>
      followWork(desk, ctx.signedIn, input, 'REPORT'),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Puts down that the work is done 完工.' })
  finishDeliberatedWork(
    @Ctx() ctx: Context,
    @Input(() => FinishWorkInput) input: FinishWorkInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'finishDeliberatedWork', 'deliberation', input, (desk) =>
      followWork(desk, ctx.signedIn, input, 'FINISH'),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Puts down how it is after the work 回访检查.' })
  checkDeliberatedWork(
    @Ctx() ctx: Context,
    @Input(() => CheckWorkInput) input: CheckWorkInput,
  ): Promise<DeliberationPayload> {
    return changeDeliberation(ctx, 'checkDeliberatedWork', 'deliberation', input, (desk) =>
      followWork(desk, ctx.signedIn, input, 'CHECK'),
    );
  }
}
