import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { Input } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { oneLine } from '../schema/text.ts';
import { getTownFor } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import {
  LeaveWorkingDayInput,
  SettleWorkingDayInput,
  WorkingDayExceptionType,
  WorkingDayPayload,
} from './working-day.type.ts';
import { exceptionsOf, leaveDay, settleDay } from './working-days.ts';

@Resolver(() => TownType)
export class TownCalendarResolver {
  @FieldResolver(() => [WorkingDayExceptionType], {
    nullable: true,
    description:
      'The days of a year that are not worked or free as the week has them, in order: those of the State Council’s notices on holidays 节假日安排, and those that the town has settled itself, which come before them. Of a year without a notice yet, only the latter. Null where nothing of the town’s work is open to the viewer.',
  })
  async workingDayExceptions(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Arg('from', () => DateScalar, { description: 'The first day.' }) from: string,
    @Arg('to', () => DateScalar, { description: 'The last day.' }) to: string,
  ): Promise<WorkingDayExceptionType[] | null> {
    const desk = await ctx.readTownFor('unit:read', town.townId);
    const exceptions = await desk?.load(exceptionsOf, town.townId);
    return exceptions?.filter(({ day }) => day >= from && day <= to) ?? null;
  }
}

@Resolver()
export class CalendarMutations {
  @Mutation(() => WorkingDayPayload, {
    description: 'Makes a day a working day or a day off in a town. Deadlines that are set already stay what they are.',
  })
  async settleWorkingDay(
    @Ctx() ctx: Context,
    @Input(() => SettleWorkingDayInput) input: SettleWorkingDayInput,
  ): Promise<WorkingDayPayload> {
    const town = await getTownFor(ctx, 'town:configure', input.town);
    const day = dayOfChange(input.day, ctx.today, 'input.day');
    const name = oneLine(input.name, 'input.name');
    return ctx.changeTown(town.townId, 'input.town', 'settleWorkingDay', input, async (desk) => {
      await settleDay(desk, day, input.working, name);
      return { town };
    });
  }

  @Mutation(() => WorkingDayPayload, {
    description: 'Leaves a day that a town has settled to the State’s notices and the week again.',
  })
  async leaveWorkingDay(
    @Ctx() ctx: Context,
    @Input(() => LeaveWorkingDayInput) input: LeaveWorkingDayInput,
  ): Promise<WorkingDayPayload> {
    const town = await getTownFor(ctx, 'town:configure', input.town);
    return ctx.changeTown(town.townId, 'input.town', 'leaveWorkingDay', input, async (desk) => {
      if (!(await leaveDay(desk, input.day))) throw conflict('dayNotSettled', 'input.day');
      return { town };
    });
  }
}
