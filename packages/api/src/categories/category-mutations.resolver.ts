import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { householdsById } from '../households/find-household.ts';
import { HouseholdPayload } from '../households/household.input.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { addCategory } from './add-category.ts';
import { categorizeHousehold } from './categorize-household.ts';
import {
  AddCategoryInput,
  CategorizeHouseholdInput,
  CategoryPayload,
  EndCategoryInput,
  EndHouseholdCategoryInput,
  ReviseCategoryInput,
} from './category.input.ts';
import { endCategory } from './end-category.ts';
import { endHouseholdCategory } from './end-household-category.ts';
import { reviseCategory } from './revise-category.ts';

@Resolver()
export class CategoryMutations {
  @Mutation(() => CategoryPayload, { description: 'Adds a category to a town’s own list.' })
  async addCategory(
    @Ctx() ctx: Context,
    @Input(() => AddCategoryInput) input: AddCategoryInput,
  ): Promise<CategoryPayload> {
    const { townId } = await getTownFor(ctx, 'town:configure', input.town);
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.town', 'addCategory', input, async (desk) => ({
      category: await addCategory(desk, ctx.signedIn, input, from),
    }));
  }

  @Mutation(() => CategoryPayload, { description: 'Renames or moves a category in the town’s list.' })
  async reviseCategory(
    @Ctx() ctx: Context,
    @Input(() => ReviseCategoryInput) input: ReviseCategoryInput,
  ): Promise<CategoryPayload> {
    const { townId } = requireId(input.category, 'Category', 'input.category');
    return ctx.changeTown(townId, 'input.category', 'reviseCategory', input, async (desk) => ({
      category: await reviseCategory(desk, ctx.signedIn, input),
    }));
  }

  @Mutation(() => CategoryPayload, { description: 'Ends a category. Households in it leave it on that day.' })
  async endCategory(
    @Ctx() ctx: Context,
    @Input(() => EndCategoryInput) input: EndCategoryInput,
  ): Promise<CategoryPayload> {
    const { townId } = requireId(input.category, 'Category', 'input.category');
    const on = dayOfChange(input.on, ctx.today, 'input.on');
    return ctx.changeTown(townId, 'input.category', 'endCategory', input, async (desk) => ({
      category: await endCategory(desk, ctx.signedIn, input, on),
    }));
  }

  @Mutation(() => HouseholdPayload, { description: 'Puts a household into a category, with the reason.' })
  async categorizeHousehold(
    @Ctx() ctx: Context,
    @Input(() => CategorizeHouseholdInput) input: CategorizeHouseholdInput,
  ): Promise<HouseholdPayload> {
    const { townId } = requireId(input.household, 'Household', 'input.household');
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return this.#change(ctx, townId, 'input.household', 'categorizeHousehold', input, (desk) =>
      categorizeHousehold(desk, ctx.signedIn, input, from),
    );
  }

  @Mutation(() => HouseholdPayload, { description: 'Takes a household out of a category.' })
  async endHouseholdCategory(
    @Ctx() ctx: Context,
    @Input(() => EndHouseholdCategoryInput) input: EndHouseholdCategoryInput,
  ): Promise<HouseholdPayload> {
    const field = 'input.householdCategory';
    const { townId } = requireId(input.householdCategory, 'HouseholdCategory', field);
    const on = dayOfChange(input.on, ctx.today, 'input.on');
    return this.#change(ctx, townId, field, 'endHouseholdCategory', input, (desk) =>
      endHouseholdCategory(desk, ctx.signedIn, input, on),
    );
  }

  /** Runs a change of one household and answers the household alone: payloads are kept, and categories are not for that. */
  #change(
    ctx: Context,
    townId: number,
    field: string,
    operation: string,
    input: Keyed,
    work: (desk: Desk) => Promise<string>,
  ): Promise<HouseholdPayload> {
    return ctx.changeTown(townId, field, operation, input, async (desk) => {
      const uuid = await work(desk);
      desk.forget();
      const household = await desk.load(householdsById, { townId, uuid });
      if (!household) throw notFound();
      return { household };
    });
  }
}
