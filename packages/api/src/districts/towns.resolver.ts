import { Arg, Ctx, createUnionType, Query, Resolver } from 'type-graphql';
import { townsOf } from '../access/seat.ts';
import type { Context } from '../context.ts';
import { mostTowns } from '../db/turns.ts';
import { badInput, notFound, type Refusal } from '../errors.ts';
import { RegisterCodeScalar } from '../schema/scalars.ts';
import { namedTowns } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { TownUnavailableType } from './town-figures.type.ts';

const TownAccessUnion = createUnionType({
  name: 'TownAccess',
  description: 'A town, or why it answers nothing.',
  types: () => [TownType, TownUnavailableType] as const,
  resolveType: ({ typename }) => typename,
});

@Resolver()
export class TownsResolver {
  @Query(() => [TownAccessUnion], {
    nullable: 'items',
    description: `Some towns by their codes, at most ${mostTowns}, in that order: one without the other. For an application, one that has not let it see anything says so; in the place of one that is not open to the viewer, null and NOT_FOUND on \`codes.N\`.`,
  })
  async towns(
    @Ctx() ctx: Context,
    @Arg('codes', () => [RegisterCodeScalar], { description: 'The codes of the towns in the register, 9 digits.' })
    codes: string[],
  ): Promise<(TownType | TownUnavailableType | Refusal)[]> {
    if (codes.length > mostTowns) throw badInput('codes', 'tooMany', { most: mostTowns });
    const named = new Map((await namedTowns(ctx)).map((town) => [town.code, town]));
    const open = townsOf(ctx.signedIn);
    return codes.map((code, index) => {
      const town = named.get(code);
      if (!town) return notFound(`codes.${index}`);
      if (open === 'all' || open.has(town.townId)) return town;
      const reason = town.status === 'ACTIVE' ? 'NOT_CONSENTED' : 'NOT_SET_UP';
      return { typename: 'TownUnavailable', town, reason };
    });
  }
}
