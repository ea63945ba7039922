import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ApplicationType } from '../applications/application.type.ts';
import { getApplication } from '../applications/get-application.ts';
import { isOwn } from '../applications/own-application.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import type { Connection } from '../schema/connection.ts';
import { listDeliveries } from './delivery-rows.ts';
import { endpointsOf, ownEndpoints, webhookSecretsOf } from './endpoint-rows.ts';
import { WebhookDeliveriesArgs } from './webhook.input.ts';
import {
  WebhookDeliveryConnectionType,
  WebhookDeliveryType,
  WebhookEndpointType,
  WebhookSecretType,
} from './webhook.type.ts';

@Resolver(() => ApplicationType)
export class ApplicationWebhooksResolver {
  @FieldResolver(() => [WebhookEndpointType], {
    nullable: true,
    description: 'Its webhook endpoints, the oldest first, five at the most; null for all but whoever registered it.',
  })
  async webhookEndpoints(
    @Ctx() ctx: Context,
    @Root() { uuid, ownerId }: ApplicationType,
  ): Promise<WebhookEndpointType[] | null> {
    return isOwn(ctx, ownerId) ? (await ctx.readSignIn()).load(endpointsOf, uuid) : null;
  }
}

@Resolver(() => WebhookEndpointType)
export class WebhookEndpointResolver {
  @FieldResolver(() => ApplicationType, { description: 'The application.' })
  async application(@Ctx() ctx: Context, @Root() { applicationUuid }: WebhookEndpointType): Promise<ApplicationType> {
    return getApplication(ctx, applicationUuid);
  }

  @FieldResolver(() => [WebhookSecretType], {
    description: 'Its secrets that are not revoked, the oldest first. Messages are signed with each of them.',
  })
  async secrets(@Ctx() ctx: Context, @Root() { uuid }: WebhookEndpointType): Promise<WebhookSecretType[]> {
    return (await ctx.readSignIn()).load(webhookSecretsOf, uuid);
  }

  @FieldResolver(() => WebhookDeliveryConnectionType, {
    description: 'The deliveries to it in the last 30 days, the latest first.',
  })
  async deliveries(
    @Ctx() ctx: Context,
    @Root() { uuid }: WebhookEndpointType,
    @Args(() => WebhookDeliveriesArgs) args: WebhookDeliveriesArgs,
  ): Promise<Connection<WebhookDeliveryType>> {
    return listDeliveries(await ctx.readSignIn(), uuid, args);
  }
}

@Resolver(() => WebhookDeliveryType)
export class WebhookDeliveryResolver {
  @FieldResolver(() => WebhookEndpointType, { description: 'Where it is delivered to.' })
  async endpoint(@Ctx() ctx: Context, @Root() { endpointUuid }: WebhookDeliveryType): Promise<WebhookEndpointType> {
    const key = { owner: ctx.signedIn.accountId, uuid: endpointUuid };
    const endpoint = await (await ctx.readSignIn()).load(ownEndpoints, key);
    if (!endpoint) throw notFound();
    return endpoint;
  }
}
