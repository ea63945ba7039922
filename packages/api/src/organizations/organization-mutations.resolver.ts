import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { OrganizationPayload, RegisterOrganizationInput } from './organization.input.ts';
import type { OrganizationType } from './organization.type.ts';
import { organizationsById } from './organization-rows.ts';
import { registerOrganization } from './register-organization.ts';

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
      organization: await changedOrganization(desk, await registerOrganization(desk, ctx.signedIn, input, from)),
    }));
  }
}

/** An organisation as a change has left it, as of today, for the change's payload. */
export async function changedOrganization(desk: Desk, uuid: string): Promise<OrganizationType> {
  desk.forget();
  const organization = await desk.load(organizationsById, { townId: desk.town, uuid });
  if (!organization) throw notFound();
  return organization;
}
