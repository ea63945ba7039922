import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { toldTo } from '../indicators/told-to.ts';
import { TownType } from '../towns/town.type.ts';
import { stockOfTowns } from './town-sums.ts';

@Resolver(() => TownType)
export class TownCountsResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many households the town has on the day `asOf`, each once, whatever overlays it is in; to an application as `Indicator.suppressedBelow` says.',
  })
  async householdCount(@Ctx() ctx: Context, @Root() { townId, asOf }: TownType): Promise<number | null> {
    const desk = await ctx.readTownFor('household:count', townId);
    if (!desk) return null;
    const count = await desk.load(stockOfTowns, { townId, stock: 'household', on: asOf });
    return toldTo(ctx.signedIn, 'household:count', townId)(count);
  }
}
