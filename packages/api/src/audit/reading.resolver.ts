import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { TownAccountType } from '../accounts/account.type.ts';
import { townAccountsByAccount } from '../accounts/town-accounts.ts';
import { ApplicationType } from '../applications/application.type.ts';
import { applicationsByAccount, applicationsById } from '../applications/application-rows.ts';
import type { Context } from '../context.ts';
import { type Connection, PageArgs } from '../schema/connection.ts';
import { TownType } from '../towns/town.type.ts';
import { listReadings } from './list-readings.ts';
import { ReadingConnectionType, ReadingFilter, ReadingType } from './reading.type.ts';

@ArgsType()
class ReadingsArgs extends PageArgs {
  @Field(() => ReadingFilter, { nullable: true, description: 'Which to list.' })
  filter?: ReadingFilter | null;
}

@Resolver(() => TownType)
export class TownReadingsResolver {
  @FieldResolver(() => ReadingConnectionType, {
    nullable: true,
    description:
      'Who has looked at residents’ personal data in the town, the latest first; null where the viewer may not see it.',
  })
  async readings(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => ReadingsArgs) args: ReadingsArgs,
  ): Promise<Connection<ReadingType> | null> {
    const desk = await ctx.readTownFor('audit:read', townId);
    return desk ? listReadings(desk, args, args.filter ?? {}) : null;
  }
}

@Resolver(() => ReadingType)
export class ReadingResolver {
  @FieldResolver(() => TownAccountType, {
    nullable: true,
    description: 'The account that looked, as the town knows it.',
  })
  async account(@Ctx() ctx: Context, @Root() { townId, accountId }: ReadingType): Promise<TownAccountType | null> {
    return (await (await ctx.readTown(townId)).load(townAccountsByAccount, { townId, accountId })) ?? null;
  }

  @FieldResolver(() => ApplicationType, {
    nullable: true,
    description:
      'The application that looked, for the account or, without one, for itself; null where an account did alone.',
  })
  async application(
    @Ctx() ctx: Context,
    @Root() { accountId, applicationId }: ReadingType,
  ): Promise<ApplicationType | null> {
    const desk = await ctx.readSignIn();
    const found =
      applicationId === null ? desk.load(applicationsByAccount, accountId) : desk.load(applicationsById, applicationId);
    return (await found) ?? null;
  }
}
