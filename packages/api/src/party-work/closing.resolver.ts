import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { CloseOrganizationInput } from '../coverage/coverage.input.ts';
import { OrganizationPayload } from '../organizations/organization.input.ts';
import { changedOrganization } from '../organizations/organization-rows.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { closeWithAll } from './close-organization.ts';

/** The closing of an organisation, with all that covers it and everybody who is assigned to it. */
@Resolver()
export class ClosingMutations {
  @Mutation(() => OrganizationPayload, {
    description:
      'Closes an organisation 注销: what covers it, who is assigned to it and that it is managed directly end with it.',
  })
  closeOrganization(
    @Ctx() ctx: Context,
    @Input(() => CloseOrganizationInput) input: CloseOrganizationInput,
  ): Promise<OrganizationPayload> {
    const { townId } = requireId(input.organization, 'Organization', 'input.organization');
    return ctx.changeTown(townId, 'input.organization', 'closeOrganization', input, async (desk) => {
      const { uuid, day } = await closeWithAll(desk, ctx.signedIn, input);
      return { organization: await changedOrganization(desk, uuid, day) };
    });
  }
}
