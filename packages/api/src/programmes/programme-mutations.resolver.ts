import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { RecordProgrammeGiftInput, WithdrawProgrammeGiftInput } from './gift.input.ts';
import { planProgramme, reviseProgramme } from './plan-programme.ts';
import {
  CallOffProgrammeSessionInput,
  CancelProgrammeInput,
  CloseProgrammeInput,
  FinishProgrammeInput,
  OpenProgrammeInput,
  PlanProgrammeInput,
  ProgrammePayload,
  RepeatProgrammeInput,
  RescheduleProgrammeSessionInput,
  ReviseProgrammeInput,
  ScheduleProgrammeSessionsInput,
} from './programme.input.ts';
import { programmesById } from './programme-rows.ts';
import { recordGift, withdrawGift } from './record-gift.ts';
import { recordSpending } from './record-spending.ts';
import { repeatProgramme } from './repeat-programme.ts';
import { callOffSession, rescheduleSession, scheduleSessions } from './schedule-sessions.ts';
import { RecordProgrammeSpendingInput } from './spending.input.ts';
import { cancelProgramme, type ProgrammeStepAsked, takeProgrammeStep } from './take-programme-step.ts';

@Resolver()
export class ProgrammeMutations {
  @Mutation(() => ProgrammePayload, {
    description: 'Plans a programme 服务项目立项. Nobody can enrol until it is opened.',
  })
  async planProgramme(
    @Ctx() ctx: Context,
    @Input(() => PlanProgrammeInput) input: PlanProgrammeInput,
  ): Promise<ProgrammePayload> {
    const { townId } = await getTownFor(ctx, 'programme:read', input.town);
    return ctx.changeTown(townId, 'input.town', 'planProgramme', input, async (desk) =>
      payloadOf(desk, await planProgramme(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => ProgrammePayload, {
    description:
      'Plans a programme once more 再办, as every year: with the same offer, for the same people, with as many sessions and places. Who takes part enrols anew. What is different is revised.',
  })
  repeatProgramme(
    @Ctx() ctx: Context,
    @Input(() => RepeatProgrammeInput) input: RepeatProgrammeInput,
  ): Promise<ProgrammePayload> {
    return step(ctx, 'repeatProgramme', input, (desk) => repeatProgramme(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProgrammePayload, { description: 'Says anew what a programme is 修改项目.' })
  reviseProgramme(
    @Ctx() ctx: Context,
    @Input(() => ReviseProgrammeInput) input: ReviseProgrammeInput,
  ): Promise<ProgrammePayload> {
    return step(ctx, 'reviseProgramme', input, (desk) => reviseProgramme(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProgrammePayload, { description: 'Sets days for a programme 排期, each with a session alike.' })
  scheduleProgrammeSessions(
    @Ctx() ctx: Context,
    @Input(() => ScheduleProgrammeSessionsInput) input: ScheduleProgrammeSessionsInput,
  ): Promise<ProgrammePayload> {
    return step(ctx, 'scheduleProgrammeSessions', input, (desk) => scheduleSessions(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProgrammePayload, { description: 'Changes the day, time, place or places of a session 调整场次.' })
  rescheduleProgrammeSession(
    @Ctx() ctx: Context,
    @Input(() => RescheduleProgrammeSessionInput) input: RescheduleProgrammeSessionInput,
  ): Promise<ProgrammePayload> {
    return step(ctx, 'rescheduleProgrammeSession', input, (desk) => rescheduleSession(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProgrammePayload, { description: 'Calls a session off 取消场次.' })
  callOffProgrammeSession(
    @Ctx() ctx: Context,
    @Input(() => CallOffProgrammeSessionInput) input: CallOffProgrammeSessionInput,
  ): Promise<ProgrammePayload> {
    return step(ctx, 'callOffProgrammeSession', input, (desk) => callOffSession(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProgrammePayload, {
    description: 'Opens a programme to enrol in 开放报名, for the first time or again.',
  })
  openProgramme(
    @Ctx() ctx: Context,
    @Input(() => OpenProgrammeInput) input: OpenProgrammeInput,
  ): Promise<ProgrammePayload> {
    return step(ctx, 'openProgramme', input, (desk) => takeProgrammeStep(desk, ctx.signedIn, input, 'OPEN'));
  }

  @Mutation(() => ProgrammePayload, { description: 'Closes a programme to further enrolments 截止报名.' })
  closeProgramme(
    @Ctx() ctx: Context,
    @Input(() => CloseProgrammeInput) input: CloseProgrammeInput,
  ): Promise<ProgrammePayload> {
    return step(ctx, 'closeProgramme', input, (desk) => takeProgrammeStep(desk, ctx.signedIn, input, 'CLOSE'));
  }

  @Mutation(() => ProgrammePayload, { description: 'Puts down that a programme is over 结束.' })
  finishProgramme(
    @Ctx() ctx: Context,
    @Input(() => FinishProgrammeInput) input: FinishProgrammeInput,
  ): Promise<ProgrammePayload> {
    return step(ctx, 'finishProgramme', input, (desk) => takeProgrammeStep(desk, ctx.signedIn, input, 'FINISH'));
  }

  @Mutation(() => ProgrammePayload, { description: 'Calls a programme off 取消.' })
  cancelProgramme(
    @Ctx() ctx: Context,
    @Input(() => CancelProgrammeInput) input: CancelProgrammeInput,
  ): Promise<ProgrammePayload> {
    return step(ctx, 'cancelProgramme', input, (desk) => cancelProgramme(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProgrammePayload, { description: 'Records what was spent for a programme 登记支出.' })
  recordProgrammeSpending(
    @Ctx() ctx: Context,
    @Input(() => RecordProgrammeSpendingInput) input: RecordProgrammeSpendingInput,
  ): Promise<ProgrammePayload> {
    return step(ctx, 'recordProgrammeSpending', input, (desk) => recordSpending(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProgrammePayload, { description: 'Records what was given for a programme 登记捐赠.' })
  recordProgrammeGift(
    @Ctx() ctx: Context,
    @Input(() => RecordProgrammeGiftInput) input: RecordProgrammeGiftInput,
  ): Promise<ProgrammePayload> {
    return step(ctx, 'recordProgrammeGift', input, (desk) => recordGift(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProgrammePayload, { description: 'Withdraws a gift that was put down wrongly 撤回捐赠.' })
  withdrawProgrammeGift(
    @Ctx() ctx: Context,
    @Input(() => WithdrawProgrammeGiftInput) input: WithdrawProgrammeGiftInput,
  ): Promise<ProgrammePayload> {
    return step(ctx, 'withdrawProgrammeGift', input, (desk) => withdrawGift(desk, ctx.signedIn, input));
  }
}

/** Changes the programme that an input names, and answers it as the change left it. */
function step(
  ctx: Context,
  operation: string,
  input: Keyed & ProgrammeStepAsked,
  work: (desk: Desk) => Promise<string>,
): Promise<ProgrammePayload> {
  const field = 'input.programme';
  const { townId } = requireId(input.programme, 'Programme', field);
  return ctx.changeTown(townId, field, operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, uuid: string): Promise<ProgrammePayload> {
  desk.forget();
  const programme = await desk.load(programmesById, { townId: desk.town, uuid });
  if (!programme) throw notFound('input.programme');
  return { programme };
}
