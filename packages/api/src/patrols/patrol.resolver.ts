import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt } from '../access/reach.ts';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { PersonType } from '../people/person.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { findingsOf } from './finding-rows.ts';
import { PatrolType, PatrolVersionType } from './patrol.type.ts';
import { PatrolFindingType } from './patrol-finding.type.ts';
import { membersOf, patrolledStopsOf, patrolVersionsOf } from './patrol-parts.ts';
import { placeOfPatrol } from './patrol-reach.ts';
import { PatrolRouteType, PatrolStopType } from './patrol-route.type.ts';
import { getPatrol } from './patrol-rows.ts';
import { routesById } from './route-rows.ts';

@Resolver(() => PatrolType)
export class PatrolResolver {
  @Query(() => PatrolType, {
    nullable: true,
    description: 'A patrol by its id. NOT_FOUND where it is not open to the viewer.',
  })
  patrol(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the patrol.' }) id: string,
  ): Promise<PatrolType> {
    return getPatrol(ctx, id);
  }

  @FieldResolver(() => PatrolRouteType, { nullable: true, description: 'The route; null where it was of a place.' })
  async route(@Ctx() ctx: Context, @Root() { townId, routeUuid }: PatrolType): Promise<PatrolRouteType | null> {
    if (routeUuid === null) return null;
    return (await (await ctx.readTown(townId)).load(routesById, { townId, uuid: routeUuid })) ?? null;
  }

  @FieldResolver(() => UnitType, { description: 'The unit in which it was made, as it was on that day.' })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid, patrolledOn }: PatrolType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid, patrolledOn);
  }

  @FieldResolver(() => UnitType, {
    description: 'The block for which it counts, for a unit above the blocks the unit, as it was on that day.',
  })
  block(@Ctx() ctx: Context, @Root() { townId, blockUuid, patrolledOn }: PatrolType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, blockUuid, patrolledOn);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What there is to say of it as a whole.' })
  async note(@Ctx() ctx: Context, @Root() { townId, uuid }: PatrolType): Promise<string | null> {
    const versions = await (await ctx.readTown(townId)).load(patrolVersionsOf, { townId, uuid });
    return versions.at(-1)?.note ?? null;
  }

  @FieldResolver(() => [PersonType], { description: 'The people who took part, by name.' })
  async people(@Ctx() ctx: Context, @Root() { townId, versionUuid }: PatrolType): Promise<PersonType[]> {
    return (await ctx.readTown(townId)).load(membersOf, { townId, uuid: versionUuid });
  }

  @FieldResolver(() => [PatrolStopType], { description: 'The places of the route that it came by, in order.' })
  stops(@Ctx() ctx: Context, @Root() patrol: PatrolType): Promise<PatrolStopType[]> {
    return stopsOf(ctx, patrol, true);
  }

  @FieldResolver(() => [PatrolStopType], { description: 'The places of the route that it left out, in order.' })
  stopsLeftOut(@Ctx() ctx: Context, @Root() patrol: PatrolType): Promise<PatrolStopType[]> {
    return stopsOf(ctx, patrol, false);
  }

  @FieldResolver(() => [PatrolFindingType], { description: 'What it brought up; nothing where nothing was found.' })
  async findings(@Ctx() ctx: Context, @Root() { townId, uuid }: PatrolType): Promise<PatrolFindingType[]> {
    return (await ctx.readTown(townId)).load(findingsOf, { townId, uuid });
  }

  @FieldResolver(() => [PatrolVersionType], { description: 'All that was written about it, the first first.' })
  async versions(@Ctx() ctx: Context, @Root() { townId, uuid }: PatrolType): Promise<PatrolVersionType[]> {
    return (await ctx.readTown(townId)).load(patrolVersionsOf, { townId, uuid });
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: PatrolType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who withdrew it, as the town knows them.' })
  async withdrawnBy(@Ctx() ctx: Context, @Root() { townId, withdrawnById }: PatrolType): Promise<string | null> {
    return accountName(ctx, townId, withdrawnById);
  }

  @FieldResolver(() => [PermissionEnum], { description: 'What the viewer may do with this patrol.' })
  async viewerCan(@Ctx() ctx: Context, @Root() patrol: PatrolType): Promise<string[]> {
    const held = permissionsAt(ctx.signedIn, await placeOfPatrol(await ctx.readTown(patrol.townId), patrol));
    const own = patrol.recordedById === ctx.signedIn.accountId && held.includes('patrol:record');
    const may = own && !held.includes('patrol:withdraw') ? [...held, 'patrol:withdraw' as const] : held;
    return may.map(permissionName);
  }
}

@Resolver(() => PatrolVersionType)
export class PatrolVersionResolver {
  @FieldResolver(() => [PersonType], { description: 'The people who took part, as this version says, by name.' })
  async people(@Ctx() ctx: Context, @Root() { townId, versionUuid }: PatrolVersionType): Promise<PersonType[]> {
    return (await ctx.readTown(townId)).load(membersOf, { townId, uuid: versionUuid });
  }

  @FieldResolver(() => [PatrolStopType], { description: 'The places that it came by, as this version says, in order.' })
  stops(@Ctx() ctx: Context, @Root() version: PatrolVersionType): Promise<PatrolStopType[]> {
    return stopsOf(ctx, version, true);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who wrote it, as the town knows them.' })
  writtenBy(@Ctx() ctx: Context, @Root() { townId, writtenById }: PatrolVersionType): Promise<string | null> {
    return accountName(ctx, townId, writtenById);
  }
}

async function stopsOf(
  ctx: Context,
  { townId, versionUuid }: { townId: number; versionUuid: string },
  asked: boolean,
): Promise<PatrolStopType[]> {
  const stops = await (await ctx.readTown(townId)).load(patrolledStopsOf, { townId, uuid: versionUuid });
  return stops.filter(({ cameBy }) => cameBy === asked).map(({ stop }) => stop);
}
