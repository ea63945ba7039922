import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt } from '../access/reach.ts';
import { accountName } from '../accounts/account-name.ts';
import { CategoryType } from '../categories/category.type.ts';
import { categoriesOfTowns } from '../categories/find-category.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import type { Connection } from '../schema/connection.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { unitsById } from '../units/find-unit.ts';
import { placeWith } from '../units/standing-under.ts';
import { UnitType } from '../units/unit.type.ts';
import { isSensitive, listCandidates } from './candidates.ts';
import { CandidatesArgs, EnrolmentsArgs } from './enrolment.input.ts';
import {
  ProgrammeCandidateConnectionType,
  type ProgrammeCandidateType,
  ProgrammeEnrolmentConnectionType,
  type ProgrammeEnrolmentType,
} from './enrolment.type.ts';
import { listEnrolments } from './list-enrolments.ts';
import { listProgrammes } from './list-programmes.ts';
import { ProgrammesArgs } from './programme.input.ts';
import {
  ProgrammeConnectionType,
  ProgrammeEventType,
  ProgrammeSessionType,
  ProgrammeStepEnum,
  ProgrammeTransitionType,
  ProgrammeType,
} from './programme.type.ts';
import {
  categoriesOfProgrammes,
  programmeEventsOf,
  sessionsOfProgrammes,
  unitsOfProgrammes,
} from './programme-parts.ts';
import { getProgramme, programmeActions } from './programme-reach.ts';
import { programmesOfSeries } from './programme-rows.ts';
import { programmeTransitions } from './programme-states.ts';
import { toldOf } from './told-of.ts';

@Resolver(() => TownType)
export class TownProgrammesResolver {
  @Query(() => [ProgrammeTransitionType], {
    description: 'What may become of a programme: every step, from which states to which.',
  })
  programmeTransitions(): ProgrammeTransitionType[] {
    return programmeTransitions.map(({ step, from, to }) => ({ step, from: [...from], to }));
  }

  @FieldResolver(() => ProgrammeConnectionType, {
    nullable: true,
    description:
      'The town’s programmes 服务项目, the latest first day first. Null where the viewer sees no programmes in the town.',
  })
  async programmes(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => ProgrammesArgs) args: ProgrammesArgs,
  ): Promise<Connection<ProgrammeType> | null> {
    const desk = await ctx.readTownFor('programme:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['programmes', args], () => listProgrammes(desk, args));
  }
}

@Resolver(() => ProgrammeType)
export class ProgrammeResolver {
  @Query(() => ProgrammeType, {
    nullable: true,
    description: 'A programme by its id. NOT_FOUND where it is not open to the viewer.',
  })
  programme(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the programme.' }) id: string,
  ): Promise<ProgrammeType> {
    return getProgramme(ctx, id);
  }

