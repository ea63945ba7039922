import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { holdsIn } from '../access/reach.ts';
import { ApplicationType } from '../applications/application.type.ts';
import { getApplication } from '../applications/get-application.ts';
import { isItself, isOwn } from '../applications/own-application.ts';
import type { Context } from '../context.ts';
import { type Connection, PageArgs } from '../schema/connection.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { ExportConnectionType, ExportType } from './export.type.ts';
import { exportsById } from './export-rows.ts';
import { listExports } from './find-export.ts';

@Resolver(() => TownType)
export class TownExportsResolver {
  @FieldResolver(() => ExportConnectionType, {
    nullable: true,
    description:
      'What applications have taken out of the town in bulk, the latest first: to an application its own exports, to whoever decides about applications all of them; null to others.',
  })
  async exports(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<ExportType> | null> {
    const { application } = ctx.signedIn;
    if (!holdsIn(ctx.signedIn, application ? 'record:export' : 'application:consent', townId)) return null;
    const desk = await ctx.readTown(townId);
    return listExports(desk, args, { town: townId, ...(application && { application: application.id }) });
  }
}

@Resolver(() => ApplicationType)
export class ApplicationExportsResolver {
  @FieldResolver(() => ExportConnectionType, {
    nullable: true,
    description:
      'What it has taken out of towns in bulk, the latest first; null for all but itself and whoever registered it.',
  })
  async exports(
    @Ctx() ctx: Context,
    @Root() { uuid, ownerId }: ApplicationType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<ExportType> | null> {
    if (!isOwn(ctx, ownerId) && !isItself(ctx, uuid)) return null;
    return listExports(await ctx.readSignIn(), args, { application: uuid });
  }
}

@Resolver(() => ExportType)
export class ExportResolver {
  @FieldResolver(() => ApplicationType, { description: 'The application.' })
  async application(@Ctx() ctx: Context, @Root() { applicationUuid }: ExportType): Promise<ApplicationType> {
    return getApplication(ctx, applicationUuid);
  }

  @FieldResolver(() => TownType, { description: 'The town.' })
  async town(@Ctx() ctx: Context, @Root() { townId }: ExportType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => ExportType, {
    nullable: true,
    description: 'The export since which it tells what changed; null where it tells everything.',
  })
  async since(@Ctx() ctx: Context, @Root() { townId, sinceUuid }: ExportType): Promise<ExportType | null> {
    if (sinceUuid === null) return null;
    const decides = holdsIn(ctx.signedIn, 'application:consent', townId);
    const desk = decides ? await ctx.readTown(townId) : await ctx.readSignIn();
    return (await desk.load(exportsById, { townId, uuid: sinceUuid })) ?? null;
  }
}
