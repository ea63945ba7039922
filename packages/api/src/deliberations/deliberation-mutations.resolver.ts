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
    const named = { id: input.unit, type: 'Unit', field: 'input.unit' } as const;
    return changeDeliberation(ctx, 'proposeDeliberation', input, named, (desk) =>
      proposeDeliberation(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Writes a question anew whose vote is not opened yet.' })
  reviseDeliberation(
    @Ctx() ctx: Context,
    @Input(() => ReviseDeliberationInput) input: ReviseDeliberationInput,
  ): Promise<DeliberationPayload> {
    const named = { id: input.deliberation, type: 'Deliberation', field: 'input.deliberation' } as const;
    return changeDeliberation(ctx, 'reviseDeliberation', input, named, (desk) =>
      reviseDeliberation(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Adds who is to vote, before the vote is opened.' })
  addDeliberationVoters(
    @Ctx() ctx: Context,
    @Input(() => AddVotersInput) input: AddVotersInput,
  ): Promise<DeliberationPayload> {
    const named = { id: input.deliberation, type: 'Deliberation', field: 'input.deliberation' } as const;
    return changeDeliberation(ctx, 'addDeliberationVoters', input, named, (desk) =>
      addVoters(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Leaves out who is not to vote, before the vote is opened.' })
  leaveOutDeliberationVoters(
    @Ctx() ctx: Context,
    @Input(() => LeaveOutVotersInput) input: LeaveOutVotersInput,
  ): Promise<DeliberationPayload> {
    const named = { id: input.deliberation, type: 'Deliberation', field: 'input.deliberation' } as const;
    return changeDeliberation(ctx, 'leaveOutDeliberationVoters', input, named, (desk) =>
      leaveOutVoters(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Puts down a meeting 会议 about a deliberation.' })
  holdDeliberationMeeting(
    @Ctx() ctx: Context,
    @Input(() => HoldMeetingInput) input: HoldMeetingInput,
  ): Promise<DeliberationPayload> {
    const named = { id: input.deliberation, type: 'Deliberation', field: 'input.deliberation' } as const;
    return changeDeliberation(ctx, 'holdDeliberationMeeting', input, named, (desk) =>
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
    const named = { id: input.meeting, type: 'DeliberationMeeting', field: 'input.meeting' } as const;
    return changeDeliberation(ctx, 'giveDeliberationEvidence', input, named, (desk) =>
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
    const named = { id: input.deliberation, type: 'Deliberation', field: 'input.deliberation' } as const;
    return changeDeliberation(ctx, 'openDeliberation', input, named, (desk) =>
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
    const named = { id: input.deliberation, type: 'Deliberation', field: 'input.deliberation' } as const;
    return changeDeliberation(ctx, 'decideDeliberation', input, named, (desk) =>
      decideDeliberation(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Calls a deliberation off 终止.' })
  callOffDeliberation(
    @Ctx() ctx: Context,
    @Input(() => CallOffInput) input: CallOffInput,
  ): Promise<DeliberationPayload> {
    const named = { id: input.deliberation, type: 'Deliberation', field: 'input.deliberation' } as const;
    return changeDeliberation(ctx, 'callOffDeliberation', input, named, (desk) => callOff(desk, ctx.signedIn, input));
  }

  @Mutation(() => DeliberationPayload, {
    description: 'Begins what was passed 开工, once each objection has an answer.',
  })
  beginDeliberatedWork(
    @Ctx() ctx: Context,
    @Input(() => BeginWorkInput) input: BeginWorkInput,
  ): Promise<DeliberationPayload> {
    const named = { id: input.deliberation, type: 'Deliberation', field: 'input.deliberation' } as const;
    return changeDeliberation(ctx, 'beginDeliberatedWork', input, named, (desk) =>
      beginWork(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Reports how far the work is 进展.' })
  reportDeliberatedWork(
    @Ctx() ctx: Context,
    @Input(() => ReportWorkInput) input: ReportWorkInput,
  ): Promise<DeliberationPayload> {
    const named = { id: input.deliberation, type: 'Deliberation', field: 'input.deliberation' } as const;
    return changeDeliberation(ctx, 'reportDeliberatedWork', input, named, (desk) =>
      followWork(desk, ctx.signedIn, input, 'REPORT'),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Puts down that the work is done 完工.' })
  finishDeliberatedWork(
    @Ctx() ctx: Context,
    @Input(() => FinishWorkInput) input: FinishWorkInput,
  ): Promise<DeliberationPayload> {
    const named = { id: input.deliberation, type: 'Deliberation', field: 'input.deliberation' } as const;
    return changeDeliberation(ctx, 'finishDeliberatedWork', input, named, (desk) =>
      followWork(desk, ctx.signedIn, input, 'FINISH'),
    );
  }

  @Mutation(() => DeliberationPayload, { description: 'Puts down how it is after the work 回访检查.' })
  checkDeliberatedWork(
    @Ctx() ctx: Context,
    @Input(() => CheckWorkInput) input: CheckWorkInput,
  ): Promise<DeliberationPayload> {
    const named = { id: input.deliberation, type: 'Deliberation', field: 'input.deliberation' } as const;
    return changeDeliberation(ctx, 'checkDeliberatedWork', input, named, (desk) =>
      followWork(desk, ctx.signedIn, input, 'CHECK'),
    );
  }
}
