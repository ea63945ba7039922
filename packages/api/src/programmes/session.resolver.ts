import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { toldTo } from '../indicators/told-to.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import { type Attendance, attendanceOfSessions } from './attendance-rows.ts';
import { ProgrammeSessionType, ProgrammeType } from './programme.type.ts';
import { sessionsOnDays } from './programme-parts.ts';
import { programmesById } from './programme-rows.ts';
import { toldOf } from './told-of.ts';

@Resolver(() => TownType)
export class TownSessionsResolver {
  @FieldResolver(() => [ProgrammeSessionType], {
    nullable: true,
    description:
      'The sessions of the town’s programmes on a day, without those called off. Null where the viewer sees no programmes in the town.',
  })
  async programmeSessions(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day; today unless told.' }) on: string | null,
  ): Promise<ProgrammeSessionType[] | null> {
    const desk = await ctx.readTownFor('programme:read', townId);
    return (await desk?.load(sessionsOnDays, { townId, day: on ?? ctx.today })) ?? null;
  }
}

@Resolver(() => ProgrammeSessionType)
export class ProgrammeSessionResolver {
  @FieldResolver(() => ProgrammeType, { description: 'The programme.' })
  async programme(
    @Ctx() ctx: Context,
    @Root() { townId, programmeUuid: uuid }: ProgrammeSessionType,
  ): Promise<ProgrammeType> {
    const programme = await (await ctx.readTown(townId)).load(programmesById, { townId, uuid });
    if (!programme) throw new Error('A session is of no programme');
    return programme;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many have places at it, where each comes to one of the sessions; to an application as `Indicator.suppressedBelow` says.',
  })
  async enrolled(
    @Ctx() ctx: Context,
    @Root() { townId, uuid, programmeUuid }: ProgrammeSessionType,
  ): Promise<number | null> {
    return toldOf(ctx, { townId, uuid: programmeUuid }, ({ bySession }) => bySession.get(uuid)?.enrolled ?? 0);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many wait for a place at it; to an application as `Indicator.suppressedBelow` says.',
  })
  async waiting(
    @Ctx() ctx: Context,
    @Root() { townId, uuid, programmeUuid }: ProgrammeSessionType,
  ): Promise<number | null> {
    return toldOf(ctx, { townId, uuid: programmeUuid }, ({ bySession }) => bySession.get(uuid)?.waiting ?? 0);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many are recorded to have come 到场; to an application as `Indicator.suppressedBelow` says.',
  })
  attended(@Ctx() ctx: Context, @Root() session: ProgrammeSessionType): Promise<number | null> {
    return cameTo(ctx, session, ({ attended }) => attended);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many are recorded not to have come 未到; to an application as `Indicator.suppressedBelow` says.',
  })
  absent(@Ctx() ctx: Context, @Root() session: ProgrammeSessionType): Promise<number | null> {
    return cameTo(ctx, session, ({ absent }) => absent);
  }
}

/** How many came to a session, or did not, as far as the viewer is told it. */
async function cameTo(
  ctx: Context,
  { townId, uuid }: ProgrammeSessionType,
  which: (count: Attendance) => number,
): Promise<number | null> {
  const count = await (await ctx.readTown(townId)).load(attendanceOfSessions, { townId, uuid });
  return toldTo(ctx.signedIn, 'programme:read', townId)(which(count));
}
