import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt, permissionsIn } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { allowedParentsOf } from './allowed-parents.ts';
import { getTown, namedTowns } from './find-town.ts';
import { districtsByCode, readDistricts } from './read-towns.ts';
import { AllowedParentsType, DistrictType, TownType } from './town.type.ts';

@ArgsType()
class TownArgs {
  @Field(() => RegisterCodeScalar, { description: 'The code of the town in the register, 9 digits.' })
  code: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which to show the town; today unless told.' })
  asOf?: string | null;
}

@Resolver(() => DistrictType)
export class DistrictResolver {
  @Query(() => [DistrictType], {
    description:
      'The districts with a town that the viewer may see: all for the platform and for applications, their own for everybody else.',
  })
  async districts(@Ctx() ctx: Context): Promise<DistrictType[]> {
    const towns = await namedTowns(ctx);
    const codes = new Set(towns.map((town) => town.districtCode));
    return (await readDistricts(await ctx.readRegister())).filter((district) => codes.has(district.code));
  }

  @Query(() => DistrictType, {
    nullable: true,
    description: 'A district by its code. NOT_FOUND where the viewer may see none of its towns.',
  })
  async district(
    @Ctx() ctx: Context,
    @Arg('code', () => RegisterCodeScalar, { description: 'The code of the district, 6 digits.' }) code: string,
  ): Promise<DistrictType> {
    const district = (await this.districts(ctx)).find((candidate) => candidate.code === code);
    if (!district) throw notFound('code');
    return district;
  }

  @FieldResolver(() => [TownType], {
    description: 'The towns of the district that the viewer may see, for applications all, in the register’s order.',
  })
  async towns(@Ctx() ctx: Context, @Root() district: DistrictType): Promise<TownType[]> {
    return (await namedTowns(ctx)).filter((town) => town.districtCode === district.code);
  }
}

@Resolver(() => TownType)
export class TownResolver {
  @Query(() => TownType, {
    nullable: true,
    description: 'A town by its code. NOT_FOUND where it is not open to the viewer.',
  })
  town(@Ctx() ctx: Context, @Args(() => TownArgs) args: TownArgs): Promise<TownType> {
    return getTown(ctx, args.code, args.asOf ?? ctx.today);
  }

  @FieldResolver(() => DistrictType, { description: 'The district that the town belongs to.' })
  async district(@Ctx() ctx: Context, @Root() town: TownType): Promise<DistrictType> {
    const district = await (await ctx.readRegister()).load(districtsByCode, town.districtCode);
    if (!district) throw notFound();
    return district;
  }

  @FieldResolver(() => [PermissionEnum], { description: 'What the viewer may do with the town as a whole.' })
  viewerCan(@Ctx() ctx: Context, @Root() town: TownType): string[] {
    return permissionsAt(ctx.signedIn, { townId: town.townId, units: [] }).map(permissionName);
  }

  @FieldResolver(() => [PermissionEnum], {
    description: 'What the viewer may do in some place of the town, be it for one team.',
  })
  viewerCanSomewhere(@Ctx() ctx: Context, @Root() town: TownType): string[] {
    return permissionsIn(ctx.signedIn, town.townId).map(permissionName);
  }

  @FieldResolver(() => [AllowedParentsType], {
    nullable: true,
    description:
      'Which kinds of unit may stand under which in this town, as the town has settled it. Null where the viewer opens no units there.',
  })
  async allowedParents(@Ctx() ctx: Context, @Root() town: TownType): Promise<AllowedParentsType[] | null> {
    const desk = await ctx.readTownFor('unit:open', town.townId);
    return desk ? desk.load(allowedParentsOf, town.townId) : null;
  }
}
