import { Ctx, Mutation, Resolver } from 'type-graphql';
import { permissionName } from '../access/permission.type.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import {
  type ApplicationConsentType,
  ConsentToApplicationInput,
  ConsentToApplicationPayload,
  EndApplicationInput,
  EndApplicationPayload,
  IssueTrialTokenInput,
  IssueTrialTokenPayload,
  RegisterApplicationInput,
  RegisterApplicationPayload,
  RenewApplicationSecretInput,
  RenewApplicationSecretPayload,
  ReviseApplicationInput,
  ReviseApplicationPayload,
  RevokeApplicationSecretInput,
  RevokeApplicationSecretPayload,
  WithdrawConsentInput,
  WithdrawConsentPayload,
} from './application.type.ts';
import { consentToApplication, withdrawConsent } from './consent.ts';
import { consentsById } from './consent-rows.ts';
import { applicationAt } from './get-application.ts';
import {
  endApplication,
  registerApplication,
  renewSecret,
  reviseApplication,
  revokeSecret,
} from './register-application.ts';
import { issueTrialToken } from './trial-token.ts';

@Resolver()
export class ApplicationMutations {
  @Mutation(() => RegisterApplicationPayload, { description: 'Registers an application of the viewer’s.' })
  registerApplication(
    @Ctx() ctx: Context,
    @Input(() => RegisterApplicationInput) input: RegisterApplicationInput,
  ): Promise<RegisterApplicationPayload> {
    const register = async (desk: Desk) => {
      const { application, secret } = await registerApplication(desk, ctx.signedIn, input);
      return { application: await applicationAt(desk, application), secret };
    };
    return ctx.changeOwn('registerApplication', input, register, { secret: 'secret' });
  }

  @Mutation(() => ReviseApplicationPayload, {
    description: 'Changes an application of the viewer’s. The consents of towns stay as they are.',
  })
  reviseApplication(
    @Ctx() ctx: Context,
    @Input(() => ReviseApplicationInput) input: ReviseApplicationInput,
  ): Promise<ReviseApplicationPayload> {
    return ctx.changeOwn('reviseApplication', input, async (desk) => ({
      application: await applicationAt(desk, await reviseApplication(desk, ctx.signedIn, input)),
    }));
  }

  @Mutation(() => EndApplicationPayload, { description: 'Retires an application of the viewer’s, for good.' })
  endApplication(
    @Ctx() ctx: Context,
    @Input(() => EndApplicationInput) input: EndApplicationInput,
  ): Promise<EndApplicationPayload> {
    return ctx.changeOwn('endApplication', input, async (desk) => ({
      application: await applicationAt(desk, await endApplication(desk, ctx.signedIn, input.application)),
    }));
  }

  @Mutation(() => RenewApplicationSecretPayload, {
    description: 'Creates a further secret of an application; the one before works until it is revoked.',
  })
  renewApplicationSecret(
    @Ctx() ctx: Context,
    @Input(() => RenewApplicationSecretInput) input: RenewApplicationSecretInput,
  ): Promise<RenewApplicationSecretPayload> {
    const renew = async (desk: Desk) => {
      const { application, secret } = await renewSecret(desk, ctx.signedIn, input.application);
      return { application: await applicationAt(desk, application), secret };
    };
    return ctx.changeOwn('renewApplicationSecret', input, renew, { secret: 'secret' });
  }

  @Mutation(() => RevokeApplicationSecretPayload, { description: 'Revokes a secret of an application at once.' })
  revokeApplicationSecret(
    @Ctx() ctx: Context,
    @Input(() => RevokeApplicationSecretInput) input: RevokeApplicationSecretInput,
  ): Promise<RevokeApplicationSecretPayload> {
    return ctx.changeOwn('revokeApplicationSecret', input, async (desk) => ({
      application: await applicationAt(desk, await revokeSecret(desk, ctx.signedIn, input.secret)),
    }));
  }

  @Mutation(() => IssueTrialTokenPayload, {
    description:
      'Issues a token of an application of the viewer’s that is valid for ten minutes, to try it out without its secret, as the explorer does.',
  })
  issueTrialToken(
    @Ctx() ctx: Context,
    @Input(() => IssueTrialTokenInput) input: IssueTrialTokenInput,
  ): Promise<IssueTrialTokenPayload> {
    const issue = async (desk: Desk) => {
      const { token, scopes, expiresAt } = await issueTrialToken(desk, ctx.signedIn, input);
      return { token, scopes: scopes.map(permissionName), expiresAt };
    };
    return ctx.changeOwn('issueTrialToken', input, issue, { secret: 'token' });
  }

  @Mutation(() => ConsentToApplicationPayload, {
    description: 'Consents to an application in a town 授权, in place of what the town has consented to before.',
  })
  async consentToApplication(
    @Ctx() ctx: Context,
    @Input(() => ConsentToApplicationInput) input: ConsentToApplicationInput,
  ): Promise<ConsentToApplicationPayload> {
    const { townId } = await getTownFor(ctx, 'application:consent', input.town);
    // Subscriptions hear that the town has changed, and ask what they still may.
    return ctx.changeTown(townId, 'input.town', 'consentToApplication', input, async (desk) => ({
      consent: await shownConsent(desk, await consentToApplication(desk, ctx.signedIn, input, ctx.today)),
    }));
  }

  @Mutation(() => WithdrawConsentPayload, { description: 'Withdraws the consent of a town to an application.' })
  withdrawConsent(
    @Ctx() ctx: Context,
    @Input(() => WithdrawConsentInput) input: WithdrawConsentInput,
  ): Promise<WithdrawConsentPayload> {
    const { townId } = requireId(input.consent, 'ApplicationConsent', 'input.consent');
    // As above: within five seconds they end.
    return ctx.changeTown(townId, 'input.consent', 'withdrawConsent', input, async (desk) => ({
      consent: await shownConsent(desk, await withdrawConsent(desk, ctx.signedIn, input.consent)),
    }));
  }
}

async function shownConsent(desk: Desk, uuid: string): Promise<ApplicationConsentType> {
  const consent = await desk.load(consentsById, { townId: desk.town, uuid });
  if (!consent) throw notFound();
  return consent;
}
