import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import {
  ChangePartyOrganizationInput,
  DissolvePartyOrganizationInput,
  FoundPartyOrganizationInput,
  MergePartyOrganizationsInput,
  PartyOrganizationPayload,
} from '../party-organizations/party-organization.input.ts';
import { changedParty } from '../party-organizations/party-organization-rows.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { changeCovering } from './change-covering.ts';
import { dissolveCovering, mergeCovering } from './end-covering.ts';
import { foundCovering } from './found-covering.ts';

/** The changes of Party organisations by which coverage may change, too. */
@Resolver()
export class PartyOrganizationMutations {
  @Mutation(() => PartyOrganizationPayload, {
    description: 'Founds a Party organisation 成立党组织, with the organisations in which it is established.',
  })
  async foundPartyOrganization(
    @Ctx() ctx: Context,
    @Input(() => FoundPartyOrganizationInput) input: FoundPartyOrganizationInput,
  ): Promise<PartyOrganizationPayload> {
    const { townId } = await getTownFor(ctx, 'party:keep', input.town);
    return change(ctx, townId, 'input.town', 'foundPartyOrganization', input, (desk) =>
      foundCovering(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => PartyOrganizationPayload, {
    description:
      'Lets a Party organisation have another name, kind 升格, form, parent or seat from a day on, or be established in other organisations.',
  })
  changePartyOrganization(
    @Ctx() ctx: Context,
    @Input(() => ChangePartyOrganizationInput) input: ChangePartyOrganizationInput,
  ): Promise<PartyOrganizationPayload> {
    const field = 'input.partyOrganization';
    const { townId } = requireId(input.partyOrganization, 'PartyOrganization', field);
    return change(ctx, townId, field, 'changePartyOrganization', input, (desk) =>
      changeCovering(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => PartyOrganizationPayload, {
    description:
      'Merges Party organisations 合并 into one from a day on, which covers what they did: in ways that fit it, else by affiliation. What stood under them stands under it, and posts in them end.',
  })
  mergePartyOrganizations(
    @Ctx() ctx: Context,
    @Input(() => MergePartyOrganizationsInput) input: MergePartyOrganizationsInput,
  ): Promise<PartyOrganizationPayload> {
    const { townId } = requireId(input.into, 'PartyOrganization', 'input.into');
    return change(ctx, townId, 'input.into', 'mergePartyOrganizations', input, (desk) =>
      mergeCovering(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => PartyOrganizationPayload, {
    description:
      'Dissolves a Party organisation 撤销 from a day on. It covers nothing then, posts in it end, and what stands under it stands under what was above it.',
  })
  dissolvePartyOrganization(
    @Ctx() ctx: Context,
    @Input(() => DissolvePartyOrganizationInput) input: DissolvePartyOrganizationInput,
  ): Promise<PartyOrganizationPayload> {
    const field = 'input.partyOrganization';
    const { townId } = requireId(input.partyOrganization, 'PartyOrganization', field);
    return change(ctx, townId, field, 'dissolvePartyOrganization', input, (desk) =>
      dissolveCovering(desk, ctx.signedIn, input),
    );
  }
}

/** Changes a Party organisation in a town, and answers it as the change left it. */
function change(
  ctx: Context,
  townId: number,
  field: string,
  operation: string,
  input: Keyed,
  work: (desk: Desk) => Promise<{ uuid: string; day: string }>,
): Promise<PartyOrganizationPayload> {
  return ctx.changeTown(townId, field, operation, input, async (desk) => {
    const { uuid, day } = await work(desk);
    return { partyOrganization: await changedParty(desk, uuid, day) };
  });
}
