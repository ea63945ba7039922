import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { coverOrganization, endCoverage } from './cover-organization.ts';
import { CoveragePayload, CoverOrganizationInput, EndCoverageInput } from './coverage.input.ts';
import { linksById } from './link-rows.ts';

@Resolver()
export class CoverageMutations {
  @Mutation(() => CoveragePayload, { description: 'Lets a Party organisation include an organisation 覆盖.' })
  coverOrganization(
    @Ctx() ctx: Context,
    @Input(() => CoverOrganizationInput) input: CoverOrganizationInput,
  ): Promise<CoveragePayload> {
    const { townId } = requireId(input.partyOrganization, 'PartyOrganization', 'input.partyOrganization');
    return ctx.changeTown(townId, 'input.partyOrganization', 'coverOrganization', input, async (desk) =>
      payloadOf(desk, await coverOrganization(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => CoveragePayload, { description: 'Ends a link of coverage 终止覆盖 with a reason.' })
  endCoverage(@Ctx() ctx: Context, @Input(() => EndCoverageInput) input: EndCoverageInput): Promise<CoveragePayload> {
    const { townId } = requireId(input.link, 'CoverageLink', 'input.link');
    return ctx.changeTown(townId, 'input.link', 'endCoverage', input, async (desk) =>
      payloadOf(desk, await endCoverage(desk, ctx.signedIn, input)),
    );
  }
}

async function payloadOf(desk: Desk, uuid: string): Promise<CoveragePayload> {
  desk.forget();
  const link = await desk.load(linksById, { townId: desk.town, uuid });
  if (!link) throw notFound();
  return { link };
}
