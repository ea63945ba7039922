import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { reaches } from '../access/reach.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { stateOn } from '../db/versions.ts';
import { DateScalar } from '../schema/scalars.ts';
import { addressesOf } from './addresses.ts';
import { placeOfHousehold } from './find-household.ts';
import { HouseholdType } from './household.type.ts';

@Resolver(() => HouseholdType)
export class HouseholdAddressResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where it lives 住址 on a day; null where that is not known, and without `@purpose`.',
  })
  async address(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: HouseholdType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; today unless told.' }) asOf?: string | null,
  ): Promise<string | null> {
    const desk = await ctx.readTown(townId);
    const [place, found] = await Promise.all([
      placeOfHousehold(desk, { townId, uuid }),
      desk.load(addressesOf, { townId, uuid }),
    ]);
    if (!place || !found || !reaches(ctx.signedIn, 'resident:read', place)) return null;
    if (!personal(ctx, townId, { subject: found.auditKey, field: 'Household.address' })) return null;
    return stateOn(found.addresses, asOf ?? ctx.today)?.address ?? null;
  }
}
