import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { change } from '../db/change.ts';
import { badInput, notFound, Refusal } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { readDistricts } from '../towns/read-towns.ts';
import { sandboxDistrict } from '../towns/sandbox.ts';
import {
  AcceptInvitationInput,
  AcceptInvitationPayload,
  AssignRoleInput,
  AssignRolePayload,
  ChangePasswordInput,
  ChangePasswordPayload,
  EndAssignmentInput,
  EndAssignmentPayload,
  InviteToTownInput,
  InviteToTownPayload,
  LinkAccountToPersonInput,
  LinkAccountToPersonPayload,
  OpenAccountInput,
  OpenAccountPayload,
  OpenOfficeAccountInput,
  OpenOfficeAccountPayload,
  ResetPasswordInput,
  ResetPasswordPayload,
  WithdrawInvitationInput,
  WithdrawInvitationPayload,
} from './account.type.ts';
import { assignRole, endAssignment, resetPassword } from './assign-role.ts';
import { changePassword, checkPasswords } from './change-password.ts';
import { acceptInvitation, inviteToTown, townOfCode } from './invite.ts';
import { linkAccountToPerson } from './link-account.ts';
import { loadActor } from './load-actor.ts';
import { openAccount, openOfficeAccount } from './open-account.ts';
import { withdrawInvitation } from './open-invitations.ts';
import { accountOf } from './viewer.ts';

@Resolver()
export class AccountMutations {
  @Mutation(() => OpenAccountPayload, { description: 'Opens an account in a town, with its first role.' })
  async openAccount(
    @Ctx() ctx: Context,
    @Input(() => OpenAccountInput) input: OpenAccountInput,
  ): Promise<OpenAccountPayload> {
    const { townId } = await getTownFor(ctx, 'account:open', input.town);
    return ctx.changeTown(
      townId,
      'input.town',
      'openAccount',
      input,
      (desk) => openAccount(desk, ctx.signedIn, input, ctx.today),
      { secret: 'password', keepsFigures: true },
    );
  }

  @Mutation(() => OpenOfficeAccountPayload, {
    description: 'Opens an account of a district office or of the platform.',
  })
  async openOfficeAccount(
    @Ctx() ctx: Context,
    @Input(() => OpenOfficeAccountInput) input: OpenOfficeAccountInput,
  ): Promise<OpenOfficeAccountPayload> {
    if (input.district != null) {
      const districts = await readDistricts(await ctx.readRegister());
      if (!districts.some(({ code }) => code === input.district && code !== sandboxDistrict.code))
        throw notFound('input.district');
    }
    return change(
      ctx,
      { role: 'app_platform' },
      'openOfficeAccount',
      input,
      (desk) => openOfficeAccount(desk, input, ctx.today),
      { secret: 'password' },
    );
  }

  @Mutation(() => AssignRolePayload, { description: 'Gives an account that the town knows another role there.' })
  assignRole(@Ctx() ctx: Context, @Input(() => AssignRoleInput) input: AssignRoleInput): Promise<AssignRolePayload> {
    const { townId } = requireId(input.account, 'TownAccount', 'input.account');
    return ctx.changeTown(
      townId,
      'input.account',
      'assignRole',
      input,
      async (desk) => ({
        account: await assignRole(desk, ctx.signedIn, input, ctx.today),
      }),
      { keepsFigures: true },
    );
  }

  @Mutation(() => EndAssignmentPayload, { description: 'Takes a role away. What was done in it stays.' })
  endAssignment(
    @Ctx() ctx: Context,
    @Input(() => EndAssignmentInput) input: EndAssignmentInput,
  ): Promise<EndAssignmentPayload> {
    const { townId, key } = requireId(input.assignment, 'Assignment', 'input.assignment');
    return ctx.changeTown(
      townId,
      'input.assignment',
      'endAssignment',
      input,
      async (desk) => ({
        account: await endAssignment(desk, ctx.signedIn, key, ctx.today),
      }),
      { keepsFigures: true },
    );
  }

