import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Permission } from '../access/permissions.ts';
import type { Context } from '../context.ts';
import type { TownKey } from '../db/batch.ts';
import type { Batch } from '../db/door.ts';
import { householdsById } from '../households/find-household.ts';
import { HouseholdConnectionType, type HouseholdType } from '../households/household.type.ts';
import { RequestConnectionType, type RequestType } from '../requests/request.type.ts';
import { requestsById } from '../requests/request-rows.ts';
import { type Connection, fillPage, PageArgs, pageOf } from '../schema/connection.ts';
import type { Measure } from '../summaries/measures.ts';
import { VisitConnectionType, type VisitType } from '../visits/visit.type.ts';
import { visitsById } from '../visits/visit-lists.ts';
import { asksOf } from './fact-question.ts';
import { FigureType } from './figure.type.ts';
import { listHouseholds } from './list-households.ts';
import { listRecords } from './list-records.ts';

@ArgsType()
export class FigureRecordsArgs extends PageArgs {
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
  requests(
    @Ctx() ctx: Context,
    @Root() figure: FigureType,
    @Args(() => FigureRecordsArgs) args: FigureRecordsArgs,
  ): Promise<Connection<RequestType> | null> {
    return recordsOf(ctx, figure, args, 'request', 'request:read', requestsById);
  }

  @FieldResolver(() => VisitConnectionType, {
    nullable: true,
    description:
      'The visits that a figure about visits counts, the latest first, as far as the viewer may see them; those missing from `contact-record` tell by `recordFaults` what they lack. Null for other figures, and where the viewer sees no visits in the town, as a district office.',
  })
  visits(
    @Ctx() ctx: Context,
    @Root() figure: FigureType,
    @Args(() => FigureRecordsArgs) args: FigureRecordsArgs,
  ): Promise<Connection<VisitType> | null> {
    return recordsOf(ctx, figure, args, 'visit', 'visit:read', visitsById);
  }

  @FieldResolver(() => HouseholdConnectionType, {
    nullable: true,
    description:
      'The households that a figure about households counts, by number, as far as the viewer may see them; `counted: false` lists those that nobody has contacted. Null for other figures, and where the viewer sees no households in the town, as a district office.',
  })
  async households(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid: unit, ofHouseholds, period, asOf }: FigureType,
    @Args(() => FigureRecordsArgs) { counted, ...args }: FigureRecordsArgs,
  ): Promise<Connection<HouseholdType> | null> {
    const desk = ofHouseholds ? await ctx.readTownFor('household:read', townId) : undefined;
    if (!desk) return null;
    const ids = await desk.load(listHouseholds, { actor: ctx.signedIn, townId, asOf, unit, period, counted });
    return fillPage(
      pageOf(ids, args, (id) => id),
      async (uuid) => found(await desk.load(householdsById, { townId, uuid })),
    );
  }
}

/** A page of the records that a figure counts; null where it counts others, or the viewer sees none in the town. */
async function recordsOf<Record>(
  ctx: Context,
  { townId, unitUuid: unit, question }: FigureType,
  { counted, ...args }: FigureRecordsArgs,
  table: Measure['table'],
  permission: Permission,
  byId: Batch<TownKey, Record | undefined>,
): Promise<Connection<Record> | null> {
  if (!asksOf(question, table)) return null;
  const desk = await ctx.readTownFor(permission, townId);
  if (!desk) return null;
  const ids = await desk.load(listRecords, { actor: ctx.signedIn, question, unit, counted });
  return fillPage(
    pageOf(ids, args, (id) => id),
    async (uuid) => found(await desk.load(byId, { townId, uuid })),
  );
}

/** What was listed at the same desk a moment ago. */
function found<Record>(record: Record | undefined): Record {
  if (record === undefined) throw new Error('A record that was listed is not there');
  return record;
}
