import { sql } from 'kysely';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CallConnectionType, type CallType } from '../calls/call.type.ts';
import { visibleCalls } from '../calls/call-filter.ts';
import { listCalls } from '../calls/list-calls.ts';
import type { Context } from '../context.ts';
import { anyOf } from '../db/batch.ts';
import { loadOnce } from '../db/load-once.ts';
import type { Connection } from '../schema/connection.ts';
import { asksOf } from './fact-question.ts';
import { FigureType } from './figure.type.ts';
import { FigureRecordsArgs } from './figure-records.resolver.ts';
import { listFacts } from './list-facts.ts';

@Resolver(() => FigureType)
export class FigureCallsResolver {
  @FieldResolver(() => CallConnectionType, {
    nullable: true,
    description:
      'The calls that a figure about calls counts, the latest first, as far as the viewer may see them. Null for other figures, and where the viewer sees no calls in the town, as a district office.',
  })
  async calls(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid, question }: FigureType,
    @Args(() => FigureRecordsArgs) args: FigureRecordsArgs,
  ): Promise<Connection<CallType> | null> {
    const desk = await ctx.readTownFor('call:read', townId);
    if (!desk || !asksOf(question, 'call')) return null;
    return loadOnce(desk, ['figure calls', question, unitUuid, args], async () => {
      const ids = await listFacts(desk, question, unitUuid, args.counted);
      const counted = sql<boolean>`call.id = ${anyOf(ids)}`;
      return listCalls(desk, [await visibleCalls(desk, ctx.signedIn), counted], args);
    });
  }
}
