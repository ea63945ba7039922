import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { reaches } from '../access/reach.ts';
import { accountName } from '../accounts/account-name.ts';
import { masked } from '../audit/mask.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { householdSeen, placeOfHousehold } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { recorded } from '../households/recorded-fields.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { eventsOf, isTold } from './event-rows.ts';
import { residentSeen } from './find-resident.ts';
import { HouseholdChangeType, HouseholdEventConnectionType, HouseholdEventType } from './household-event.type.ts';
import { ResidentType } from './resident.type.ts';

@Resolver(() => HouseholdType)
export class HouseholdEventsResolver {
  @FieldResolver(() => HouseholdEventConnectionType, {
    nullable: true,
    description:
      'What of it was changed, the latest first: its record 户情档案, without categories where the viewer sees none of it. Null where the viewer sees no residents of it.',
  })
  async events(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: HouseholdType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<HouseholdEventType> | null> {
    const desk = await ctx.readTown(townId);
    const place = await placeOfHousehold(desk, { townId, uuid });
    if (!place || !reaches(ctx.signedIn, 'resident:read', place)) return null;
    const seen = (await desk.load(eventsOf, { townId, uuid })).filter(
      isTold(reaches(ctx.signedIn, 'category:read', place)),
    );
    return pageOf(seen, args, (event) => event.uuid);
  }
}

@Resolver(() => HouseholdEventType)
export class HouseholdEventResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who did it, as the town knows them.' })
  by(@Ctx() ctx: Context, @Root() { townId, accountId }: HouseholdEventType): Promise<string | null> {
    return accountName(ctx, townId, accountId);
  }

  @FieldResolver(() => ResidentType, {
    nullable: true,
    description:
      'The resident whom it is about; null where it is about none, or they have gone out of the viewer’s reach since.',
  })
  resident(@Ctx() ctx: Context, @Root() { townId, residentUuid }: HouseholdEventType): Promise<ResidentType | null> {
    return residentSeen(ctx, townId, residentUuid);
  }

  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description: 'The household that members came from or went to; null where the viewer does not see it.',
  })
  other(@Ctx() ctx: Context, @Root() { townId, otherUuid }: HouseholdEventType): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, otherUuid);
  }
}

const values = 'names and telephone numbers are masked without `@purpose`, and all else is null';

@Resolver(() => HouseholdChangeType)
export class HouseholdChangeResolver {
  @FieldResolver(() => String, { nullable: true, description: `What it was; ${values}.` })
  before(@Ctx() ctx: Context, @Root() change: HouseholdChangeType): string | null {
    return sideOf(ctx, change, 'before');
  }

  @FieldResolver(() => String, { nullable: true, description: `What it is from then on; ${values}.` })
  after(@Ctx() ctx: Context, @Root() change: HouseholdChangeType): string | null {
    return sideOf(ctx, change, 'after');
  }
}

function sideOf(ctx: Context, { townId, subject, change }: HouseholdChangeType, side: 'before' | 'after') {
  const value = change[side];
  if (!personal(ctx, townId, { subject, field: `HouseholdChange.${side}` })) {
    return masked(recorded[change.field].personal, value);
  }
  return value === null ? null : String(value);
}
