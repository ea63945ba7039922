import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { householdSeen } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { deskOfHousehold } from '../households/of-household.ts';
import { residentSeen } from '../residents/find-resident.ts';
import { ResidentType } from '../residents/resident.type.ts';
import { isSensitive } from './candidates.ts';
import { ProgrammeCandidateType, ProgrammeEnrolmentType } from './enrolment.type.ts';
import { enrolmentsOfHouseholds, enrolmentsOfTakers } from './enrolment-rows.ts';
import { getEnrolment } from './find-enrolment.ts';
import { ProgrammeSessionType, ProgrammeType } from './programme.type.ts';
import { sessionsOfProgrammes } from './programme-parts.ts';
import { programmesById } from './programme-rows.ts';

@Resolver(() => HouseholdType)
export class HouseholdEnrolmentsResolver {
  @FieldResolver(() => [ProgrammeEnrolmentType], {
    nullable: true,
    description:
      'In which programmes the household, or a member of it then, takes part, the latest first, those taken back among them. Null where the viewer sees no enrolments of it.',
  })
  async enrolments(@Ctx() ctx: Context, @Root() household: HouseholdType): Promise<ProgrammeEnrolmentType[] | null> {
    const { townId, uuid } = household;
    const desk = await deskOfHousehold(ctx, 'enrolment:read', household);
    return desk?.load(enrolmentsOfHouseholds, { townId, uuid }) ?? null;
  }
}

@Resolver(() => ProgrammeEnrolmentType)
export class ProgrammeEnrolmentResolver {
  @Query(() => ProgrammeEnrolmentType, {
    nullable: true,
    description: 'An enrolment by its id. NOT_FOUND where it is not open to the viewer.',
  })
  programmeEnrolment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the enrolment.' }) id: string,
  ): Promise<ProgrammeEnrolmentType> {
    return getEnrolment(ctx, id);
  }

  @FieldResolver(() => ProgrammeType, {
    nullable: true,
    description: 'In what; of a programme for those of a sensitive category null without `@purpose`.',
  })
  async programme(@Ctx() ctx: Context, @Root() enrolment: ProgrammeEnrolmentType): Promise<ProgrammeType | null> {
    const desk = await deskOfProgramme(ctx, enrolment);
    const { townId, programmeUuid: uuid } = enrolment;
    return (await desk?.load(programmesById, { townId, uuid })) ?? null;
  }

  @FieldResolver(() => ProgrammeSessionType, {
    nullable: true,
    description:
      'To which session they come, where each comes to one of them; null where `programme` is, or all come to all.',
  })
  async session(@Ctx() ctx: Context, @Root() enrolment: ProgrammeEnrolmentType): Promise<ProgrammeSessionType | null> {
    const { townId, programmeUuid: uuid, sessionUuid } = enrolment;
    if (sessionUuid === null) return null;
    const desk = await deskOfProgramme(ctx, enrolment);
    const sessions = await desk?.load(sessionsOfProgrammes, { townId, uuid });
    return sessions?.find((session) => session.uuid === sessionUuid) ?? null;
  }

  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description: 'The household, or where the resident lived on that day; null where it is out of the viewer’s reach.',
  })
  household(
    @Ctx() ctx: Context,
    @Root() { townId, householdUuid }: ProgrammeEnrolmentType,
  ): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }

  @FieldResolver(() => ResidentType, {
    nullable: true,
    description: 'The resident; null for a household, and where they have gone out of the viewer’s reach.',
  })
  resident(
    @Ctx() ctx: Context,
    @Root() { townId, residentUuid }: ProgrammeEnrolmentType,
  ): Promise<ResidentType | null> {
    return residentSeen(ctx, townId, residentUuid);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was taken back; null unless it was, and without `@purpose`.',
  })
  withdrawnBecause(
    @Ctx() ctx: Context,
    @Root() { townId, auditKey: subject, becauseInFull }: ProgrammeEnrolmentType,
  ): string | null {
    if (becauseInFull === null) return null;
    return personal(ctx, townId, { subject, field: 'ProgrammeEnrolment.withdrawnBecause' }) ? becauseInFull : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who enrolled them, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: ProgrammeEnrolmentType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}

/** The town's desk where the viewer is told in which programme somebody takes part: in one that tells of their health for a purpose only. */
async function deskOfProgramme(
  ctx: Context,
  { townId, programmeUuid: uuid, auditKey: subject }: ProgrammeEnrolmentType,
): Promise<Desk | undefined> {
  const desk = await ctx.readTown(townId);
  const inFull = personal(ctx, townId, { subject, field: 'ProgrammeEnrolment.programme' });
  return inFull || !(await isSensitive(desk, { townId, uuid })) ? desk : undefined;
}

@Resolver(() => ProgrammeCandidateType)
export class ProgrammeCandidateResolver {
  @FieldResolver(() => HouseholdType, { nullable: true, description: 'The household, or where the resident lives.' })
  household(
    @Ctx() ctx: Context,
    @Root() { townId, householdUuid }: ProgrammeCandidateType,
  ): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }

  @FieldResolver(() => ResidentType, { nullable: true, description: 'The resident; null where households take part.' })
  resident(
    @Ctx() ctx: Context,
    @Root() { townId, residentUuid }: ProgrammeCandidateType,
  ): Promise<ResidentType | null> {
    return residentSeen(ctx, townId, residentUuid);
  }

  @FieldResolver(() => ProgrammeEnrolmentType, {
    nullable: true,
    description: 'Their enrolment in the programme; null where they do not take part.',
  })
  async enrolment(
    @Ctx() ctx: Context,
    @Root() { townId, programmeUuid: uuid, householdUuid, residentUuid }: ProgrammeCandidateType,
  ): Promise<ProgrammeEnrolmentType | null> {
    const desk = await ctx.readTown(townId);
    return (await desk.load(enrolmentsOfTakers, { townId, uuid, taker: residentUuid ?? householdUuid })) ?? null;
  }
}
