import { sql } from 'kysely';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { anyOf } from '../db/batch.ts';
import { loadOnce } from '../db/load-once.ts';
import { listFindings, listPatrols } from '../patrols/list-patrols.ts';
import { PatrolConnectionType, type PatrolType } from '../patrols/patrol.type.ts';
import { findingConditions, patrolConditions } from '../patrols/patrol-filter.ts';
import { PatrolFindingConnectionType, type PatrolFindingType } from '../patrols/patrol-finding.type.ts';
import { type Connection, PageArgs } from '../schema/connection.ts';
import { asksOf } from './fact-question.ts';
import { FigureType } from './figure.type.ts';
import { FigureRecordsArgs } from './figure-records.resolver.ts';
import { listFacts } from './list-facts.ts';

@Resolver(() => FigureType)
export class FigurePatrolsResolver {
  @FieldResolver(() => PatrolConnectionType, {
    nullable: true,
    description:
      'The patrols that a figure about patrols counts, the latest first, as far as the viewer may see them. Null for other figures, and where the viewer sees no patrols in the town, as a district office.',
  })
  async patrols(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid, question }: FigureType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<PatrolType> | null> {
    const desk = await ctx.readTownFor('patrol:read', townId);
    if (!desk || !asksOf(question, 'patrol')) return null;
    return loadOnce(desk, ['figure patrols', question, unitUuid, args], async () => {
      const ids = await listFacts(desk, question, unitUuid, true);
      const counted = sql<boolean>`p.id = ${anyOf(ids)}`;
      return listPatrols(desk, [...(await patrolConditions(desk, ctx.signedIn, null)), counted], args);
    });
  }

  @FieldResolver(() => PatrolFindingConnectionType, {
    nullable: true,
    description:
      'What a figure about what patrols brought up counts, the latest first, as far as the viewer may see it. Null for other figures, and where the viewer sees no patrols in the town, as a district office.',
  })
  async patrolFindings(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid, question }: FigureType,
    @Args(() => FigureRecordsArgs) args: FigureRecordsArgs,
  ): Promise<Connection<PatrolFindingType> | null> {
    const desk = await ctx.readTownFor('patrol:read', townId);
    if (!desk || !asksOf(question, 'patrol_finding')) return null;
    return loadOnce(desk, ['figure findings', question, unitUuid, args], async () => {
      const ids = await listFacts(desk, question, unitUuid, args.counted);
      const counted = sql<boolean>`f.id = ${anyOf(ids)}`;
      return listFindings(desk, [...(await findingConditions(desk, ctx.signedIn, null)), counted], args);
    });
  }
}