  @FieldResolver(() => TownType, { description: 'The town whose programme it is.' })
  async town(@Ctx() ctx: Context, @Root() { townId }: ProgrammeType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'Where it is held, as that is today or was last; null for the town.',
  })
  async unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: ProgrammeType): Promise<UnitType | null> {
    if (unitUuid === null) return null;
    const desk = await ctx.readTown(townId);
    return (await desk.load(unitsById, { townId, asOf: ctx.today, uuid: unitUuid })) ?? null;
  }

  @FieldResolver(() => [CategoryType], {
    nullable: true,
    description:
      'The categories one of which whoever takes part is in; without any none need be in one. Null where the viewer sees no categories in the town.',
  })
  async categories(@Ctx() ctx: Context, @Root() { townId, uuid }: ProgrammeType): Promise<CategoryType[] | null> {
    const desk = await ctx.readTownFor('category:read', townId);
    if (!desk) return null;
    const [named, all] = await Promise.all([
      desk.load(categoriesOfProgrammes, { townId, uuid }),
      desk.load(categoriesOfTowns, townId),
    ]);
    return all.filter((category) => named.includes(category.uuid));
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether it is for those of a category that says something about health or disability: who takes part is then told only in an operation with `@purpose`.',
  })
  async sensitive(@Ctx() ctx: Context, @Root() programme: ProgrammeType): Promise<boolean> {
    return isSensitive(await ctx.readTown(programme.townId), programme);
  }

  @FieldResolver(() => [UnitType], {
    description:
      'The units whose households may take part, as they are today or were last; none for the whole town. Where a unit has gone into another, those of that may.',
  })
  async units(@Ctx() ctx: Context, @Root() { townId, uuid }: ProgrammeType): Promise<UnitType[]> {
    const desk = await ctx.readTown(townId);
    const named = await desk.load(unitsOfProgrammes, { townId, uuid });
    const units = await Promise.all(named.map((unit) => desk.load(unitsById, { townId, asOf: ctx.today, uuid: unit })));
    return units.flatMap((unit) => unit ?? []);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many have places, in a contest between teams how many of these; to an application as `Indicator.suppressedBelow` says.',
  })
  async enrolled(@Ctx() ctx: Context, @Root() { townId, uuid }: ProgrammeType): Promise<number | null> {
    return toldOf(ctx, { townId, uuid }, ({ enrolled }) => enrolled);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many wait for a place; to an application as `Indicator.suppressedBelow` says.',
  })
  async waiting(@Ctx() ctx: Context, @Root() { townId, uuid }: ProgrammeType): Promise<number | null> {
    return toldOf(ctx, { townId, uuid }, ({ waiting }) => waiting);
  }

  @FieldResolver(() => [ProgrammeSessionType], {
    description: 'Its sessions, the first day first, those called off among them.',
  })
  async sessions(@Ctx() ctx: Context, @Root() { townId, uuid }: ProgrammeType): Promise<ProgrammeSessionType[]> {
    return (await ctx.readTown(townId)).load(sessionsOfProgrammes, { townId, uuid });
  }

  @FieldResolver(() => [ProgrammeType], {
    description:
      'The programmes that repeat one another 历年, as every year, itself among them, the earliest first day first.',
  })
  async series(@Ctx() ctx: Context, @Root() { townId, seriesUuid }: ProgrammeType): Promise<ProgrammeType[]> {
    return (await ctx.readTown(townId)).load(programmesOfSeries, { townId, uuid: seriesUuid });
  }

  @FieldResolver(() => ProgrammeEnrolmentConnectionType, {
    nullable: true,
    description:
      'Who takes part or waits, in the order in which they came, as far as the viewer may see them; of a programme for those of a sensitive category only in an operation with `@purpose`. Null where the viewer sees no enrolments in the town.',
  })
  async enrolments(
    @Ctx() ctx: Context,
    @Root() programme: ProgrammeType,
    @Args(() => EnrolmentsArgs) args: EnrolmentsArgs,
  ): Promise<Connection<ProgrammeEnrolmentType> | null> {
    const desk = await ctx.readTownFor('enrolment:read', programme.townId);
    if (!desk) return null;
    return loadOnce(desk, ['enrolments', programme.uuid, args], () => listEnrolments(desk, ctx, programme, args));
  }

  @FieldResolver(() => ProgrammeCandidateConnectionType, {
    nullable: true,
    description:
      'For whom it is, block by block, as far as the viewer may see them: those who do not take part are who is missing, and `enrolInProgramme` takes them in. For a sensitive category only in an operation with `@purpose`. Null where the viewer sees no enrolments in the town.',
  })
  async candidates(
    @Ctx() ctx: Context,
    @Root() programme: ProgrammeType,
    @Args(() => CandidatesArgs) args: CandidatesArgs,
  ): Promise<Connection<ProgrammeCandidateType> | null> {
    const desk = await ctx.readTownFor('enrolment:read', programme.townId);
    if (!desk) return null;
    return loadOnce(desk, ['candidates', programme.uuid, args], () => listCandidates(desk, ctx, programme, args));
  }

  @FieldResolver(() => [ProgrammeEventType], { description: 'Its steps, the first one first.' })
  async events(@Ctx() ctx: Context, @Root() { townId, uuid }: ProgrammeType): Promise<ProgrammeEventType[]> {
    return (await ctx.readTown(townId)).load(programmeEventsOf, { townId, uuid });
  }

  @FieldResolver(() => [ProgrammeStepEnum], { description: 'The steps that the viewer may take with it now.' })
  async actions(@Ctx() ctx: Context, @Root() programme: ProgrammeType): Promise<string[]> {
    return programmeActions(await ctx.readTown(programme.townId), ctx.signedIn, programme);
  }

  @FieldResolver(() => [PermissionEnum], { description: 'What the viewer may do where it is held.' })
  async viewerCan(@Ctx() ctx: Context, @Root() { townId, unitUuid }: ProgrammeType): Promise<string[]> {
    const place = await placeWith(await ctx.readTown(townId), townId, unitUuid);
    return permissionsAt(ctx.signedIn, place).map(permissionName);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who planned it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: ProgrammeType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}

@Resolver(() => ProgrammeEventType)
export class ProgrammeEventResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who took the step, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: ProgrammeEventType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}
