import { sql } from 'kysely';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import type { Connection } from '../schema/connection.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { findingConditions, roundConditions } from './inspection-filter.ts';
import { InspectionFindingConnectionType, type InspectionFindingType } from './inspection-finding.type.ts';
import {
  InspectionFindingsArgs,
  type InspectionGroup,
  InspectionGroupEnum,
  InspectionRoundsArgs,
  InspectionScope,
  InspectionSumsType,
  InspectionSumType,
} from './inspection-list.type.ts';
import { inspectionSums } from './inspection-sums.ts';
import { listFindings, listRounds } from './list-inspections.ts';
import { InspectionPlaceType } from './place.type.ts';
import { placesById } from './place-rows.ts';
import { InspectionRoundConnectionType, type InspectionRoundType } from './round.type.ts';
import { InspectionSquadType } from './squad.type.ts';
import { squadsById } from './squad-rows.ts';

@Resolver(() => TownType)
export class TownInspectionsResolver {
  @FieldResolver(() => InspectionRoundConnectionType, {
    nullable: true,
    description:
      'The town’s rounds of inspections, the latest first. Null where the viewer sees no inspections in the town.',
  })
  async inspectionRounds(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => InspectionRoundsArgs) args: InspectionRoundsArgs,
  ): Promise<Connection<InspectionRoundType> | null> {
    const desk = await ctx.readTownFor('inspection:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['inspectionRounds', args], async () => {
      const withdrawn = sql<boolean>`(r.withdrawn_at is not null) = ${args.withdrawn}`;
      return listRounds(desk, [...(await roundConditions(desk, args.filter)), withdrawn], args);
    });
  }

  @FieldResolver(() => InspectionFindingConnectionType, {
    nullable: true,
    description:
      'What the town’s inspections found, what was withdrawn left out, the latest first. Null where the viewer sees no inspections in the town.',
  })
  async inspectionFindings(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => InspectionFindingsArgs) args: InspectionFindingsArgs,
  ): Promise<Connection<InspectionFindingType> | null> {
    const desk = await ctx.readTownFor('inspection:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['inspectionFindings', args], async () =>
      listFindings(desk, await findingConditions(desk, args.filter), args),
    );
  }

  @FieldResolver(() => InspectionSumsType, {
    nullable: true,
    description:
      'What inspections the town had in a period 督查汇总, in all and by group: checks, person-times, checks a place, people a check, and findings. Null where the viewer sees no inspections in the town. For units over time, and beside what the town published, see `figure` and `reportedFigures`.',
  })
  async inspectionSums(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('by', () => InspectionGroupEnum, { description: 'What to tell apart.' }) by: InspectionGroup,
    @Arg('period', () => PeriodInput, { description: 'The days on which they were made.' }) period: PeriodInput,
    @Arg('filter', () => InspectionScope, { nullable: true, description: 'Which to count.' })
    filter?: InspectionScope | null,
  ): Promise<InspectionSumsType | null> {
    const desk = await ctx.readTownFor('inspection:read', townId);
    if (!desk) return null;
    const question = { by, period, filter: filter ?? null };
    return loadOnce(desk, ['inspectionSums', question], () => inspectionSums(desk, question));
  }
}

@Resolver(() => InspectionSumType)
export class InspectionSumResolver {
  @FieldResolver(() => InspectionSquadType, { nullable: true, description: 'The squad, where grouped by it.' })
  async squad(
    @Ctx() ctx: Context,
    @Root() { townId, squadUuid }: InspectionSumType,
  ): Promise<InspectionSquadType | null> {
    if (squadUuid === null) return null;
    return (await (await ctx.readTown(townId)).load(squadsById, { townId, uuid: squadUuid })) ?? null;
  }

  @FieldResolver(() => InspectionPlaceType, { nullable: true, description: 'The place, where grouped by it.' })
  async place(
    @Ctx() ctx: Context,
    @Root() { townId, placeUuid }: InspectionSumType,
  ): Promise<InspectionPlaceType | null> {
    if (placeUuid === null) return null;
    return (await (await ctx.readTown(townId)).load(placesById, { townId, uuid: placeUuid })) ?? null;
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit, as it is today, or was last, where grouped by it.',
  })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: InspectionSumType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }
}
