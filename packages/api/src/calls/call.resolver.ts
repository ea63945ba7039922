import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { PersonalField } from '../access/personal-fields.ts';
import { accountName } from '../accounts/account-name.ts';
import { shown } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { householdSeen } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { PersonType } from '../people/person.type.ts';
import { requestSeen, visibleRequests } from '../requests/find-request.ts';
import { personNamed } from '../requests/named.ts';
import { RequestType } from '../requests/request.type.ts';
import { residentSeen } from '../residents/find-resident.ts';
import { ResidentType } from '../residents/resident.type.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { type CallAccount, CallEventType, CallStepEnum, CallType } from './call.type.ts';
import { eventsOfCalls, recordsOfCalls } from './call-parts.ts';
import { requestsOfCalls } from './call-requests.ts';
import { getCall, reachesCall } from './call-rows.ts';
import { callSteps, mayTake } from './call-states.ts';
import { HotlineType } from './hotline.type.ts';
import { findHotline } from './hotline-rows.ts';

@Resolver(() => CallType)
export class CallResolver {
  @Query(() => CallType, {
    nullable: true,
    description: 'A call by its id. NOT_FOUND where it is not open to the viewer.',
  })
  call(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the call.' }) id: string,
  ): Promise<CallType> {
    return getCall(ctx, id);
  }

  @FieldResolver(() => TownType, { description: 'The town whose hotline was called.' })
  async town(@Ctx() ctx: Context, @Root() { townId }: CallType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => HotlineType, { nullable: true, description: 'The hotline that was called.' })
  async hotline(@Ctx() ctx: Context, @Root() { townId, hotlineUuid }: CallType): Promise<HotlineType | null> {
    return (await findHotline(await ctx.readTown(townId), { townId, uuid: hotlineUuid })) ?? null;
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description:
      'For which unit it counts, as that is today, or was last: the block of the household that called, where that is under the unit of the hotline, else that unit; null for the town itself.',
  })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: CallType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who answered it, or called back; null as long as nobody has.',
  })
  answeredBy(@Ctx() ctx: Context, @Root() { townId, answeredByUuid }: CallType): Promise<PersonType | null> {
    return personNamed(ctx, townId, answeredByUuid);
  }

  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description: 'The household that called, as far as it is known and within the viewer’s reach today.',
  })
  household(@Ctx() ctx: Context, @Root() { townId, householdUuid }: CallType): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }

  @FieldResolver(() => ResidentType, {
    nullable: true,
    description: 'Who of the household called, as far as it is known and within the viewer’s reach today.',
  })
  resident(@Ctx() ctx: Context, @Root() { townId, residentUuid }: CallType): Promise<ResidentType | null> {
    return residentSeen(ctx, townId, residentUuid);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The name of a caller who is no resident known here; without `@purpose` its beginning.',
  })
  callerName(@Ctx() ctx: Context, @Root() call: CallType): Promise<string | null> {
    return shownOf(ctx, call, 'callerName');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The number from which they called, in digits; without `@purpose` without its middle.',
  })
  telephone(@Ctx() ctx: Context, @Root() call: CallType): Promise<string | null> {
    return shownOf(ctx, call, 'telephone');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What they wanted; null for a call that nobody has answered yet, and without `@purpose`.',
  })
  matter(@Ctx() ctx: Context, @Root() call: CallType): Promise<string | null> {
    return shownOf(ctx, call, 'matter');
  }

  @FieldResolver(() => String, { nullable: true, description: 'What they were told; null without `@purpose`.' })
  answer(@Ctx() ctx: Context, @Root() call: CallType): Promise<string | null> {
    return shownOf(ctx, call, 'answer');
  }

  @FieldResolver(() => RequestType, {
    nullable: true,
    description: 'The request about which they asked; null where there is none, or none that the viewer may see.',
  })
  about(@Ctx() ctx: Context, @Root() { townId, aboutUuid }: CallType): Promise<RequestType | null> {
    return requestSeen(ctx, townId, aboutUuid);
  }

  @FieldResolver(() => [RequestType], {
    nullable: true,
    description: 'The requests that were raised out of it, as far as the viewer may see them.',
  })
  async requests(@Ctx() ctx: Context, @Root() { townId, uuid }: CallType): Promise<RequestType[] | null> {
    const desk = await ctx.readTownFor('request:read', townId);
    if (!desk) return null;
    return visibleRequests(desk, ctx.signedIn, await desk.load(requestsOfCalls, { townId, uuid }));
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: CallType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => [CallEventType], { description: 'Its steps, the first one first.' })
  async events(@Ctx() ctx: Context, @Root() { townId, uuid }: CallType): Promise<CallEventType[]> {
    return (await ctx.readTown(townId)).load(eventsOfCalls, { townId, uuid });
  }

  @FieldResolver(() => [CallStepEnum], { description: 'The steps that the viewer may take with it now.' })
  async actions(@Ctx() ctx: Context, @Root() call: CallType): Promise<string[]> {
    const desk = await ctx.readTown(call.townId);
    if (!(await reachesCall(desk, ctx.signedIn, 'call:record', call))) return [];
    return callSteps.filter((step) => mayTake(call, step));
  }
}

/** A personal value of a call, in full or as it is shown without a purpose. */
async function shownOf(ctx: Context, { townId, uuid }: CallType, name: keyof CallAccount): Promise<string | null> {
  const record = await (await ctx.readTown(townId)).load(recordsOfCalls, { townId, uuid });
  if (!record) return null;
  const field: PersonalField = `Call.${name}`;
  return shown(ctx, townId, { subject: record.subject, field }, record[name]);
}
