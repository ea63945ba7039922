import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ViewerType } from '../accounts/account.type.ts';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import type { Connection } from '../schema/connection.ts';
import { uuidPattern } from '../schema/global-id.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import {
  ApplicationConnectionType,
  ApplicationConsentConnectionType,
  ApplicationConsentsArgs,
  ApplicationConsentType,
  ApplicationSecretType,
  ApplicationsArgs,
  ApplicationType,
} from './application.type.ts';
import { applicationsById, secretsOf } from './application-rows.ts';
import { applicationsOf } from './applications-of.ts';
import { consentsOfTown, consentsToApplication } from './consent-rows.ts';
import { getApplication } from './get-application.ts';
import { isOwn } from './own-application.ts';

@Resolver(() => ApplicationType)
export class ApplicationResolver {
  @Query(() => ApplicationType, {
    nullable: true,
    description: 'An application by the id of its OAuth client. NOT_FOUND where there is none.',
  })
  async application(
    @Ctx() ctx: Context,
    @Arg('clientId', () => String, { description: 'The id of its OAuth client.' }) clientId: string,
  ): Promise<ApplicationType> {
    const desk = await ctx.readSignIn();
    const application = uuidPattern.test(clientId) ? await desk.load(applicationsById, clientId) : undefined;
    if (!application) throw notFound('clientId');
    return application;
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: 'Its redirect URIs; null for all but whoever registered it.',
  })
  redirectUris(@Ctx() ctx: Context, @Root() { ownerId, redirects }: ApplicationType): readonly string[] | null {
    return isOwn(ctx, ownerId) ? redirects : null;
  }

  @FieldResolver(() => [ApplicationSecretType], {
    nullable: true,
    description: 'Its secrets that are not revoked; null for all but whoever registered it.',
  })
  async secrets(
    @Ctx() ctx: Context,
    @Root() { uuid, ownerId }: ApplicationType,
  ): Promise<ApplicationSecretType[] | null> {
    return isOwn(ctx, ownerId) ? (await ctx.readSignIn()).load(secretsOf, uuid) : null;
  }

  @FieldResolver(() => ApplicationConsentConnectionType, {
    nullable: true,
    description:
      'The consents of towns to it, the latest first, without who decided them; null for all but whoever registered it.',
  })
  async consents(
    @Ctx() ctx: Context,
    @Root() { uuid, ownerId }: ApplicationType,
    @Args(() => ApplicationConsentsArgs) args: ApplicationConsentsArgs,
  ): Promise<Connection<ApplicationConsentType> | null> {
    if (!isOwn(ctx, ownerId)) return null;
    return consentsToApplication(await ctx.readSignIn(), uuid, args);
  }
}

@Resolver(() => ViewerType)
export class ViewerApplicationsResolver {
  @FieldResolver(() => ApplicationConnectionType, {
    nullable: true,
    description: 'The applications that the viewer has registered, the latest first; null to applications themselves.',
  })
  async applications(
    @Ctx() ctx: Context,
    @Args(() => ApplicationsArgs) args: ApplicationsArgs,
  ): Promise<Connection<ApplicationType> | null> {
    if (ctx.signedIn.application) return null;
    return applicationsOf(await ctx.readSignIn(), ctx.signedIn.accountId, args);
  }

  @FieldResolver(() => ApplicationType, {
    nullable: true,
    description: 'The application through which the viewer asks; null on the platform’s own page.',
  })
  async application(@Ctx() ctx: Context): Promise<ApplicationType | null> {
    const { application } = ctx.signedIn;
    return application ? ((await (await ctx.readSignIn()).load(applicationsById, application.id)) ?? null) : null;
  }
}

@Resolver(() => TownType)
export class TownConsentsResolver {
  @FieldResolver(() => ApplicationConsentConnectionType, {
    nullable: true,
    description:
      'The town’s consents to applications, valid ones and those that are over, the latest first; null where the viewer does not decide about them.',
  })
  async consents(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => ApplicationConsentsArgs) args: ApplicationConsentsArgs,
  ): Promise<Connection<ApplicationConsentType> | null> {
    const desk = await ctx.readTownFor('application:consent', townId);
    return desk ? consentsOfTown(desk, townId, args) : null;
  }
}

@Resolver(() => ApplicationConsentType)
export class ApplicationConsentResolver {
  @FieldResolver(() => ApplicationType, { description: 'The application.' })
  async application(@Ctx() ctx: Context, @Root() consent: ApplicationConsentType): Promise<ApplicationType> {
    return getApplication(ctx, consent.applicationUuid);
  }

  @FieldResolver(() => TownType, { description: 'The town.' })
  async town(@Ctx() ctx: Context, @Root() { townId }: ApplicationConsentType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who decided it, as the town knows them; null for a viewer who sees nobody in the town.',
  })
  grantedBy(@Ctx() ctx: Context, @Root() { townId, grantedById }: ApplicationConsentType): Promise<string | null> {
    return accountName(ctx, townId, grantedById);
  }
}
