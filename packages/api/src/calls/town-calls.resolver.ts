import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { PersonType } from '../people/person.type.ts';
import { personNamed } from '../requests/named.ts';
import { RequestType } from '../requests/request.type.ts';
import type { Connection } from '../schema/connection.ts';
import { TownType } from '../towns/town.type.ts';
import { CallConnectionType, CallTransitionType, CallType } from './call.type.ts';
import { conditionsOf, visibleCalls } from './call-filter.ts';
import { CallFilter, type CallGroup, CallGroupEnum, CallRatesType, CallsArgs } from './call-list.type.ts';
import { callRates } from './call-rates.ts';
import { callsOfRequests } from './call-requests.ts';
import { reachesCall } from './call-rows.ts';
import { callTransitions } from './call-states.ts';
import { HotlineType } from './hotline.type.ts';
import { findHotline } from './hotline-rows.ts';
import { listCalls } from './list-calls.ts';

@Resolver(() => TownType)
export class TownCallsResolver {
  @Query(() => [CallTransitionType], {
    description: 'What may become of a call: every step, and from which states to which it leads.',
  })
  callTransitions(): CallTransitionType[] {
    return callTransitions.map(({ from, satisfaction, notFollowedUp, ...each }) => ({
      ...each,
      from: [...from],
      satisfaction: satisfaction ? [...satisfaction] : null,
      notFollowedUp: notFollowedUp ?? false,
    }));
  }

  @FieldResolver(() => CallConnectionType, {
    nullable: true,
    description:
      'The calls to the town’s hotlines that the viewer may see, the latest first. Null where the viewer sees no calls in the town.',
  })
  async calls(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => CallsArgs) args: CallsArgs,
  ): Promise<Connection<CallType> | null> {
    const desk = await ctx.readTownFor('call:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['calls', args], async () => {
      const asked = await conditionsOf(desk, ctx, args.filter ?? {});
      return listCalls(desk, [await visibleCalls(desk, ctx.signedIn), ...asked], args);
    });
  }

  @FieldResolver(() => [CallRatesType], {
    nullable: true,
    description:
      'What became of the calls that the viewer may see, group by group, the largest first. Null where the viewer sees no calls in the town. For units see `figure`.',
  })
  async callRates(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('by', () => CallGroupEnum, { description: 'By what to group them.' }) by: CallGroup,
    @Arg('filter', () => CallFilter, { nullable: true, description: 'Which to count.' }) filter?: CallFilter | null,
  ): Promise<CallRatesType[] | null> {
    const desk = await ctx.readTownFor('call:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['callRates', by, filter], async () => {
      const asked = await conditionsOf(desk, ctx, filter ?? {});
      return callRates(desk, by, [await visibleCalls(desk, ctx.signedIn), ...asked]);
    });
  }
}

@Resolver(() => CallRatesType)
export class CallRatesResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'The person, where grouped by worker; null also for those that nobody has answered.',
  })
  worker(@Ctx() ctx: Context, @Root() { townId, workerUuid }: CallRatesType): Promise<PersonType | null> {
    return personNamed(ctx, townId, workerUuid);
  }

  @FieldResolver(() => HotlineType, { nullable: true, description: 'The hotline, where grouped by it.' })
  async hotline(@Ctx() ctx: Context, @Root() { townId, hotlineUuid }: CallRatesType): Promise<HotlineType | null> {
    if (hotlineUuid === null) return null;
    return (await findHotline(await ctx.readTown(townId), { townId, uuid: hotlineUuid })) ?? null;
  }
}

@Resolver(() => RequestType)
export class RequestCallsResolver {
  @FieldResolver(() => [CallType], {
    nullable: true,
    description:
      'The calls out of which it was raised, or in which somebody asked about it, the first one first, as far as the viewer may see them; null where the viewer sees no calls in the town.',
  })
  async calls(@Ctx() ctx: Context, @Root() { townId, uuid }: RequestType): Promise<CallType[] | null> {
    const desk = await ctx.readTownFor('call:read', townId);
    if (!desk) return null;
    const calls = await desk.load(callsOfRequests, { townId, uuid });
    const seen = await Promise.all(calls.map((call) => reachesCall(desk, ctx.signedIn, 'call:read', call)));
    return calls.filter((_, index) => seen[index]);
  }
}
