import { Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { ProgrammeType } from '../programmes/programme.type.ts';
import { programmesById } from '../programmes/programme-rows.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor, visibleTowns } from '../towns/find-town.ts';
import { DistrictType, TownType } from '../towns/town.type.ts';
import { joinOffer } from './join-offer.ts';
import { offerProgramme, offersIn, withdrawOffer } from './offer-programme.ts';
import { joinedProgrammes, offersById, offersOfDistricts, takingPartIn } from './offer-rows.ts';
import {
  JoinProgrammeOfferInput,
  JoinProgrammeOfferPayload,
  OfferProgrammeInput,
  ProgrammeOfferPayload,
  WithdrawProgrammeOfferInput,
} from './programme-offer.input.ts';
import { OfferedTownType, ProgrammeOfferType, TownProgrammeOfferType } from './programme-offer.type.ts';

@Resolver(() => DistrictType)
export class DistrictOffersResolver {
  @FieldResolver(() => [ProgrammeOfferType], {
    nullable: true,
    description:
      'What the district offers to its towns 区级项目, the latest first day first. FORBIDDEN for whoever holds no district’s office, null for another district’s.',
  })
  async programmeOffers(@Ctx() ctx: Context, @Root() { code }: DistrictType): Promise<ProgrammeOfferType[] | null> {
    if (!offersIn(ctx.signedIn, code)) return null;
    return (await ctx.readRegister()).load(offersOfDistricts, code);
  }
}

@Resolver(() => TownType)
export class TownOffersResolver {
  @FieldResolver(() => [TownProgrammeOfferType], {
    nullable: true,
    description:
      'What its district offers to the town 区级项目, the latest first day first: what is neither withdrawn nor over, and that in which it takes part. Null where the viewer sees no programmes in the town.',
  })
  async programmeOffers(
    @Ctx() ctx: Context,
    @Root() { townId, districtCode }: TownType,
  ): Promise<TownProgrammeOfferType[] | null> {
    const desk = await ctx.readTownFor('programme:read', townId);
    if (!desk) return null;
    const offers = await desk.load(offersOfDistricts, districtCode);
    const told = await Promise.all(
      offers.map(async (offer) => {
        const programme = (await desk.load(joinedProgrammes, { townId, uuid: offer.uuid })) ?? null;
        return { offer, programme };
      }),
    );
    const isOpen = ({ withdrawnAt, lastDay }: ProgrammeOfferType) => withdrawnAt === null && lastDay >= ctx.today;
    return told.filter(({ offer, programme }) => programme !== null || isOpen(offer));
  }
}

@Resolver(() => ProgrammeOfferType)
export class ProgrammeOfferResolver {
  @FieldResolver(() => [OfferedTownType], {
    nullable: true,
    description:
      'The towns of the district that work on the platform, in the register’s order: which take part, and how many do there. FORBIDDEN for whoever holds no district’s office, null for another district’s.',
  })
  async towns(
    @Ctx() ctx: Context,
    @Root() { uuid, districtCode: code }: ProgrammeOfferType,
  ): Promise<OfferedTownType[] | null> {
    if (!offersIn(ctx.signedIn, code)) return null;
    const towns = (await visibleTowns(ctx)).filter((town) => town.districtCode === code && town.status === 'ACTIVE');
    const taking = await (await ctx.readRegister()).load(takingPartIn, uuid);
    const none = { enrolled: 0, waiting: 0, came: 0 };
    return towns.map((town) => {
      const there = taking.find(({ townId }) => townId === town.townId);
      return { town, joined: there !== undefined, ...none, ...there };
    });
  }
}

@Resolver(() => ProgrammeType)
export class OfferedProgrammeResolver {
  @FieldResolver(() => ProgrammeOfferType, {
    nullable: true,
    description: 'What of its district’s the town takes part in by it; null where it is the town’s alone.',
  })
  async offer(@Ctx() ctx: Context, @Root() { townId, offerUuid }: ProgrammeType): Promise<ProgrammeOfferType | null> {
    if (offerUuid === null) return null;
    return (await (await ctx.readTown(townId)).load(offersById, offerUuid)) ?? null;
  }
}

@Resolver()
export class ProgrammeOfferMutations {
  @Mutation(() => ProgrammeOfferPayload, { description: 'Offers a programme to the towns of a district 发布区级项目.' })
  offerProgramme(
    @Ctx() ctx: Context,
    @Input(() => OfferProgrammeInput) input: OfferProgrammeInput,
  ): Promise<ProgrammeOfferPayload> {
    return changeOffer(ctx, 'offerProgramme', input, (desk) => offerProgramme(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProgrammeOfferPayload, { description: 'Withdraws what a district offers 撤回区级项目.' })
  withdrawProgrammeOffer(
    @Ctx() ctx: Context,
    @Input(() => WithdrawProgrammeOfferInput) input: WithdrawProgrammeOfferInput,
  ): Promise<ProgrammeOfferPayload> {
    return changeOffer(ctx, 'withdrawProgrammeOffer', input, (desk) => withdrawOffer(desk, ctx.signedIn, input));
  }

  @Mutation(() => JoinProgrammeOfferPayload, {
    description: 'Takes part with a town in what its district offers 参加区级项目, by a programme of its own.',
  })
  async joinProgrammeOffer(
    @Ctx() ctx: Context,
    @Input(() => JoinProgrammeOfferInput) input: JoinProgrammeOfferInput,
  ): Promise<JoinProgrammeOfferPayload> {
    const town = await getTownFor(ctx, 'programme:manage', input.town);
    const { townId } = town;
    return ctx.changeTown(townId, 'input.town', 'joinProgrammeOffer', input, async (desk) => {
      const uuid = await joinOffer(desk, ctx.signedIn, town, input);
      desk.forget();
      const programme = await desk.load(programmesById, { townId, uuid });
      if (!programme) throw notFound('input.offer');
      return { programme };
    });
  }
}

/** Changes what a district offers, and answers it as the change left it. */
function changeOffer(
  ctx: Context,
  operation: string,
  input: Keyed,
  work: (desk: Desk) => Promise<string>,
): Promise<ProgrammeOfferPayload> {
  return ctx.changeOwn(operation, input, async (desk) => {
    const id = await work(desk);
    desk.forget();
    const offer = await desk.load(offersById, id);
    if (!offer) throw notFound('input.offer');
    return { offer };
  });
}
