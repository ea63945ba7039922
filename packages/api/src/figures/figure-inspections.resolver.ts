import { sql } from 'kysely';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { anyOf } from '../db/batch.ts';
import { loadOnce } from '../db/load-once.ts';
import { findingConditions, roundConditions } from '../inspections/inspection-filter.ts';
import { InspectionFindingConnectionType, type InspectionFindingType } from '../inspections/inspection-finding.type.ts';
import { listFindings, listRounds } from '../inspections/list-inspections.ts';
import { InspectionRoundConnectionType, type InspectionRoundType } from '../inspections/round.type.ts';
import { type Connection, PageArgs } from '../schema/connection.ts';
import { asksOf } from './fact-question.ts';
import { FigureType } from './figure.type.ts';
import { FigureRecordsArgs } from './figure-records.resolver.ts';
import { listFacts } from './list-facts.ts';

@Resolver(() => FigureType)
export class FigureInspectionsResolver {
  @FieldResolver(() => InspectionRoundConnectionType, {
    nullable: true,
    description:
      'The rounds of inspections whose checks or person-times a figure counts, the latest first. Null for other figures, and where the viewer sees no inspections in the town, as a district office.',
  })
  async inspectionRounds(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid, question }: FigureType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<InspectionRoundType> | null> {
    const desk = await ctx.readTownFor('inspection:read', townId);
    const ofChecks = asksOf(question, 'inspection_check');
    if (!desk || !(ofChecks || asksOf(question, 'inspection_attendance'))) return null;
    return loadOnce(desk, ['figure inspections', question, unitUuid, args], async () => {
      const ids = anyOf(await listFacts(desk, question, unitUuid, true));
      const counted = ofChecks
        ? sql`id = ${ids}`
        : sql`id in (select check_id from inspection_attendance where town_id = ${townId} and id = ${ids})`;
      const rounds = sql<boolean>`r.id in (select round_id from inspection_check where town_id = ${townId} and ${counted})`;
      return listRounds(desk, [...(await roundConditions(desk, null)), rounds], args);
    });
  }

  @FieldResolver(() => InspectionFindingConnectionType, {
    nullable: true,
    description:
      'What a figure about findings of inspections counts, the latest first. Null for other figures, and where the viewer sees no inspections in the town, as a district office.',
  })
  async inspectionFindings(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid, question }: FigureType,
    @Args(() => FigureRecordsArgs) args: FigureRecordsArgs,
  ): Promise<Connection<InspectionFindingType> | null> {
    const desk = await ctx.readTownFor('inspection:read', townId);
    if (!desk || !asksOf(question, 'inspection_finding')) return null;
    return loadOnce(desk, ['figure inspection findings', question, unitUuid, args], async () => {
      const ids = await listFacts(desk, question, unitUuid, args.counted);
      const counted = sql<boolean>`(f.id = ${anyOf(ids)})`;
      return listFindings(desk, [...(await findingConditions(desk, null)), counted], args);
    });
  }
}
