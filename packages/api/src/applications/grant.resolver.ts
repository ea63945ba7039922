import { Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { ViewerType } from '../accounts/account.type.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { Input } from '../schema/keyed.input.ts';
import { ApplicationType } from './application.type.ts';
import { getApplication } from './get-application.ts';
import { revokeGrant } from './grant.ts';
import { ApplicationGrantType, RevokeApplicationGrantInput, RevokeApplicationGrantPayload } from './grant.type.ts';
import { grantColumns, grantOf, grantOfAccount, holdingGrants } from './grant-rows.ts';

@Resolver(() => ViewerType)
export class ViewerGrantsResolver {
  @FieldResolver(() => [ApplicationGrantType], {
    nullable: true,
    description:
      'The applications that the viewer allows to act for them, the latest first; null where an application asks.',
  })
  async applicationGrants(@Ctx() ctx: Context): Promise<ApplicationGrantType[] | null> {
    if (ctx.signedIn.application) return null;
    const rows = await holdingGrants(await ctx.readSignIn())
      .select(grantColumns)
      .where('g.account_id', '=', ctx.signedIn.accountId)
      .orderBy('g.granted_at', 'desc')
      .orderBy('g.id', 'desc')
      .execute();
    return rows.map(grantOf);
  }
}

@Resolver(() => ApplicationGrantType)
export class ApplicationGrantResolver {
  @FieldResolver(() => ApplicationType, { description: 'The application.' })
  async application(@Ctx() ctx: Context, @Root() grant: ApplicationGrantType): Promise<ApplicationType> {
    return getApplication(ctx, grant.applicationUuid);
  }

  @Mutation(() => RevokeApplicationGrantPayload, {
    description: 'Lets an application act for the viewer no more 撤销个人授权.',
  })
  revokeApplicationGrant(
    @Ctx() ctx: Context,
    @Input(() => RevokeApplicationGrantInput) input: RevokeApplicationGrantInput,
  ): Promise<RevokeApplicationGrantPayload> {
    return ctx.changeOwn('revokeApplicationGrant', input, async (desk) => {
      const grant = await grantOfAccount(
        desk,
        ctx.signedIn.accountId,
        await revokeGrant(desk, ctx.signedIn, input.grant),
      );
      if (!grant) throw notFound('input.grant');
      return { grant };
    });
  }
}
