import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { placeWith } from '../units/standing-under.ts';
import { timelineOf } from '../units/timeline.ts';
import { UnitType } from '../units/unit.type.ts';
import { pairingKind } from './kind-rows.ts';
import { PairingKindType } from './pairing-kind.type.ts';
import { pairingSums } from './pairing-sums.ts';
import { type PairingGroup, PairingGroupEnum, PairingSumType } from './pairing-sums.type.ts';

@Resolver(() => TownType)
export class TownPairingSumsResolver {
  @FieldResolver(() => [PairingSumType], {
    nullable: true,
    description:
      'Who of the households within the viewer’s reach ought to have a pairing and has one, and the contacts made 结对汇总, in all, or by kind, in the town’s order, or by unit, the one with the most households first. Sensitive kinds for which fewer than five households ought to have one are told together, without a kind, unless the operation names a `@purpose`. Null where the viewer sees no pairings in the town.',
  })
  async pairingSums(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('by', () => PairingGroupEnum, { description: 'What to tell apart.' }) by: PairingGroup,
    @Arg('period', () => PeriodInput, { description: 'The days of the contacts.' }) period: PeriodInput,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day of the pairings; today unless told.' })
    on?: string | null,
    @Arg('unit', () => ID, {
      nullable: true,
      description: 'Of households of this unit alone, whose pairings the viewer sees; NOT_FOUND else.',
    })
    unit?: string | null,
  ): Promise<PairingSumType[] | null> {
    const desk = await ctx.readTownFor('pairing:read', townId);
    if (!desk) return null;
    const within = unit == null ? null : requireIdIn(townId, unit, 'Unit', 'unit');
    if (within !== null) {
      const known = (await desk.load(timelineOf, townId)).find(within);
      if (!known || !reaches(ctx.signedIn, 'pairing:read', await placeWith(desk, townId, within))) {
        throw notFound('unit');
      }
    }
    const question = { by, on: on ?? ctx.today, period, unit: within };
    const namesFew = ctx.personalReadings.purpose !== undefined;
    const sums = await loadOnce(desk, ['pairingSums', question], () =>
      pairingSums(desk, ctx.signedIn, question, namesFew),
    );
    if (sums.ofFew) ctx.personalReadings.add(townId, 'Pairing.kind', []);
    return sums.groups;
  }
}

@Resolver(() => PairingSumType)
export class PairingSumResolver {
  @FieldResolver(() => PairingKindType, {
    nullable: true,
    description: 'The kind, of sums by kind; null for those told together.',
  })
  async kind(@Ctx() ctx: Context, @Root() { townId, kindUuid: uuid }: PairingSumType): Promise<PairingKindType | null> {
    return uuid === null ? null : pairingKind(await ctx.readTown(townId), { townId, uuid });
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit, of sums by unit; null for the town itself.',
  })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: PairingSumType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }
}
