import { sql } from 'kysely';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { anyOf } from '../db/batch.ts';
import { loadOnce } from '../db/load-once.ts';
import { DeliberationConnectionType, type DeliberationType } from '../deliberations/deliberation.type.ts';
import { pageOfDeliberations } from '../deliberations/list-deliberations.ts';
import type { Connection } from '../schema/connection.ts';
import { asksOf } from './fact-question.ts';
import { FigureType } from './figure.type.ts';
import { FigureRecordsArgs } from './figure-records.resolver.ts';
import { listFacts } from './list-facts.ts';

@Resolver(() => FigureType)
export class FigureDeliberationsResolver {
  @FieldResolver(() => DeliberationConnectionType, {
    nullable: true,
    description:
      'The deliberations that a figure counts, or whose objections it counts, the latest first. Null for other figures, and where the viewer sees no deliberations in the town, as a district office.',
  })
  async deliberations(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid, question }: FigureType,
    @Args(() => FigureRecordsArgs) args: FigureRecordsArgs,
  ): Promise<Connection<DeliberationType> | null> {
    const desk = await ctx.readTownFor('deliberation:read', townId);
    const ofObjections = asksOf(question, 'deliberation_objection');
    if (!desk || !(ofObjections || asksOf(question, 'deliberation'))) return null;
    return loadOnce(desk, ['figure deliberations', question, unitUuid, args], async () => {
      const ids = anyOf(await listFacts(desk, question, unitUuid, args.counted));
      const counted = ofObjections
        ? sql`d.id in (select deliberation_id from deliberation_objection where town_id = ${townId} and id = ${ids})`
        : sql`d.id = ${ids}`;
      return pageOfDeliberations(desk, [counted], args);
    });
  }
}
