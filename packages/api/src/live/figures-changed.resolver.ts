import { Args, Resolver, Root, Subscription } from 'type-graphql';
import { holdsIn } from '../access/reach.ts';
import { changesOf } from '../db/changes.ts';
import { badInput, notFound } from '../errors.ts';
import { visibleTowns } from '../towns/find-town.ts';
import { changedFeed, type FiguresChanged } from './changed-feed.ts';
import { FiguresChangedArgs, FiguresChangedType } from './figures-changed.type.ts';
import type { StreamContext } from './stream-context.ts';

@Resolver()
export class FiguresChangedResolver {
  @Subscription(() => FiguresChangedType, {
    description:
      'Tells which towns change, at most once a second, over server-sent events at `/graphql/stream`: of one town, of a district, or of all that the viewer may count in. Whoever begins it, or begins it again, asks for the figures anew: what was missed is not told later. NOT_FOUND where the viewer may count in none of them. It ends with the token, or with the right to count.',
    subscribe: async ({ args, context }: { args: FiguresChangedArgs; context: StreamContext }) => {
      const codes = await townsOf(context, args);
      context.stayWhile(codes, (actor) => [...codes.keys()].every((town) => holdsIn(actor, 'unit:count', town)));
      return changedFeed(changesOf(context.orm), codes, context.signal);
    },
  })
  figuresChanged(
    @Root() changed: FiguresChanged,
    @Args(() => FiguresChangedArgs) _args: FiguresChangedArgs,
  ): FiguresChangedType {
    return changed;
  }
}

/** The towns that are asked about, and in which the viewer may count: by id, their codes. */
async function townsOf(ctx: StreamContext, { district, town }: FiguresChangedArgs): Promise<Map<number, string>> {
  if (district != null && town != null) throw badInput('town', 'oneOfBoth');
  const towns = (await visibleTowns(ctx)).filter(
    ({ townId, code, districtCode }) =>
      holdsIn(ctx.signedIn, 'unit:count', townId) &&
      (district == null || districtCode === district) &&
      (town == null || code === town),
  );
  if (towns.length === 0) throw notFound(district != null ? 'district' : town != null ? 'town' : undefined);
  return new Map(towns.map(({ townId, code }) => [townId, code]));
}
