import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { OrganizationPayload, RegisterOrganizationInput, ReviseOrganizationInput } from './organization.input.ts';
import { changedOrganization } from './organization-rows.ts';
import { registerOrganization } from './register-organization.ts';
import { reviseOrganization } from './revise-organization.ts';

@Resolver()
export class OrganizationMutations {
  @Mutation(() => OrganizationPayload, { description: 'Registers an organisation of the new sectors 两新组织.' })
  async registerOrganization(
    @Ctx() ctx: Context,
    @Input(() => RegisterOrganizationInput) input: RegisterOrganizationInput,
  ): Promise<OrganizationPayload> {
    const { townId } = await getTownFor(ctx, 'organization:keep', input.town);
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.town', 'registerOrganization', input, async (desk) => ({
      organization: await changedOrganization(desk, await registerOrganization(desk, ctx.signedIn, input, from), from),
    }));
  }

  @Mutation(() => OrganizationPayload, { description: 'Says what an organisation is from a day on.' })
  reviseOrganization(
    @Ctx() ctx: Context,
    @Input(() => ReviseOrganizationInput) input: ReviseOrganizationInput,
  ): Promise<OrganizationPayload> {
    const { townId } = requireId(input.organization, 'Organization', 'input.organization');
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.organization', 'reviseOrganization', input, async (desk) => ({
      organization: await changedOrganization(desk, await reviseOrganization(desk, ctx.signedIn, input, from), from),
    }));
  }
}
