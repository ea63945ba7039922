import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { requirePurpose } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { HouseholdType } from '../households/household.type.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { numberWithin } from '../schema/number.ts';
import { TownType } from '../towns/town.type.ts';
import { unitsById } from '../units/find-unit.ts';
import { findHouseholds } from './find-households.ts';

/** Households that one search answers. */
const most = 50;

@Resolver(() => TownType)
export class FindHouseholdsResolver {
  @FieldResolver(() => [HouseholdType], {
    nullable: true,
    description:
      'The households of today within the viewer’s reach that a text finds, by number: part of their number, their address, a member’s name or telephone number. Only in an operation with `@purpose`; a search is recorded as a reading, also one that finds nobody. Null where the viewer sees no residents of the town.',
  })
  async findHouseholds(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('text', () => String, { description: '2 to 60 characters, or at least 4 digits of a telephone number.' })
    text: string,
    @Arg('block', () => ID, { nullable: true, description: 'Only in this block.' }) block?: string | null,
    @Arg('first', () => Int, { nullable: true, description: `How many at most, 1 to ${most}. 20 unless told.` })
    first?: number | null,
  ): Promise<HouseholdType[] | null> {
    const desk = await ctx.readTownFor('resident:read', townId);
    if (!desk) return null;
    requirePurpose(ctx, 'text');
    const limit = numberWithin(first ?? 20, [1, most], 'first');
    const within = block == null ? undefined : requireIdIn(townId, block, 'Unit', 'block');
    if (within !== undefined && !(await desk.load(unitsById, { townId, asOf: ctx.today, uuid: within }))) {
      throw notFound('block');
    }
    const found = await findHouseholds(desk, ctx.signedIn, { text, block: within, first: limit });
    ctx.personalReadings.add(townId, 'Town.findHouseholds', found.subjects);
    return found.households;
  }
}
