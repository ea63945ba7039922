import { sql } from 'kysely';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { householdsById } from '../households/find-household.ts';
import { HouseholdConnectionType, type HouseholdType } from '../households/household.type.ts';
import { listRequests } from '../requests/list-requests.ts';
import { RequestConnectionType, type RequestType } from '../requests/request.type.ts';
import { visibleTo } from '../requests/visible-requests.ts';
import { type Connection, fillPage, PageArgs, pageOf } from '../schema/connection.ts';
import { VisitConnectionType, type VisitType } from '../visits/visit.type.ts';
import { visitsById } from '../visits/visit-lists.ts';
import { FigureType } from './figure.type.ts';
import { listFacts } from './list-facts.ts';
import { listHouseholds } from './list-households.ts';
import { visitsInReach } from './list-visits.ts';

@ArgsType()
class FigureRecordsArgs extends PageArgs {
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Of a rate: whether to list those that its numerator counts, or those that are missing from it.',
  })
  counted: boolean;
}

/** What a figure counts, for those who may see it: it opens down to the records. */
@Resolver(() => FigureType)
export class FigureRecordsResolver {
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
    const desk = question?.source.table === 'request' ? await ctx.readTownFor('request:read', townId) : undefined;
    if (!desk || !question) return null;
    return loadOnce(desk, ['figure', question, unitUuid, args], async () => {
      const ids = await listFacts(desk, question, unitUuid, args.counted);
      const counted = sql<boolean>`r.id = any(${ids}::uuid[])`;
      return listRequests(desk, [await visibleTo(desk, ctx.signedIn), counted], { ...args, orderBy: 'LATEST' });
    });
  }

  @FieldResolver(() => VisitConnectionType, {
    nullable: true,
    description:
      'The visits that a figure about visits counts, the latest first, as far as the viewer may see them; those missing from `contact-record` tell by `recordFaults` what they lack. Null for other figures, and where the viewer sees no visits in the town, as a district office.',
  })
  async visits(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid, question }: FigureType,
    @Args(() => FigureRecordsArgs) args: FigureRecordsArgs,
  ): Promise<Connection<VisitType> | null> {
    const desk = question?.source.table === 'visit' ? await ctx.readTownFor('visit:read', townId) : undefined;
    if (!desk || !question) return null;
    const ids = await loadOnce(desk, ['figure', question, unitUuid, args.counted], async () =>
      visitsInReach(desk, ctx.signedIn, await listFacts(desk, question, unitUuid, args.counted)),
    );
    const page = pageOf(ids, args, (id) => id);
    return fillPage(page, async (uuid) => found(await desk.load(visitsById, { townId, uuid })));
  }

  @FieldResolver(() => HouseholdConnectionType, {
    nullable: true,
    description:
      'The households that a figure about households counts, by number, as far as the viewer may see them; `counted: false` lists those that nobody has contacted. Null for other figures, and where the viewer sees no households in the town, as a district office.',
  })
  async households(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid, ofHouseholds, period, asOf }: FigureType,
    @Args(() => FigureRecordsArgs) args: FigureRecordsArgs,
  ): Promise<Connection<HouseholdType> | null> {
    const desk = ofHouseholds ? await ctx.readTownFor('household:read', townId) : undefined;
    if (!desk) return null;
    const ids = await loadOnce(desk, ['households', unitUuid, period, asOf, args.counted], () =>
      listHouseholds(desk, ctx.signedIn, { townId, period, asOf }, unitUuid, args.counted),
    );
    const page = pageOf(ids, args, (id) => id);
    return fillPage(page, async (uuid) => found(await desk.load(householdsById, { townId, uuid })));
  }
}

/** What was listed at the same desk a moment ago. */
function found<Record>(record: Record | undefined): Record {
  if (record === undefined) throw new Error('A record that was listed is not there');
  return record;
}
