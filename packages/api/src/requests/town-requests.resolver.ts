import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { loadOnce } from '../db/load-once.ts';
import { RequestSubjectType } from '../handling/handling.type.ts';
import { openStates } from '../handling/transitions.ts';
import { HouseholdType } from '../households/household.type.ts';
import { PersonType } from '../people/person.type.ts';
import type { Connection } from '../schema/connection.ts';
import { TownType } from '../towns/town.type.ts';
import { visibleRequests } from './find-request.ts';
import { listRequests } from './list-requests.ts';
import { personNamed, subjectNamed } from './named.ts';
import { RequestConnectionType, RequestType } from './request.type.ts';
import { conditionsOf } from './request-filter.ts';
import { type RateGroup, RateGroupEnum, RequestFilter, RequestRatesType, RequestsArgs } from './request-list.type.ts';
import { requestRates } from './request-rates.ts';
import { requestsOfHouseholds } from './requests-of-households.ts';
import { visibleTo } from './visible-requests.ts';

async function conditionsFor(desk: Desk, actor: Actor, filter: RequestFilter | null | undefined) {
  return [await visibleTo(desk, actor), ...(await conditionsOf(desk, actor, filter ?? {}))];
}

@Resolver(() => TownType)
export class TownRequestsResolver {
  @FieldResolver(() => RequestConnectionType, {
    nullable: true,
    description: 'The town’s requests that the viewer may see. Null where the viewer sees no requests in the town.',
  })
  async requests(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => RequestsArgs) args: RequestsArgs,
  ): Promise<Connection<RequestType> | null> {
    const desk = await ctx.readTownFor('request:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['requests', args], async () =>
      listRequests(desk, await conditionsFor(desk, ctx.signedIn, args.filter), args),
    );
  }

  @FieldResolver(() => [RequestRatesType], {
    nullable: true,
    description:
      'How the town’s requests that the viewer may see were handled, group by group, the largest first. Null where the viewer sees no requests in the town. For units see `figure`.',
  })
  async requestRates(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('by', () => RateGroupEnum, { description: 'By what to group them.' }) by: RateGroup,
    @Arg('filter', () => RequestFilter, { nullable: true, description: 'Which to count.' })
    filter?: RequestFilter | null,
  ): Promise<RequestRatesType[] | null> {
    const desk = await ctx.readTownFor('request:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['requestRates', by, filter], async () =>
      requestRates(desk, by, await conditionsFor(desk, ctx.signedIn, filter)),
    );
  }
}

@Resolver(() => RequestRatesType)
export class RequestRatesResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'The person, where grouped by worker; null also for those that nobody has accepted.',
  })
  worker(@Ctx() ctx: Context, @Root() { townId, workerUuid }: RequestRatesType): Promise<PersonType | null> {
    return personNamed(ctx, townId, workerUuid);
  }

  @FieldResolver(() => RequestSubjectType, { nullable: true, description: 'The subject, where grouped by it.' })
  async subject(
    @Ctx() ctx: Context,
    @Root() { townId, subjectUuid }: RequestRatesType,
  ): Promise<RequestSubjectType | null> {
    return subjectUuid === null ? null : subjectNamed(ctx, townId, subjectUuid);
  }
}

@Resolver(() => HouseholdType)
export class HouseholdRequestsResolver {
  @FieldResolver(() => [RequestType], {
    nullable: true,
    description:
      'The requests that concern it, the latest first, as far as the viewer may see them; null where the viewer sees none in the town.',
  })
  async requests(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: HouseholdType,
    @Arg('open', () => Boolean, {
      nullable: true,
      description: 'Whether to list only those that are still to be handled, or only the others; all unless told.',
    })
    open?: boolean | null,
  ): Promise<RequestType[] | null> {
    const desk = await ctx.readTownFor('request:read', townId);
    if (!desk) return null;
    const requests = await desk.load(requestsOfHouseholds, { townId, uuid });
    const asked = requests.filter(({ state }) => open == null || openStates.some((each) => each === state) === open);
    return visibleRequests(desk, ctx.signedIn, asked);
  }
}
