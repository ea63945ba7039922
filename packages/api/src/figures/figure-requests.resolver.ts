import { sql } from 'kysely';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { listRequests } from '../requests/list-requests.ts';
import { RequestConnectionType, type RequestType } from '../requests/request.type.ts';
import { visibleTo } from '../requests/visible-requests.ts';
import { type Connection, PageArgs } from '../schema/connection.ts';
import { measures } from '../summaries/measures.ts';
import { FigureType } from './figure.type.ts';
import { listFacts } from './list-facts.ts';

@ArgsType()
export class FigureRecordsArgs extends PageArgs {
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Of a rate: whether to list those that its numerator counts, or those that are missing from it.',
  })
  counted: boolean;
}

@Resolver(() => FigureType)
export class FigureRequestsResolver {
  @FieldResolver(() => RequestConnectionType, {
    nullable: true,
    description:
      'The requests that a figure about requests counts, the latest first, as far as the viewer may see them. Null for other figures, and where the viewer sees no requests in the town, as a district office.',
  })
  async requests(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid, question }: FigureType,
    @Args(() => FigureRecordsArgs) args: FigureRecordsArgs,
  ): Promise<Connection<RequestType> | null> {
    const desk =
      question && measures[question.source.counts].table === 'request'
        ? await ctx.readTownFor('request:read', townId)
        : undefined;
    if (!desk || !question) return null;
    return loadOnce(desk, ['figure', question, unitUuid, args], async () => {
      const ids = await listFacts(desk, question, unitUuid, args.counted);
      const counted = sql<boolean>`r.id = any(${ids}::uuid[])`;
      return listRequests(desk, [await visibleTo(desk, ctx.signedIn), counted], { ...args, orderBy: 'LATEST' });
    });
  }
}
