import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { loadOnce } from '../db/load-once.ts';
import { notFound } from '../errors.ts';
import { OrganizationType } from '../organizations/organization.type.ts';
import { organizationSeen } from '../party-organizations/organization-seen.ts';
import type { Connection } from '../schema/connection.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { placeWith } from '../units/standing-under.ts';
import { UnitType } from '../units/unit.type.ts';
import { changeInspectionPlace, closeInspectionPlace, openInspectionPlace } from './keep-places.ts';
import { listPlaces } from './list-places.ts';
import {
  ChangeInspectionPlaceInput,
  CloseInspectionPlaceInput,
  InspectionPlacePayload,
  InspectionPlacesArgs,
  OpenInspectionPlaceInput,
} from './place.input.ts';
import { InspectionPlaceConnectionType, InspectionPlaceType, InspectionPlaceVersionType } from './place.type.ts';
import { getPlace, placeNear, placesById, placeVersionsOf } from './place-rows.ts';

@Resolver(() => TownType)
export class TownInspectionPlacesResolver {
  @FieldResolver(() => InspectionPlaceConnectionType, {
    nullable: true,
    description:
      'The town’s places that squads inspect, by name. Null where the viewer sees no inspections in the town.',
  })
  async inspectionPlaces(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => InspectionPlacesArgs) args: InspectionPlacesArgs,
  ): Promise<Connection<InspectionPlaceType> | null> {
    const desk = await ctx.readTownFor('inspection:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['inspectionPlaces', args], () => listPlaces(desk, args));
  }
}

@Resolver(() => InspectionPlaceType)
export class InspectionPlaceResolver {
  @Query(() => InspectionPlaceType, {
    nullable: true,
    description: 'A place that is inspected by its id. NOT_FOUND where it is not open to the viewer.',
  })
  inspectionPlace(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the place.' }) id: string,
  ): Promise<InspectionPlaceType> {
    return getPlace(ctx, id);
  }

  @Mutation(() => InspectionPlacePayload, { description: 'Opens a place that squads inspect 督查点, in a unit.' })
  openInspectionPlace(
    @Ctx() ctx: Context,
    @Input(() => OpenInspectionPlaceInput) input: OpenInspectionPlaceInput,
  ): Promise<InspectionPlacePayload> {
    const { townId } = requireId(input.unit, 'Unit', 'input.unit');
    return ctx.changeTown(townId, 'input.unit', 'openInspectionPlace', input, async (desk) =>
      payloadOf(desk, await openInspectionPlace(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => InspectionPlacePayload, {
    description: 'Says what a place is called and where it is from a day on. What it was before stays to be read.',
  })
  changeInspectionPlace(
    @Ctx() ctx: Context,
    @Input(() => ChangeInspectionPlaceInput) input: ChangeInspectionPlaceInput,
  ): Promise<InspectionPlacePayload> {
    return change(ctx, 'changeInspectionPlace', input, (desk) => changeInspectionPlace(desk, ctx.signedIn, input));
  }

  @Mutation(() => InspectionPlacePayload, { description: 'Closes a place: it is inspected no more.' })
  closeInspectionPlace(
    @Ctx() ctx: Context,
    @Input(() => CloseInspectionPlaceInput) input: CloseInspectionPlaceInput,
  ): Promise<InspectionPlacePayload> {
    return change(ctx, 'closeInspectionPlace', input, (desk) => closeInspectionPlace(desk, ctx.signedIn, input));
  }

  @FieldResolver(() => String, { description: 'Its name today, or, outside its life, the last one.' })
  async name(@Ctx() ctx: Context, @Root() place: InspectionPlaceType): Promise<string> {
    return (await placeNear(await ctx.readTown(place.townId), place, ctx.today)).name;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Its address today, or, outside its life, the last one.',
  })
  async address(@Ctx() ctx: Context, @Root() place: InspectionPlaceType): Promise<string | null> {
    return (await placeNear(await ctx.readTown(place.townId), place, ctx.today)).address;
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description:
      'The organisation of the town’s register that it is today, or was last; null where it is none, or that is out of the viewer’s reach.',
  })
  async organization(@Ctx() ctx: Context, @Root() place: InspectionPlaceType): Promise<OrganizationType | null> {
    const { organizationUuid } = await placeNear(await ctx.readTown(place.townId), place, ctx.today);
    return organizationSeen(ctx, place.townId, organizationUuid, ctx.today);
  }

  @FieldResolver(() => UnitType, { description: 'The unit in which it lies, as it is today, or was last.' })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: InspectionPlaceType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }

  @FieldResolver(() => [InspectionPlaceVersionType], {
    description: 'What it was called and where it was over time, the first first.',
  })
  async versions(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: InspectionPlaceType,
  ): Promise<InspectionPlaceVersionType[]> {
    const versions = await (await ctx.readTown(townId)).load(placeVersionsOf, { townId, uuid });
    return versions.filter(({ validFrom, validTo }) => validFrom !== validTo);
  }

  @FieldResolver(() => [PermissionEnum], { description: 'What the viewer may do where it lies.' })
  async viewerCan(@Ctx() ctx: Context, @Root() { townId, unitUuid }: InspectionPlaceType): Promise<string[]> {
    return permissionsAt(ctx.signedIn, await placeWith(await ctx.readTown(townId), townId, unitUuid)).map(
      permissionName,
    );
  }
}

/** Runs a change of one place and answers it as the change left it. */
function change(
  ctx: Context,
  operation: string,
  input: Keyed & { place: string },
  work: (desk: Desk) => Promise<string>,
): Promise<InspectionPlacePayload> {
  const { townId } = requireId(input.place, 'InspectionPlace', 'input.place');
  return ctx.changeTown(townId, 'input.place', operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, uuid: string): Promise<InspectionPlacePayload> {
  desk.forget();
  const place = await desk.load(placesById, { townId: desk.town, uuid });
  if (!place) throw notFound('input.place');
  return { place };
}
