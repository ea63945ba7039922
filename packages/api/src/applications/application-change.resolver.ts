import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { TownAccountType } from '../accounts/account.type.ts';
import { townAccountsByAccount } from '../accounts/town-accounts.ts';
import type { Context } from '../context.ts';
import { type Connection, PageArgs } from '../schema/connection.ts';
import { TownType } from '../towns/town.type.ts';
import { ApplicationType } from './application.type.ts';
import { ApplicationChangeConnectionType, ApplicationChangeType } from './application-change.type.ts';
import { getApplication } from './get-application.ts';
import { listChanges } from './list-changes.ts';

@Resolver(() => TownType)
export class TownApplicationChangesResolver {
  @FieldResolver(() => ApplicationChangeConnectionType, {
    nullable: true,
    description:
      'What applications of others changed in the town, and that one changed its name or what it says of itself, the latest first; null where the viewer may not see who looked either.',
  })
  async applicationChanges(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<ApplicationChangeType> | null> {
    const desk = await ctx.readTownFor('audit:read', townId);
    return desk ? listChanges(desk, args) : null;
  }
}

@Resolver(() => ApplicationChangeType)
export class ApplicationChangeResolver {
  @FieldResolver(() => ApplicationType, { description: 'The application.' })
  async application(@Ctx() ctx: Context, @Root() change: ApplicationChangeType): Promise<ApplicationType> {
    return getApplication(ctx, change.applicationUuid);
  }

  @FieldResolver(() => TownAccountType, {
    nullable: true,
    description:
      'The account for which it did it, or which changed what it says of itself, as the town knows it; null where it did it for itself, or the town knows no such account.',
  })
  async account(
    @Ctx() ctx: Context,
    @Root() { townId, accountId }: ApplicationChangeType,
  ): Promise<TownAccountType | null> {
    return (await (await ctx.readTown(townId)).load(townAccountsByAccount, { townId, accountId })) ?? null;
  }
}
