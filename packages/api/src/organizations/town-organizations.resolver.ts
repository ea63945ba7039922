import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import type { Connection } from '../schema/connection.ts';
import { TownType } from '../towns/town.type.ts';
import { listOrganizations } from './list-organizations.ts';
import { OrganizationConnectionType, type OrganizationType } from './organization.type.ts';
import { OrganizationsArgs } from './organization-list.type.ts';

@Resolver(() => TownType)
export class TownOrganizationsResolver {
  @FieldResolver(() => OrganizationConnectionType, {
    nullable: true,
    description:
      'The town’s organisations of the new sectors 两新组织 that are there on a day and that the viewer may see, by name. Null where the viewer sees none in the town.',
  })
  async organizations(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => OrganizationsArgs) args: OrganizationsArgs,
  ): Promise<Connection<OrganizationType> | null> {
    const desk = await ctx.readTownFor('organization:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['organizations', townId, args], () => listOrganizations(desk, ctx.signedIn, townId, args));
  }
}
