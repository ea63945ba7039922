import { sql } from 'kysely';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { CallConnectionType, type CallType } from '../calls/call.type.ts';
import { visibleCalls } from '../calls/call-filter.ts';
import { listCalls } from '../calls/list-calls.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { type Connection, PageArgs } from '../schema/connection.ts';
import { measures } from '../summaries/measures.ts';
import { FigureType } from './figure.type.ts';
import { listFacts } from './list-facts.ts';

@ArgsType()
class FigureCallsArgs extends PageArgs {
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Of a rate: whether to list those that its numerator counts, or those that are missing from it.',
  })
  counted: boolean;
}

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
    @Args(() => FigureCallsArgs) args: FigureCallsArgs,
  ): Promise<Connection<CallType> | null> {
    const desk =
      question && measures[question.source.counts].table === 'call'
        ? await ctx.readTownFor('call:read', townId)
        : undefined;
    if (!desk || !question) return null;
    return loadOnce(desk, ['figure calls', question, unitUuid, args], async () => {
      const ids = await listFacts(desk, question, unitUuid, args.counted);
      const counted = sql<boolean>`call.id = any(${ids}::uuid[])`;
      return listCalls(desk, [await visibleCalls(desk, ctx.signedIn), counted], args);
    });
  }
}