  @Mutation(() => LinkAccountToPersonPayload, {
    description: 'Says as which person an account acts in a town. What was recorded before stays as it is.',
  })
  linkAccountToPerson(
    @Ctx() ctx: Context,
    @Input(() => LinkAccountToPersonInput) input: LinkAccountToPersonInput,
  ): Promise<LinkAccountToPersonPayload> {
    const { townId } = requireId(input.account, 'TownAccount', 'input.account');
    return ctx.changeTown(
      townId,
      'input.account',
      'linkAccountToPerson',
      input,
      async (desk) => ({
        account: await linkAccountToPerson(desk, ctx.signedIn, input),
      }),
      { keepsFigures: true },
    );
  }

  @Mutation(() => ResetPasswordPayload, { description: 'Gives an account a new password and ends all its sessions.' })
  resetPassword(
    @Ctx() ctx: Context,
    @Input(() => ResetPasswordInput) input: ResetPasswordInput,
  ): Promise<ResetPasswordPayload> {
    const { townId } = requireId(input.account, 'TownAccount', 'input.account');
    return ctx.changeTown<ResetPasswordPayload>(
      townId,
      'input.account',
      'resetPassword',
      input,
      (desk) => resetPassword(desk, ctx.signedIn, input.account),
      { secret: 'password', keepsFigures: true },
    );
  }

  @Mutation(() => ChangePasswordPayload, {
    description: 'Gives the viewer a new password and ends all their sessions.',
  })
  async changePassword(
    @Ctx() ctx: Context,
    @Input(() => ChangePasswordInput) input: ChangePasswordInput,
  ): Promise<ChangePasswordPayload> {
    const actor = ctx.signedIn;
    const checked = await checkPasswords(ctx.orm, actor, input, ctx.now);
    // Passwords stay out of the idempotency record, even hashed without a secret.
    const recorded = { idempotencyKey: input.idempotencyKey, passwords: checked.fingerprint };
    return change(ctx, { role: 'app_signin', account: actor.accountId }, 'changePassword', recorded, async (desk) => {
      await changePassword(desk, actor, checked);
      return { account: accountOf(actor) };
    });
  }

  @Mutation(() => InviteToTownPayload, {
    description: 'Offers a role in a town to somebody whose account another town opened. They accept it with the code.',
  })
  async inviteToTown(
    @Ctx() ctx: Context,
    @Input(() => InviteToTownInput) input: InviteToTownInput,
  ): Promise<InviteToTownPayload> {
    const { townId } = await getTownFor(ctx, 'account:assign', input.town);
    return ctx.changeTown<InviteToTownPayload>(
      townId,
      'input.town',
      'inviteToTown',
      input,
      (desk) => inviteToTown(desk, ctx.signedIn, input, ctx.today),
      { secret: 'code', keepsFigures: true },
    );
  }

  @Mutation(() => WithdrawInvitationPayload, {
    description: 'Withdraws an invitation, so that its code is accepted no more.',
  })
  withdrawInvitation(
    @Ctx() ctx: Context,
    @Input(() => WithdrawInvitationInput) input: WithdrawInvitationInput,
  ): Promise<WithdrawInvitationPayload> {
    const { townId, key } = requireId(input.invitation, 'Invitation', 'input.invitation');
    return ctx.changeTown(
      townId,
      'input.invitation',
      'withdrawInvitation',
      input,
      async (desk) => {
        await withdrawInvitation(desk, ctx.signedIn, key);
        return { invitation: input.invitation };
      },
      { keepsFigures: true },
    );
  }

  @Mutation(() => AcceptInvitationPayload, { description: 'Accepts an invitation to work for a town.' })
  async acceptInvitation(
    @Ctx() ctx: Context,
    @Input(() => AcceptInvitationInput) input: AcceptInvitationInput,
  ): Promise<AcceptInvitationPayload> {
    const actor = ctx.signedIn;
    const town = townOfCode(input.code);
    if (town === undefined) throw badInput('input.code', 'invitationInvalid');
    await change(
      ctx,
      { role: 'app_town', town },
      'acceptInvitation',
      input,
      async (desk) => {
        await acceptInvitation(desk, actor, input.code, ctx.today);
        return {};
      },
      { keepsFigures: true },
    );
    const present = await loadActor(ctx.orm, actor.accountId, ctx.now);
    if (!present) throw new Refusal('UNAUTHENTICATED', 'unauthenticated');
    ctx.actor = present;
    return { viewer: { account: accountOf(present) } };
  }
}
