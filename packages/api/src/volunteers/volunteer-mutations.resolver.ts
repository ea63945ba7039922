import { Ctx, Mutation, Resolver } from 'type-graphql';
import { reachesTown } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { type IdType, requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import {
  AddVolunteerActivityKindInput,
  CallOffVolunteerActivityInput,
  ConfirmVolunteerAttendanceInput,
  EndVolunteerActivityKindInput,
  PlanVolunteerActivityInput,
  SetVolunteerActivityRateInput,
  SignUpForVolunteerActivityInput,
  UndoVolunteerAttendanceInput,
  VolunteerActivityKindPayload,
  VolunteerActivityPayload,
  WithdrawVolunteerSignUpsInput,
} from './activity.input.ts';
import { activitiesById } from './activity-rows.ts';
import { confirmAttendance, undoAttendance } from './confirm-attendance.ts';
import { addActivityKind, endActivityKind, setActivityRate } from './keep-kinds.ts';
import { registerVolunteer, reviseVolunteer } from './keep-volunteers.ts';
import { callOffActivity, planActivity } from './plan-activity.ts';
import { signUp, withdrawSignUps } from './sign-up.ts';
import { RegisterVolunteerInput, ReviseVolunteerInput, VolunteerPayload } from './volunteer.input.ts';
import { volunteersById } from './volunteer-rows.ts';

@Resolver()
export class VolunteerMutations {
  @Mutation(() => VolunteerPayload, { description: 'Registers a person as a volunteer 登记志愿者.' })
  registerVolunteer(
    @Ctx() ctx: Context,
    @Input(() => RegisterVolunteerInput) input: RegisterVolunteerInput,
  ): Promise<VolunteerPayload> {
    const { townId } = requireId(input.unit, 'Unit', 'input.unit');
    return ctx.changeTown(townId, 'input.unit', 'registerVolunteer', input, async (desk) =>
      volunteerPayload(desk, await registerVolunteer(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => VolunteerPayload, {
    description: 'Says of which unit a volunteer is 修改志愿者, and whether they are one still.',
  })
  reviseVolunteer(
    @Ctx() ctx: Context,
    @Input(() => ReviseVolunteerInput) input: ReviseVolunteerInput,
  ): Promise<VolunteerPayload> {
    const { townId } = requireId(input.volunteer, 'Volunteer', 'input.volunteer');
    return ctx.changeTown(townId, 'input.volunteer', 'reviseVolunteer', input, async (desk) =>
      volunteerPayload(desk, await reviseVolunteer(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => VolunteerActivityKindPayload, {
    description: 'Puts a kind of activity 活动类别 on a town’s list, with what it earns.',
  })
  async addVolunteerActivityKind(
    @Ctx() ctx: Context,
    @Input(() => AddVolunteerActivityKindInput) input: AddVolunteerActivityKindInput,
  ): Promise<VolunteerActivityKindPayload> {
    const { townId } = await getTownFor(ctx, 'volunteer:configure', input.town);
    return ctx.changeTown(townId, 'input.town', 'addVolunteerActivityKind', input, async (desk) => ({
      kind: await addActivityKind(desk, input),
    }));
  }

  @Mutation(() => VolunteerActivityKindPayload, {
    description: 'Says what activities of a kind earn from a day on 调整积分标准. What was earned stays.',
  })
  setVolunteerActivityRate(
    @Ctx() ctx: Context,
    @Input(() => SetVolunteerActivityRateInput) input: SetVolunteerActivityRateInput,
  ): Promise<VolunteerActivityKindPayload> {
    const named = ['VolunteerActivityKind', input.activityKind, 'input.activityKind'] as const;
    return settle(ctx, named, 'setVolunteerActivityRate', input, async (desk) => ({
      kind: await setActivityRate(desk, input),
    }));
  }

  @Mutation(() => VolunteerActivityKindPayload, {
    description: 'Ends a kind of activity. What was planned of it stays, and earns.',
  })
  endVolunteerActivityKind(
    @Ctx() ctx: Context,
    @Input(() => EndVolunteerActivityKindInput) input: EndVolunteerActivityKindInput,
  ): Promise<VolunteerActivityKindPayload> {
    const named = ['VolunteerActivityKind', input.activityKind, 'input.activityKind'] as const;
    return settle(ctx, named, 'endVolunteerActivityKind', input, async (desk) => ({
      kind: await endActivityKind(desk, input),
    }));
  }

  @Mutation(() => VolunteerActivityPayload, {
    description: 'Plans an activity of volunteers 安排志愿活动, or puts down one that was held.',
  })
  planVolunteerActivity(
    @Ctx() ctx: Context,
    @Input(() => PlanVolunteerActivityInput) input: PlanVolunteerActivityInput,
  ): Promise<VolunteerActivityPayload> {
    const { townId } = requireId(input.activityKind, 'VolunteerActivityKind', 'input.activityKind');
    return ctx.changeTown(townId, 'input.activityKind', 'planVolunteerActivity', input, async (desk) =>
      activityPayload(desk, await planActivity(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => VolunteerActivityPayload, { description: 'Calls an activity off 取消活动.' })
  callOffVolunteerActivity(
    @Ctx() ctx: Context,
    @Input(() => CallOffVolunteerActivityInput) input: CallOffVolunteerActivityInput,
  ): Promise<VolunteerActivityPayload> {
    return withActivity(ctx, 'callOffVolunteerActivity', input, (desk) => callOffActivity(desk, ctx.signedIn, input));
  }

  @Mutation(() => VolunteerActivityPayload, {
    description: 'Signs volunteers up for an activity 报名, wherever in the town it is held: all of them or none.',
  })
  signUpForVolunteerActivity(
    @Ctx() ctx: Context,
    @Input(() => SignUpForVolunteerActivityInput) input: SignUpForVolunteerActivityInput,
  ): Promise<VolunteerActivityPayload> {
    return withActivity(ctx, 'signUpForVolunteerActivity', input, (desk) => signUp(desk, ctx.signedIn, input));
  }

  @Mutation(() => VolunteerActivityPayload, { description: 'Puts down that volunteers do not come 退出报名.' })
  withdrawVolunteerSignUps(
    @Ctx() ctx: Context,
    @Input(() => WithdrawVolunteerSignUpsInput) input: WithdrawVolunteerSignUpsInput,
  ): Promise<VolunteerActivityPayload> {
    return withActivity(ctx, 'withdrawVolunteerSignUps', input, (desk) => withdrawSignUps(desk, ctx.signedIn, input));
  }

  @Mutation(() => VolunteerActivityPayload, {
    description:
      'Confirms that volunteers came 确认到场: each earns the points of the activity, once. Nobody confirms that they came themselves.',
  })
  confirmVolunteerAttendance(
    @Ctx() ctx: Context,
    @Input(() => ConfirmVolunteerAttendanceInput) input: ConfirmVolunteerAttendanceInput,
  ): Promise<VolunteerActivityPayload> {
    return withActivity(ctx, 'confirmVolunteerAttendance', input, (desk) =>
      confirmAttendance(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => VolunteerActivityPayload, {
    description:
      'Takes back that volunteers came 撤销确认, with the points for it, by entries the other way round. Refused where they are spent.',
  })
  undoVolunteerAttendance(
    @Ctx() ctx: Context,
    @Input(() => UndoVolunteerAttendanceInput) input: UndoVolunteerAttendanceInput,
  ): Promise<VolunteerActivityPayload> {
    return withActivity(ctx, 'undoVolunteerAttendance', input, (desk) => undoAttendance(desk, ctx.signedIn, input));
  }
}

/** Runs a change of a town's own list, for whoever settles it there. Errors: NOT_FOUND on the field that names the entry. */
export function settle<Payload extends object>(
  ctx: Context,
  [type, id, field]: readonly [IdType, string, string],
  operation: string,
  input: Keyed,
  work: (desk: Desk) => Promise<Payload>,
): Promise<Payload> {
  const { townId } = requireId(id, type, field);
  if (!reachesTown(ctx.signedIn, 'volunteer:configure', townId)) throw notFound(field);
  return ctx.changeTown(townId, field, operation, input, work);
}

function withActivity(
  ctx: Context,
  operation: string,
  input: Keyed & { activity: string },
  work: (desk: Desk) => Promise<string>,
): Promise<VolunteerActivityPayload> {
  const { townId } = requireId(input.activity, 'VolunteerActivity', 'input.activity');
  return ctx.changeTown(townId, 'input.activity', operation, input, async (desk) =>
    activityPayload(desk, await work(desk)),
  );
}

async function activityPayload(desk: Desk, uuid: string): Promise<VolunteerActivityPayload> {
  desk.forget();
  const activity = await desk.load(activitiesById, { townId: desk.town, uuid });
  if (!activity) throw notFound('input.activity');
  return { activity };
}

/** A volunteer as a change has left them. */
export async function volunteerPayload(desk: Desk, uuid: string): Promise<VolunteerPayload> {
  desk.forget();
  const volunteer = await desk.load(volunteersById, { townId: desk.town, uuid });
  if (!volunteer) throw notFound('input.volunteer');
  return { volunteer };
}
