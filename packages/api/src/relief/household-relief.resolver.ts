import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { HouseholdType } from '../households/household.type.ts';
import { deskOfHousehold } from '../households/of-household.ts';
import { fundsOf } from '../relief-funds/fund-rows.ts';
import type { ReliefSource } from '../relief-funds/relief-sources.ts';
import { sumOf } from '../schema/money.ts';
import { grantsOfHouseholds } from './application-parts.ts';
import { applicationsOfHouseholds } from './application-rows.ts';
import { ReliefOfYearType } from './household-relief.type.ts';
import { ReliefApplicationType, type ReliefGrantType } from './relief.type.ts';

@Resolver(() => HouseholdType)
export class HouseholdReliefResolver {
  @FieldResolver(() => [ReliefApplicationType], {
    nullable: true,
    description:
      'Everything that the household applied for, the latest first. Null where the viewer sees no relief of it.',
  })
  async reliefApplications(
    @Ctx() ctx: Context,
    @Root() household: HouseholdType,
  ): Promise<ReliefApplicationType[] | null> {
    const desk = await deskOfHousehold(ctx, 'relief:read', household);
    return desk ? desk.load(applicationsOfHouseholds, keyOf(household)) : null;
  }

  @FieldResolver(() => [ReliefOfYearType], {
    nullable: true,
    description:
      'What the household was granted year by year, from all sources together, the latest first. Null where the viewer sees no relief of it.',
  })
  async reliefYears(@Ctx() ctx: Context, @Root() household: HouseholdType): Promise<ReliefOfYearType[] | null> {
    const desk = await deskOfHousehold(ctx, 'relief:read', household);
    if (!desk) return null;
    const [grants, funds] = await Promise.all([
      desk.load(grantsOfHouseholds, keyOf(household)),
      desk.load(fundsOf, household.townId),
    ]);
    const sources = new Map(funds.map(({ uuid, source }) => [uuid, source]));
    const years = Map.groupBy(grants, ({ grantedOn }) => Number(grantedOn.slice(0, 4)));
    return [...years].map(([year, ofYear]) => ofTheYear(year, ofYear, sources)).toReversed();
  }
}

const keyOf = ({ townId, uuid }: HouseholdType) => ({ townId, uuid });

function ofTheYear(
  year: number,
  grants: readonly ReliefGrantType[],
  sources: ReadonlyMap<string, ReliefSource>,
): ReliefOfYearType {
  const bySource = Map.groupBy(grants, ({ fundUuid }) => sources.get(fundUuid) ?? 'OTHER');
  return {
    year,
    granted: sumOf(grants),
    paid: sumOf(grants.filter(({ paidOn }) => paidOn !== null)),
    sources: [...bySource]
      .map(([source, ofSource]) => ({ source, granted: sumOf(ofSource) }))
      .sort((a, b) => b.granted - a.granted),
  };
}
