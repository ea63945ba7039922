import { sql } from 'kysely';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { requirePurpose } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { anyOf } from '../db/batch.ts';
import { loadOnce } from '../db/load-once.ts';
import { householdsById, visibleHouseholds } from '../households/find-household.ts';
import { HouseholdConnectionType, type HouseholdType } from '../households/household.type.ts';
import { placedOn } from '../households/placed-on.ts';
import { householdsCalledFor } from '../pairings/called-for.ts';
import { pairingKindsOf } from '../pairings/kind-rows.ts';
import { listPairings } from '../pairings/list-pairings.ts';
import { PairingConnectionType, type PairingType } from '../pairings/pairing.type.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { timelineOf } from '../units/timeline.ts';
import { asksOf } from './fact-question.ts';
import { FigureType } from './figure.type.ts';
import { FigureRecordsArgs } from './figure-records.resolver.ts';
import { listFacts } from './list-facts.ts';
import { unitsUnder } from './list-households.ts';

@Resolver(() => FigureType)
export class FigurePairingsResolver {
  @FieldResolver(() => PairingConnectionType, {
    nullable: true,
    description:
      'The pairings that a figure counts, or whose contacts it counts, the latest first, as far as the viewer may see them. Null for other figures, and where the viewer sees no pairings in the town, as a district office.',
  })
  async pairings(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid, indicator, on, asOf, question }: FigureType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<PairingType> | null> {
    const ofContacts = asksOf(question, 'pairing_contact');
    if (indicator.code !== 'pairing' && !ofContacts) return null;
    const desk = await ctx.readTownFor('pairing:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['figure pairings', indicator.code, on, asOf, question, unitUuid, args], async () => {
      const day = on ?? asOf;
      const counted = ofContacts
        ? sql`p.id in (select pairing_id from pairing_contact where town_id = ${townId}
            and id = ${anyOf(await listFacts(desk, question, unitUuid, true))})`
        : sql`exists (select from household_block placed where placed.town_id = p.town_id
            and placed.household_id = p.household_id and ${placedOn(townId, day)}
            and placed.block_id = ${anyOf(unitsUnder((await desk.load(timelineOf, townId)).on(day), unitUuid))})`;
      const filter = ofContacts ? {} : { runningOn: day };
      return listPairings(desk, ctx, { ...args, filter }, [counted]);
    });
  }

  @FieldResolver(() => HouseholdConnectionType, {
    nullable: true,
    description:
      'The households that `household-paired` counts, by number, as far as the viewer may see their pairings; `counted: false` lists those that ought to have a pairing and have none. Where a kind is sensitive only in an operation with `@purpose`. Null for other figures, and where the viewer sees no pairings in the town.',
  })
  async pairedHouseholds(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid, indicator, on, asOf }: FigureType,
    @Args(() => FigureRecordsArgs) { counted, ...args }: FigureRecordsArgs,
  ): Promise<Connection<HouseholdType> | null> {
    if (indicator.code !== 'household-paired') return null;
    const desk = await ctx.readTownFor('pairing:read', townId);
    if (!desk) return null;
    if ((await desk.load(pairingKindsOf, townId)).some(({ sensitive }) => sensitive)) {
      requirePurpose(ctx, 'pairedHouseholds');
      ctx.personalReadings.add(townId, 'Pairing.kind', []);
    }
    const day = on ?? asOf;
    const blocks = unitsUnder((await desk.load(timelineOf, townId)).on(day), unitUuid);
    const called = (await desk.load(householdsCalledFor, { townId, on: day })).filter(
      ({ block, paired }) => blocks.has(block) && paired.size > 0 === counted,
    );
    const all = await Promise.all(called.map(({ household: uuid }) => desk.load(householdsById, { townId, uuid })));
    const known = all.filter((household) => household !== undefined);
    const seen = await visibleHouseholds(desk, ctx.signedIn, known, 'pairing:read');
    const byCode = (a: HouseholdType, b: HouseholdType) =>
      (a.code ?? '').localeCompare(b.code ?? '') || (a.uuid < b.uuid ? -1 : 1);
    return pageOf(seen.sort(byCode), args, ({ uuid }) => uuid);
  }
}
