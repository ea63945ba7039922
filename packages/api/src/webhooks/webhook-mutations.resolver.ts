import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { TownKey } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { Input } from '../schema/keyed.input.ts';
import { deliveriesById } from './delivery-rows.ts';
import { ownEndpoints } from './endpoint-rows.ts';
import { enableEndpoint, endEndpoint, registerEndpoint, reviseEndpoint } from './register-endpoint.ts';
import { pingEndpoint, replayDeliveries, replayDelivery } from './replay.ts';
import {
  EnableWebhookEndpointInput,
  EnableWebhookEndpointPayload,
  EndWebhookEndpointInput,
  EndWebhookEndpointPayload,
  PingWebhookEndpointInput,
  PingWebhookEndpointPayload,
  RegisterWebhookEndpointInput,
  RegisterWebhookEndpointPayload,
  RenewWebhookSecretInput,
  RenewWebhookSecretPayload,
  ReplayWebhookDeliveriesInput,
  ReplayWebhookDeliveriesPayload,
  ReplayWebhookDeliveryInput,
  ReplayWebhookDeliveryPayload,
  ReviseWebhookEndpointInput,
  ReviseWebhookEndpointPayload,
  RevokeWebhookSecretInput,
  RevokeWebhookSecretPayload,
} from './webhook.input.ts';
import { renewWebhookSecret, revokeWebhookSecret } from './webhook-secrets.ts';

@Resolver()
export class WebhookMutations {
  @Mutation(() => RegisterWebhookEndpointPayload, {
    description:
      'Registers a webhook endpoint of an application of the viewer’s. It is sent what changes from then on.',
  })
  registerWebhookEndpoint(
    @Ctx() ctx: Context,
    @Input(() => RegisterWebhookEndpointInput) input: RegisterWebhookEndpointInput,
  ): Promise<RegisterWebhookEndpointPayload> {
    const register = async (desk: Desk) => {
      const { endpoint, secret } = await registerEndpoint(desk, ctx.signedIn, input);
      return { endpoint: await shown(ctx, desk, endpoint), secret };
    };
    return ctx.changeOwn('registerWebhookEndpoint', input, register, { secret: 'secret' });
  }

  @Mutation(() => ReviseWebhookEndpointPayload, {
    description: 'Changes an endpoint. Messages that are waiting go to its new address.',
  })
  reviseWebhookEndpoint(
    @Ctx() ctx: Context,
    @Input(() => ReviseWebhookEndpointInput) input: ReviseWebhookEndpointInput,
  ): Promise<ReviseWebhookEndpointPayload> {
    return ctx.changeOwn('reviseWebhookEndpoint', input, async (desk) => ({
      endpoint: await shown(ctx, desk, await reviseEndpoint(desk, ctx.signedIn, input)),
    }));
  }

  @Mutation(() => EndWebhookEndpointPayload, { description: 'Ends an endpoint, for good.' })
  endWebhookEndpoint(
    @Ctx() ctx: Context,
    @Input(() => EndWebhookEndpointInput) input: EndWebhookEndpointInput,
  ): Promise<EndWebhookEndpointPayload> {
    return ctx.changeOwn('endWebhookEndpoint', input, async (desk) => ({
      endpoint: await shown(ctx, desk, await endEndpoint(desk, ctx.signedIn, input.endpoint)),
    }));
  }

  @Mutation(() => EnableWebhookEndpointPayload, {
    description: 'Enables an endpoint that was disabled. What has happened meanwhile is sent.',
  })
  enableWebhookEndpoint(
    @Ctx() ctx: Context,
    @Input(() => EnableWebhookEndpointInput) input: EnableWebhookEndpointInput,
  ): Promise<EnableWebhookEndpointPayload> {
    return ctx.changeOwn('enableWebhookEndpoint', input, async (desk) => ({
      endpoint: await shown(ctx, desk, await enableEndpoint(desk, ctx.signedIn, input.endpoint)),
    }));
  }

  @Mutation(() => RenewWebhookSecretPayload, {
    description: 'Creates a further secret of an endpoint; messages are signed with both until the old one is revoked.',
  })
  renewWebhookSecret(
    @Ctx() ctx: Context,
    @Input(() => RenewWebhookSecretInput) input: RenewWebhookSecretInput,
  ): Promise<RenewWebhookSecretPayload> {
    const renew = async (desk: Desk) => {
      const { endpoint, secret } = await renewWebhookSecret(desk, ctx.signedIn, input.endpoint);
      return { endpoint: await shown(ctx, desk, endpoint), secret };
    };
    return ctx.changeOwn('renewWebhookSecret', input, renew, { secret: 'secret' });
  }

  @Mutation(() => RevokeWebhookSecretPayload, { description: 'Revokes a secret of an endpoint that has another one.' })
  revokeWebhookSecret(
    @Ctx() ctx: Context,
    @Input(() => RevokeWebhookSecretInput) input: RevokeWebhookSecretInput,
  ): Promise<RevokeWebhookSecretPayload> {
    return ctx.changeOwn('revokeWebhookSecret', input, async (desk) => ({
      endpoint: await shown(ctx, desk, await revokeWebhookSecret(desk, ctx.signedIn, input.webhookSecret)),
    }));
  }

  @Mutation(() => PingWebhookEndpointPayload, { description: 'Sends an endpoint a `ping`, to try it.' })
  pingWebhookEndpoint(
    @Ctx() ctx: Context,
    @Input(() => PingWebhookEndpointInput) input: PingWebhookEndpointInput,
  ): Promise<PingWebhookEndpointPayload> {
    return ctx.changeOwn('pingWebhookEndpoint', input, async (desk) => ({
      delivery: await shownDelivery(desk, await pingEndpoint(desk, ctx.signedIn, input.endpoint)),
    }));
  }

  @Mutation(() => ReplayWebhookDeliveryPayload, { description: 'Sends a delivery again, or now.' })
  replayWebhookDelivery(
    @Ctx() ctx: Context,
    @Input(() => ReplayWebhookDeliveryInput) input: ReplayWebhookDeliveryInput,
  ): Promise<ReplayWebhookDeliveryPayload> {
    return ctx.changeOwn('replayWebhookDelivery', input, async (desk) => ({
      delivery: await shownDelivery(desk, await replayDelivery(desk, ctx.signedIn, input.delivery)),
    }));
  }

  @Mutation(() => ReplayWebhookDeliveriesPayload, {
    description:
      'Sends what happened since a moment again, or now, the earliest first: some 10,000 at once, and `more` tells where to go on.',
  })
  replayWebhookDeliveries(
    @Ctx() ctx: Context,
    @Input(() => ReplayWebhookDeliveriesInput) input: ReplayWebhookDeliveriesInput,
  ): Promise<ReplayWebhookDeliveriesPayload> {
    return ctx.changeOwn('replayWebhookDeliveries', input, async (desk) => {
      const { endpoint, ...sent } = await replayDeliveries(desk, ctx.signedIn, input);
      return { endpoint: await shown(ctx, desk, endpoint), ...sent };
    });
  }
}

async function shown({ signedIn }: Context, desk: Desk, uuid: string) {
  const endpoint = await desk.load(ownEndpoints, { owner: signedIn.accountId, uuid });
  if (!endpoint) throw notFound();
  return endpoint;
}

async function shownDelivery(desk: Desk, key: TownKey) {
  const delivery = await desk.load(deliveriesById, key);
  if (!delivery) throw notFound();
  return delivery;
}
