import { Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { holdsIn } from '../access/reach.ts';
import { ViewerType } from '../accounts/account.type.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { mostTowns } from '../db/turns.ts';
import { householdSeen } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { RequestType } from '../requests/request.type.ts';
import { requestsById } from '../requests/request-rows.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { townsById } from '../towns/read-towns.ts';
import { TownType } from '../towns/town.type.ts';
import { ownReminders, seeReminders } from './own-reminders.ts';
import { ReminderType, SeeRemindersInput, SeeRemindersPayload } from './reminder.type.ts';

@Resolver(() => ViewerType)
export class ViewerRemindersResolver {
  @FieldResolver(() => [ReminderType], {
    description:
      'What the viewer is reminded of and is still to be done, in the first four towns in which they see requests: of each the latest first, at most 100 of requests and 100 of visits.',
  })
  async reminders(@Ctx() ctx: Context): Promise<ReminderType[]> {
    return remindersOf(ctx);
  }

  @FieldResolver(() => Int, { description: 'How many of `reminders` the viewer has not seen.' })
  async unseenReminders(@Ctx() ctx: Context): Promise<number> {
    return (await remindersOf(ctx)).filter(({ seenAt }) => seenAt === null).length;
  }
}

async function remindersOf(ctx: Context): Promise<ReminderType[]> {
  const actor = ctx.signedIn;
  const towns = [...new Set(actor.assignments.map(({ townId }) => townId))]
    .filter((town) => holdsIn(actor, 'request:read', town))
    .slice(0, mostTowns);
  const each = towns.map(async (town) => {
    const desk = await ctx.readTown(town);
    return loadOnce(desk, ['reminders', town], () => ownReminders(desk, actor));
  });
  return (await Promise.all(each)).flat();
}

@Resolver(() => ReminderType)
export class ReminderResolver {
  @FieldResolver(() => TownType, { description: 'The town.' })
  async town(@Ctx() ctx: Context, @Root() { townId }: ReminderType): Promise<TownType> {
    const town = await (await ctx.readTown(townId)).load(townsById, { townId, asOf: ctx.today });
    if (!town) throw new Error(`No town ${townId}`);
    return town;
  }

  @FieldResolver(() => RequestType, { nullable: true, description: 'The request; null where it is of a household.' })
  async request(@Ctx() ctx: Context, @Root() { townId, requestUuid: uuid }: ReminderType): Promise<RequestType | null> {
    if (uuid === null) return null;
    return (await (await ctx.readTown(townId)).load(requestsById, { townId, uuid })) ?? null;
  }

  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description: 'The household to visit; null where it is of a request, or the viewer does not see the household.',
  })
  household(@Ctx() ctx: Context, @Root() { townId, householdUuid }: ReminderType): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }
}

@Resolver()
export class ReminderMutations {
  @Mutation(() => SeeRemindersPayload, { description: 'Notes that the viewer has seen their reminders in a town.' })
  async seeReminders(
    @Ctx() ctx: Context,
    @Input(() => SeeRemindersInput) input: SeeRemindersInput,
  ): Promise<SeeRemindersPayload> {
    const { townId } = await getTownFor(ctx, 'request:read', input.town);
    return ctx.changeTown(
      townId,
      'input.town',
      'seeReminders',
      input,
      async (desk) => ({
        seen: await seeReminders(desk, ctx.signedIn),
      }),
      { keepsFigures: true },
    );
  }
}
