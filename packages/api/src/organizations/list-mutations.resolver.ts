import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { addIndustry, addKind, endIndustry, endKind, reviseIndustry, reviseKind } from './keep-lists.ts';
import {
  AddIndustryInput,
  AddOrganizationKindInput,
  EndIndustryInput,
  EndOrganizationKindInput,
  IndustryPayload,
  OrganizationKindPayload,
  ReviseIndustryInput,
  ReviseOrganizationKindInput,
} from './list.input.ts';
import { industriesOf, organizationKindsOf } from './organization-lists.ts';

@Resolver()
export class OrganizationListMutations {
  @Mutation(() => OrganizationKindPayload, { description: 'Adds a kind of organisations to a town’s own list.' })
  async addOrganizationKind(
    @Ctx() ctx: Context,
    @Input(() => AddOrganizationKindInput) input: AddOrganizationKindInput,
  ): Promise<OrganizationKindPayload> {
    const { townId } = await getTownFor(ctx, 'organization:configure', input.town);
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.town', 'addOrganizationKind', input, async (desk) =>
      kindChanged(desk, await addKind(desk, ctx.signedIn, input, from)),
    );
  }

  @Mutation(() => OrganizationKindPayload, { description: 'Renames or moves a kind of organisations in the list.' })
  reviseOrganizationKind(
    @Ctx() ctx: Context,
    @Input(() => ReviseOrganizationKindInput) input: ReviseOrganizationKindInput,
  ): Promise<OrganizationKindPayload> {
    const { townId } = requireId(input.kind, 'OrganizationKind', 'input.kind');
    return ctx.changeTown(townId, 'input.kind', 'reviseOrganizationKind', input, async (desk) =>
      kindChanged(desk, await reviseKind(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => OrganizationKindPayload, {
    description: 'Ends a kind of organisations, once none is of it and no guidance station guides it any more.',
  })
  endOrganizationKind(
    @Ctx() ctx: Context,
    @Input(() => EndOrganizationKindInput) input: EndOrganizationKindInput,
  ): Promise<OrganizationKindPayload> {
    const { townId } = requireId(input.kind, 'OrganizationKind', 'input.kind');
    const on = dayOfChange(input.on, ctx.today, 'input.on');
    return ctx.changeTown(townId, 'input.kind', 'endOrganizationKind', input, async (desk) =>
      kindChanged(desk, await endKind(desk, ctx.signedIn, input, on)),
    );
  }

  @Mutation(() => IndustryPayload, { description: 'Adds an industry to a town’s own list.' })
  async addIndustry(
    @Ctx() ctx: Context,
    @Input(() => AddIndustryInput) input: AddIndustryInput,
  ): Promise<IndustryPayload> {
    const { townId } = await getTownFor(ctx, 'organization:configure', input.town);
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.town', 'addIndustry', input, async (desk) =>
      industryChanged(desk, await addIndustry(desk, ctx.signedIn, input, from)),
    );
  }

  @Mutation(() => IndustryPayload, { description: 'Renames or moves an industry in the list.' })
  reviseIndustry(
    @Ctx() ctx: Context,
    @Input(() => ReviseIndustryInput) input: ReviseIndustryInput,
  ): Promise<IndustryPayload> {
    const { townId } = requireId(input.industry, 'Industry', 'input.industry');
    return ctx.changeTown(townId, 'input.industry', 'reviseIndustry', input, async (desk) =>
      industryChanged(desk, await reviseIndustry(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => IndustryPayload, {
    description: 'Ends an industry, once no organisation is of it and no Party organisation sits in it any more.',
  })
  endIndustry(@Ctx() ctx: Context, @Input(() => EndIndustryInput) input: EndIndustryInput): Promise<IndustryPayload> {
    const { townId } = requireId(input.industry, 'Industry', 'input.industry');
    const on = dayOfChange(input.on, ctx.today, 'input.on');
    return ctx.changeTown(townId, 'input.industry', 'endIndustry', input, async (desk) =>
      industryChanged(desk, await endIndustry(desk, ctx.signedIn, input, on)),
    );
  }
}

async function kindChanged(desk: Desk, uuid: string): Promise<OrganizationKindPayload> {
  desk.forget();
  const kind = (await desk.load(organizationKindsOf, desk.town)).find((each) => each.uuid === uuid);
  if (!kind) throw notFound();
  return { kind };
}

async function industryChanged(desk: Desk, uuid: string): Promise<IndustryPayload> {
  desk.forget();
  const industry = (await desk.load(industriesOf, desk.town)).find((each) => each.uuid === uuid);
  if (!industry) throw notFound();
  return { industry };
}
