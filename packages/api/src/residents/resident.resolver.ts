import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { maskName, maskTelephone } from '../audit/mask.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import type { TownKey } from '../db/batch.ts';
import { stateOn } from '../db/versions.ts';
import { householdSeen } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { getResident } from './find-resident.ts';
import { ResidentStayType, ResidentType } from './resident.type.ts';
import { type ResidentRecord, residentsById, staysOf } from './resident-rows.ts';

const day = () => DateScalar;
const theDay = { nullable: true, description: 'The day; today unless told.' };

@Resolver(() => ResidentType)
export class ResidentResolver {
  @Query(() => ResidentType, {
    nullable: true,
    description:
      'A resident by their id, for whoever sees the household that they are in today, were in last or will be in first. NOT_FOUND to everybody else.',
  })
  resident(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the resident.' }) id: string,
  ): Promise<ResidentType> {
    return getResident(ctx, id);
  }

  @FieldResolver(() => String, { description: 'Their name; without `@purpose` its beginning, such as 张**.' })
  async name(@Ctx() ctx: Context, @Root() { townId, uuid }: ResidentType): Promise<string> {
    const { name, auditKey: subject } = await recordOf(ctx, { townId, uuid });
    return personal(ctx, townId, { subject, field: 'Resident.name' }) ? name : maskName(name);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'The year of their birth; null where it is not known, and without `@purpose`.',
  })
  async birthYear(@Ctx() ctx: Context, @Root() { townId, uuid }: ResidentType): Promise<number | null> {
    const { birthYear, auditKey: subject } = await recordOf(ctx, { townId, uuid });
    return personal(ctx, townId, { subject, field: 'Resident.birthYear' }) ? birthYear : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Their telephone number in digits, with the area code of a fixed one; without `@purpose` without its middle, such as 138****5678. Null where none is known.',
  })
  async telephone(@Ctx() ctx: Context, @Root() { townId, uuid }: ResidentType): Promise<string | null> {
    const { telephone, auditKey: subject } = await recordOf(ctx, { townId, uuid });
    const inFull = personal(ctx, townId, { subject, field: 'Resident.telephone' });
    return inFull || telephone === null ? telephone : maskTelephone(telephone);
  }

  @FieldResolver(() => [ResidentStayType], {
    description: 'The households they were, are and will be in, oldest first.',
  })
  async stays(@Ctx() ctx: Context, @Root() { townId, uuid }: ResidentType): Promise<ResidentStayType[]> {
    const stays = await (await ctx.readTown(townId)).load(staysOf, { townId, uuid });
    return stays.map(({ from, to, state }) => ({
      townId,
      householdUuid: state.household_id,
      head: state.head,
      validFrom: from,
      validTo: to,
    }));
  }

  @FieldResolver(() => Boolean, { description: 'Whether they are the head 户主 of their household on a day.' })
  async head(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: ResidentType,
    @Arg('asOf', day, theDay) asOf?: string | null,
  ): Promise<boolean> {
    const stays = await (await ctx.readTown(townId)).load(staysOf, { townId, uuid });
    return stateOn(stays, asOf ?? ctx.today)?.head ?? false;
  }
}

@Resolver(() => ResidentStayType)
export class ResidentStayResolver {
  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description: 'The household; null where the viewer does not see it.',
  })
  household(@Ctx() ctx: Context, @Root() { townId, householdUuid }: ResidentStayType): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }
}

async function recordOf(ctx: Context, key: TownKey): Promise<ResidentRecord> {
  const record = await (await ctx.readTown(key.townId)).load(residentsById, key);
  if (!record) throw new Error(`Resident ${key.uuid} is gone`);
  return record;
}
