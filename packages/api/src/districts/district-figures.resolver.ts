import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { DistrictType } from '../towns/town.type.ts';
import { type Asked, figuresOfTowns, requireAsked } from './read-figures.ts';
import { totalsOf } from './totals.ts';
import { DistrictFigureType, type TownFigures, TownFiguresArgs, TownFiguresUnion } from './town-figures.type.ts';

@Resolver(() => DistrictType)
export class DistrictFiguresResolver {
  @FieldResolver(() => [TownFiguresUnion], {
    nullable: true,
    description:
      'Figures of the towns of the district that the viewer may see, in the register’s order; a town without figures says why. FORBIDDEN where the viewer may not count one of them.',
  })
  async figures(
    @Ctx() ctx: Context,
    @Root() district: DistrictType,
    @Args(() => TownFiguresArgs) args: TownFiguresArgs,
  ): Promise<TownFigures[]> {
    return (await counted(ctx, district, args)).towns;
  }

  @FieldResolver(() => [DistrictFigureType], {
    nullable: true,
    description:
      'The same figures of all these towns together, a rate as the quotient of both sums, in the order of the indicators asked for. FORBIDDEN where the viewer may not count one of them.',
  })
  async totals(
    @Ctx() ctx: Context,
    @Root() district: DistrictType,
    @Args(() => TownFiguresArgs) args: TownFiguresArgs,
  ): Promise<DistrictFigureType[]> {
    const { asked, towns } = await counted(ctx, district, args);
    return totalsOf(asked, towns);
  }
}

/** What is asked for, and what each town has of it: once for its figures and their totals. */
async function counted(
  ctx: Context,
  district: DistrictType,
  args: TownFiguresArgs,
): Promise<{ asked: Asked[]; towns: TownFigures[] }> {
  return loadOnce(await ctx.readRegister(), ['figures of towns', district.code, args], async () => {
    const asked = requireAsked(args, ctx.today);
    return { asked, towns: await figuresOfTowns(ctx, district, asked) };
  });
}
