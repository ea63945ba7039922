import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { requireIn } from '../access/reach.ts';
import { requireUnsuppressed } from '../access/small-numbers.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { lastDay } from '../figures/indicators.ts';
import { type Connection, pageOf } from '../schema/connection.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { TownType } from '../towns/town.type.ts';
import { unitAsked } from '../units/find-unit.ts';
import { compareUnits } from './compare-units.ts';
import {
  ComparedUnitConnectionType,
  ComparedUnitsArgs,
  type ComparedUnitType,
  ComparisonsArgs,
  ComparisonsType,
} from './comparison.type.ts';
import { type Comparison, comparedBy, comparisons, fewest } from './comparisons.ts';

@Resolver(() => TownType)
export class TownComparisonsResolver {
  @FieldResolver(() => ComparisonsType, {
    nullable: true,
    description:
      'The five comparisons 五个比一比 of the town’s units. FORBIDDEN where the viewer may not count all of it in the whole town, or is an application for which small numbers are suppressed; the records behind it are open as far as the viewer may see them.',
  })
  async comparisons(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => ComparisonsArgs) { period, level, unit }: ComparisonsArgs,
  ): Promise<ComparisonsType> {
    const asked = [...new Set(comparisons.map((each) => comparedBy(each).permission))];
    requireIn(ctx.signedIn, townId, ['unit:read', ...asked]);
    // A place among others tells of numbers that are suppressed.
    for (const permission of asked) requireUnsuppressed(ctx.signedIn, permission, townId);
    requirePeriod(period, 'period');
    const asOf = lastDay(period, ctx.today);
    const desk = await ctx.readTown(townId);
    const unitUuid = await unitAsked(desk, townId, unit);
    const question = { townId, unitUuid, level, period, asOf };
    const { whole, units } = await loadOnce(desk, ['comparisons', question], () =>
      compareUnits(desk, ctx.signedIn, question),
    );
    return { all: units, whole, period, level, asOf, fewest };
  }
}

@Resolver(() => ComparisonsType)
export class ComparisonsResolver {
  @FieldResolver(() => ComparedUnitConnectionType, { description: 'The units that are compared.' })
  units(
    @Root() { all }: ComparisonsType,
    @Args(() => ComparedUnitsArgs) { orderBy, ...args }: ComparedUnitsArgs,
  ): Connection<ComparedUnitType> {
    const ordered = orderBy == null ? all : all.toSorted(byPlace(orderBy));
    return pageOf(ordered, args, ({ unit }) => unit ?? '');
  }
}

const scores = {
  CONTACTS: 'contacts',
  BREADTH: 'breadth',
  RECORDS: 'records',
  PROMPTNESS: 'promptness',
  SOLVED: 'solved',
} as const satisfies Record<Comparison, keyof ComparedUnitType>;

/** An order by the places of one comparison, those without a place last; the sort keeps equal ones in their order by name. */
function byPlace(comparison: Comparison) {
  const place = (unit: ComparedUnitType) => unit[scores[comparison]].rank ?? Number.POSITIVE_INFINITY;
  return (a: ComparedUnitType, b: ComparedUnitType) => (place(a) === place(b) ? 0 : place(a) - place(b));
}
