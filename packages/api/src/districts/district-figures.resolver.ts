import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { DistrictType } from '../towns/town.type.ts';
import { figuresOfTowns, requireAsked } from './read-figures.ts';
import { totalsOf } from './totals.ts';
import { DistrictFigureType, type TownFigures, TownFiguresArgs, TownFiguresUnion } from './town-figures.type.ts';

@Resolver(() => DistrictType)
export class DistrictFiguresResolver {
  @FieldResolver(() => [TownFiguresUnion], {
    nullable: true,
    description:
      'Figures of the towns of the district that the viewer may see, in the register’s order; a town without figures says why. FORBIDDEN where the viewer may not count one of them.',
  })
  figures(
    @Ctx() ctx: Context,
    @Root() district: DistrictType,
    @Args(() => TownFiguresArgs) args: TownFiguresArgs,
  ): Promise<TownFigures[]> {
    return figuresOfTowns(ctx, district, requireAsked(args, ctx.today));
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
    const asked = requireAsked(args, ctx.today);
    return totalsOf(asked, await figuresOfTowns(ctx, district, asked));
  }
}
