import { Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { toldTo } from '../indicators/told-to.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { RecordAttendanceInput, RecordAttendancePayload } from './attendance.input.ts';
import { ProgrammeAttendanceType } from './attendance.type.ts';
import { attendancesOf, attendedOf, peopleWhoCame } from './attendance-rows.ts';
import { isSensitive } from './candidates.ts';
import { ProgrammeEnrolmentType } from './enrolment.type.ts';
import { changedEnrolments } from './enrolment-rows.ts';
import { ProgrammeType } from './programme.type.ts';
import { sessionsById } from './programme-parts.ts';
import { recordAttendance } from './record-attendance.ts';

@Resolver(() => ProgrammeEnrolmentType)
export class EnrolmentAttendanceResolver {
  @FieldResolver(() => Int, { description: 'To how many sessions they are recorded to have come.' })
  async attended(@Ctx() ctx: Context, @Root() { townId, uuid }: ProgrammeEnrolmentType): Promise<number> {
    return (await ctx.readTown(townId)).load(attendedOf, { townId, uuid });
  }

  @FieldResolver(() => [ProgrammeAttendanceType], {
    nullable: true,
    description:
      'To which sessions they came or did not, as far as it is recorded, the first day first; of a programme for those of a sensitive category null without `@purpose`.',
  })
  async attendances(
    @Ctx() ctx: Context,
    @Root() { townId, uuid, programmeUuid, auditKey: subject }: ProgrammeEnrolmentType,
  ): Promise<ProgrammeAttendanceType[] | null> {
    const desk = await ctx.readTown(townId);
    const inFull = personal(ctx, townId, { subject, field: 'ProgrammeEnrolment.attendances' });
    if (!inFull && (await isSensitive(desk, { townId, uuid: programmeUuid }))) return null;
    const rows = await desk.load(attendancesOf, { townId, uuid });
    return Promise.all(
      rows.map(async ({ session_id, attended, given, recorded_at, recorded_by }) => {
        const session = await desk.load(sessionsById, { townId, uuid: session_id });
        if (!session) throw new Error('An attendance is of no session');
        return { townId, session, attended, given, recordedAt: recorded_at, recordedById: recorded_by };
      }),
    );
  }
}

@Resolver(() => ProgrammeType)
export class ProgrammeCameResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many are recorded to have come to a session of it at least; to an application as `Indicator.suppressedBelow` says.',
  })
  async came(@Ctx() ctx: Context, @Root() { townId, uuid }: ProgrammeType): Promise<number | null> {
    const count = await (await ctx.readTown(townId)).load(peopleWhoCame, { townId, uuid });
    return toldTo(ctx.signedIn, 'programme:read', townId)(count);
  }
}

@Resolver(() => ProgrammeAttendanceType)
export class ProgrammeAttendanceResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: ProgrammeAttendanceType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}

@Resolver()
export class AttendanceMutations {
  @Mutation(() => RecordAttendancePayload, {
    description: 'Records who came to a session 签到, and what they were given: of all of them or of none.',
  })
  recordAttendance(
    @Ctx() ctx: Context,
    @Input(() => RecordAttendanceInput) input: RecordAttendanceInput,
  ): Promise<RecordAttendancePayload> {
    const { townId, key } = requireId(input.session, 'ProgrammeSession', 'input.session');
    return ctx.changeTown(townId, 'input.session', 'recordAttendance', input, async (desk) => {
      const enrolments = await changedEnrolments(desk, await recordAttendance(desk, ctx.signedIn, input));
      const session = await desk.load(sessionsById, { townId, uuid: key });
      if (!session) throw notFound('input.session');
      return { session, enrolments };
    });
  }
}
