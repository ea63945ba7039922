import { Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { UnitType } from '../units/unit.type.ts';
import { addNumber, endNumber } from './keep-numbers.ts';
import {
  AddServiceNumberInput,
  EndServiceNumberInput,
  ServiceNumberPayload,
  ServiceNumberType,
} from './service-number.type.ts';
import { numbersOf } from './service-number-rows.ts';

@Resolver(() => TownType)
export class TownNumbersResolver {
  @FieldResolver(() => [ServiceNumberType], {
    nullable: true,
    description: 'The numbers 便民电话 for the whole town, at most 12; null where boards are not open to the viewer.',
  })
  async serviceNumbers(@Ctx() ctx: Context, @Root() { townId }: TownType): Promise<ServiceNumberType[] | null> {
    const desk = await ctx.readTownFor('notice:read', townId);
    return desk ? desk.load(numbersOf, { townId, unit: null }) : null;
  }
}

@Resolver(() => UnitType)
export class UnitNumbersResolver {
  @FieldResolver(() => [ServiceNumberType], {
    nullable: true,
    description:
      'The numbers 便民电话 for the unit itself, beside those of what is above it, at most 12; null where boards are not open to the viewer.',
  })
  async serviceNumbers(
    @Ctx() ctx: Context,
    @Root() { townId, uuid: unit }: UnitType,
  ): Promise<ServiceNumberType[] | null> {
    const desk = await ctx.readTownFor('notice:read', townId);
    return desk ? desk.load(numbersOf, { townId, unit }) : null;
  }
}

@Resolver()
export class ServiceNumberMutations {
  @Mutation(() => ServiceNumberPayload, { description: 'Adds a number that residents may need 新增便民电话.' })
  async addServiceNumber(
    @Ctx() ctx: Context,
    @Input(() => AddServiceNumberInput) input: AddServiceNumberInput,
  ): Promise<ServiceNumberPayload> {
    const { townId } = await getTownFor(ctx, 'board:publish', input.town);
    return ctx.changeTown(townId, 'input.town', 'addServiceNumber', input, async (desk) => ({
      numbers: await addNumber(desk, ctx.signedIn, input),
    }));
  }

  @Mutation(() => ServiceNumberPayload, { description: 'Takes a number off boards and cards 停用便民电话.' })
  endServiceNumber(
    @Ctx() ctx: Context,
    @Input(() => EndServiceNumberInput) input: EndServiceNumberInput,
  ): Promise<ServiceNumberPayload> {
    const { townId } = requireId(input.number, 'ServiceNumber', 'input.number');
    return ctx.changeTown(townId, 'input.number', 'endServiceNumber', input, async (desk) => ({
      numbers: await endNumber(desk, ctx.signedIn, input),
    }));
  }
}
