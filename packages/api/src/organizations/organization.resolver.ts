import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { DateScalar } from '../schema/scalars.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { UnitType } from '../units/unit.type.ts';
import { IndustryType, OrganizationKindType, OrganizationType, OrganizationVersionType } from './organization.type.ts';
import { industryNamed, kindNamed, unitOn } from './organization-facts.ts';
import { factsOf, getOrganization, organizationLines, placeOfOrganization } from './organization-rows.ts';

@Resolver(() => OrganizationType)
export class OrganizationResolver {
  @Query(() => OrganizationType, {
    nullable: true,
    description: 'An organisation by its id. NOT_FOUND where it is not open to the viewer.',
  })
  organization(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the organisation.' }) id: string,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day on which to show it; today unless told.' })
    asOf?: string | null,
  ): Promise<OrganizationType> {
    return getOrganization(ctx, id, asOf ?? undefined);
  }

  @FieldResolver(() => TownType, { description: 'The town that it is in.' })
  async town(@Ctx() ctx: Context, @Root() { townId }: OrganizationType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => OrganizationKindType, { description: 'Its kind.' })
  kind(@Ctx() ctx: Context, @Root() { townId, kindUuid }: OrganizationType): Promise<OrganizationKindType> {
    return kindNamed(ctx, townId, kindUuid);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description:
      'The unit that it is in, whatever restructurings made of the one that it was registered at; null for the town itself.',
  })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid, asOf }: OrganizationType): Promise<UnitType | null> {
    return unitOn(ctx, townId, unitUuid, asOf);
  }

  @FieldResolver(() => IndustryType, { nullable: true, description: 'Its industry; null where none is known.' })
  industry(@Ctx() ctx: Context, @Root() { townId, industryUuid }: OrganizationType): Promise<IndustryType | null> {
    return industryNamed(ctx, townId, industryUuid);
  }

  @FieldResolver(() => [OrganizationVersionType], { description: 'What it was, is and will be, the oldest first.' })
  async versions(@Ctx() ctx: Context, @Root() key: OrganizationType): Promise<OrganizationVersionType[]> {
    const { townId, uuid } = key;
    const line = await (await ctx.readTown(townId)).load(organizationLines, { townId, uuid });
    return (line?.versions ?? []).map(({ from, to, state }) => ({
      ...factsOf(key, state),
      validFrom: from,
      validTo: to,
    }));
  }

  @FieldResolver(() => [PermissionEnum], { description: 'What the viewer may do with it.' })
  async viewerCan(@Ctx() ctx: Context, @Root() { townId, uuid }: OrganizationType): Promise<string[]> {
    const desk = await ctx.readTown(townId);
    const line = await desk.load(organizationLines, { townId, uuid });
    return line ? permissionsAt(ctx.signedIn, await placeOfOrganization(desk, line)).map(permissionName) : [];
  }
}

@Resolver(() => OrganizationVersionType)
export class OrganizationVersionResolver {
  @FieldResolver(() => OrganizationKindType, { description: 'Its kind.' })
  kind(@Ctx() ctx: Context, @Root() { townId, kindUuid }: OrganizationVersionType): Promise<OrganizationKindType> {
    return kindNamed(ctx, townId, kindUuid);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit that it was in at the beginning of the period; null for the town itself.',
  })
  unit(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid, validFrom }: OrganizationVersionType,
  ): Promise<UnitType | null> {
    return unitOn(ctx, townId, unitUuid, validFrom);
  }

  @FieldResolver(() => IndustryType, { nullable: true, description: 'Its industry; null where none is known.' })
  industry(
    @Ctx() ctx: Context,
    @Root() { townId, industryUuid }: OrganizationVersionType,
  ): Promise<IndustryType | null> {
    return industryNamed(ctx, townId, industryUuid);
  }
}
