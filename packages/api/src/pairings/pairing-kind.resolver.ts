import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { reachesTown } from '../access/reach.ts';
import { CategoryType } from '../categories/category.type.ts';
import { categoriesOfTowns } from '../categories/find-category.ts';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { addPairingKind, endPairingKind, revisePairingKind } from './keep-kinds.ts';
import { kindNear, kindOn, pairingKind, pairingKindsOf } from './kind-rows.ts';
import {
  AddPairingKindInput,
  EndPairingKindInput,
  PairingKindPayload,
  RevisePairingKindInput,
} from './pairing-kind.input.ts';
import { PairingKindType, PairingKindVersionType } from './pairing-kind.type.ts';

const categoriesTold = 'The categories of household that call for it';
const hidden = 'Null where the viewer sees no categories.';

@Resolver(() => TownType)
export class TownPairingKindsResolver {
  @FieldResolver(() => [PairingKindType], {
    nullable: true,
    description: 'The town’s kinds of pairing 结对类型, in its order. Null where the viewer may not count pairings.',
  })
  async pairingKinds(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('ended', () => Boolean, { defaultValue: false, description: 'Whether to list those not in use today, too.' })
    all: boolean,
  ): Promise<PairingKindType[] | null> {
    const kinds = await (await ctx.readTownFor('pairing:count', townId))?.load(pairingKindsOf, townId);
    return kinds?.filter((kind) => all || kindOn(kind, ctx.today) !== undefined) ?? null;
  }
}

@Resolver(() => PairingKindType)
export class PairingKindResolver {
  @FieldResolver(() => String, { description: 'Its name today, or, outside its life, the last one.' })
  name(@Ctx() ctx: Context, @Root() kind: PairingKindType): string {
    return kindNear(kind, ctx.today).name;
  }

  @FieldResolver(() => [CategoryType], { nullable: true, description: `${categoriesTold} today. ${hidden}` })
  categories(@Ctx() ctx: Context, @Root() kind: PairingKindType): Promise<CategoryType[] | null> {
    return categoriesOf(ctx, kindNear(kind, ctx.today));
  }

  @FieldResolver(() => [PairingKindVersionType], {
    description: 'What it was called and for whom it was over time, the first first.',
  })
  versions(@Root() { written }: PairingKindType): PairingKindVersionType[] {
    return written.filter(({ validFrom, validTo }) => validFrom !== validTo);
  }
}

@Resolver(() => PairingKindVersionType)
export class PairingKindVersionResolver {
  @FieldResolver(() => [CategoryType], { nullable: true, description: `${categoriesTold}. ${hidden}` })
  categories(@Ctx() ctx: Context, @Root() version: PairingKindVersionType): Promise<CategoryType[] | null> {
    return categoriesOf(ctx, version);
  }
}

@Resolver()
export class PairingKindMutations {
  @Mutation(() => PairingKindPayload, { description: 'Puts a kind of pairing 结对类型 on a town’s list.' })
  async addPairingKind(
    @Ctx() ctx: Context,
    @Input(() => AddPairingKindInput) input: AddPairingKindInput,
  ): Promise<PairingKindPayload> {
    const { townId } = await getTownFor(ctx, 'town:configure', input.town);
    return ctx.changeTown(townId, 'input.town', 'addPairingKind', input, async (desk) =>
      payloadOf(desk, await addPairingKind(desk, input)),
    );
  }

  @Mutation(() => PairingKindPayload, {
    description: 'Says what a kind is called and for whom it is from a day on. What it was before stays to be read.',
  })
  async revisePairingKind(
    @Ctx() ctx: Context,
    @Input(() => RevisePairingKindInput) input: RevisePairingKindInput,
  ): Promise<PairingKindPayload> {
    return change(ctx, 'revisePairingKind', input, (desk) => revisePairingKind(desk, input));
  }

  @Mutation(() => PairingKindPayload, {
    description: 'Ends a kind: no pairing is begun under it any more. Those that were go on.',
  })
  async endPairingKind(
    @Ctx() ctx: Context,
    @Input(() => EndPairingKindInput) input: EndPairingKindInput,
  ): Promise<PairingKindPayload> {
    return change(ctx, 'endPairingKind', input, (desk) => endPairingKind(desk, input));
  }
}

async function categoriesOf(
  ctx: Context,
  { townId, categoryUuids }: PairingKindVersionType,
): Promise<CategoryType[] | null> {
  const all = await (await ctx.readTownFor('category:read', townId))?.load(categoriesOfTowns, townId);
  return all?.filter(({ uuid }) => categoryUuids.includes(uuid)) ?? null;
}

/** Changes a kind, for whoever settles the town's lists, and answers it as the change left it. Errors: NOT_FOUND on input.pairingKind. */
async function change(
  ctx: Context,
  operation: string,
  input: Keyed & { pairingKind: string },
  work: (desk: Desk) => Promise<string>,
): Promise<PairingKindPayload> {
  const { townId } = requireId(input.pairingKind, 'PairingKind', 'input.pairingKind');
  if (!reachesTown(ctx.signedIn, 'town:configure', townId)) throw notFound('input.pairingKind');
  return ctx.changeTown(townId, 'input.pairingKind', operation, input, async (desk) =>
    payloadOf(desk, await work(desk)),
  );
}

async function payloadOf(desk: Desk, uuid: string): Promise<PairingKindPayload> {
  desk.forget();
  return { pairingKind: await pairingKind(desk, { townId: desk.town, uuid }) };
}
