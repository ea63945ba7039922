import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { loadOnce } from '../db/load-once.ts';
import { notFound } from '../errors.ts';
import { type Connection, connectionType, PageArgs } from '../schema/connection.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { changePatrolRoute, closePatrolRoute, openPatrolRoute } from './keep-routes.ts';
import { listRoutes } from './list-routes.ts';
import { placeOfPatrol } from './patrol-reach.ts';
import {
  ChangePatrolRouteInput,
  ClosePatrolRouteInput,
  OpenPatrolRouteInput,
  PatrolRoutePayload,
} from './patrol-route.input.ts';
import { PatrolRouteType, PatrolRouteVersionType, PatrolStopType } from './patrol-route.type.ts';
import { getRoute, routeOn, routesById, routeVersionsOf } from './route-rows.ts';

const PatrolRouteConnectionType = connectionType(() => PatrolRouteType, 'PatrolRoute');

@ArgsType()
class PatrolRoutesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'In this unit, as it stands today, or under it.' })
  unit?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether to list those that are closed, alone.' })
  closed: boolean;
}

@Resolver(() => TownType)
export class TownPatrolRoutesResolver {
  @FieldResolver(() => PatrolRouteConnectionType, {
    nullable: true,
    description:
      'The town’s routes of patrols that the viewer may see and that are not closed, by name. Null where the viewer sees no patrols in the town.',
  })
  async patrolRoutes(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => PatrolRoutesArgs) args: PatrolRoutesArgs,
  ): Promise<Connection<PatrolRouteType> | null> {
    const desk = await ctx.readTownFor('patrol:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['patrolRoutes', args], () => listRoutes(desk, ctx.signedIn, args));
  }
}

@Resolver(() => PatrolRouteType)
export class PatrolRouteResolver {
  @Query(() => PatrolRouteType, {
    nullable: true,
    description: 'A route of patrols by its id. NOT_FOUND where it is not open to the viewer.',
  })
  patrolRoute(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the route.' }) id: string,
  ): Promise<PatrolRouteType> {
    return getRoute(ctx, id);
  }

  @Mutation(() => PatrolRoutePayload, {
    description: 'Opens a route 巡逻路线 in a unit, with the places that it leads by.',
  })
  openPatrolRoute(
    @Ctx() ctx: Context,
    @Input(() => OpenPatrolRouteInput) input: OpenPatrolRouteInput,
  ): Promise<PatrolRoutePayload> {
    const { townId } = requireId(input.unit, 'Unit', 'input.unit');
    return ctx.changeTown(townId, 'input.unit', 'openPatrolRoute', input, async (desk) =>
      payloadOf(desk, await openPatrolRoute(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => PatrolRoutePayload, {
    description: 'Says what a route is called and where it leads from a day on. What was patrolled before stays.',
  })
  changePatrolRoute(
    @Ctx() ctx: Context,
    @Input(() => ChangePatrolRouteInput) input: ChangePatrolRouteInput,
  ): Promise<PatrolRoutePayload> {
    return change(ctx, 'changePatrolRoute', input, (desk) => changePatrolRoute(desk, ctx.signedIn, input));
  }

  @Mutation(() => PatrolRoutePayload, { description: 'Closes a route: it is patrolled no more.' })
  closePatrolRoute(
    @Ctx() ctx: Context,
    @Input(() => ClosePatrolRouteInput) input: ClosePatrolRouteInput,
  ): Promise<PatrolRoutePayload> {
    return change(ctx, 'closePatrolRoute', input, (desk) => closePatrolRoute(desk, ctx.signedIn, input));
  }

  @FieldResolver(() => String, { description: 'Its name today, or, outside its life, the last one.' })
  async name(@Ctx() ctx: Context, @Root() route: PatrolRouteType): Promise<string> {
    return (await routeOn(await ctx.readTown(route.townId), route, ctx.today)).name;
  }

  @FieldResolver(() => [PatrolStopType], {
    description: 'The places that it leads by today, in order, or, outside its life, the last ones.',
  })
  async stops(@Ctx() ctx: Context, @Root() route: PatrolRouteType): Promise<PatrolStopType[]> {
    return (await routeOn(await ctx.readTown(route.townId), route, ctx.today)).stops;
  }

  @FieldResolver(() => UnitType, { description: 'The unit in which it leads, as it is today, or was last.' })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: PatrolRouteType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }

  @FieldResolver(() => [PatrolRouteVersionType], {
    description: 'What it was called and where it led over time, the first first.',
  })
  async versions(@Ctx() ctx: Context, @Root() { townId, uuid }: PatrolRouteType): Promise<PatrolRouteVersionType[]> {
    const versions = await (await ctx.readTown(townId)).load(routeVersionsOf, { townId, uuid });
    return versions.filter(({ validFrom, validTo }) => validFrom !== validTo);
  }

  @FieldResolver(() => [PermissionEnum], { description: 'What the viewer may do where it leads.' })
  async viewerCan(@Ctx() ctx: Context, @Root() route: PatrolRouteType): Promise<string[]> {
    const place = await placeOfPatrol(await ctx.readTown(route.townId), route);
    return permissionsAt(ctx.signedIn, place).map(permissionName);
  }
}

/** Runs a change of one route and answers it as the change left it. */
function change(
  ctx: Context,
  operation: string,
  input: Keyed & { route: string },
  work: (desk: Desk) => Promise<string>,
): Promise<PatrolRoutePayload> {
  const { townId } = requireId(input.route, 'PatrolRoute', 'input.route');
  return ctx.changeTown(townId, 'input.route', operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, uuid: string): Promise<PatrolRoutePayload> {
  desk.forget();
  const route = await desk.load(routesById, { townId: desk.town, uuid });
  if (!route) throw notFound('input.route');
  return { route };
}
