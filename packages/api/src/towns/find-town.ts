import type { Permission } from '../access/permissions.ts';
import { requireIn } from '../access/reach.ts';
import { townsOf } from '../access/seat.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { readTowns, townsById } from './read-towns.ts';
import type { TownType } from './town.type.ts';

/** All towns that the actor may see, as of today. One statement an operation. */
export async function visibleTowns(ctx: Context): Promise<TownType[]> {
  const towns = townsOf(ctx.signedIn);
  const desk = await ctx.readRegister();
  const all = await desk.load(allTowns, ctx.today);
  return all.filter((town) => isOpen(towns, town));
}

/**
 * The towns that an answer about many names: those that the actor may see, and, for whoever asks through an application, which
 * towns let see one by one, all of the register that have not let it. What is in a town opens as always.
 */
export async function namedTowns(ctx: Context): Promise<TownType[]> {
  const { application } = ctx.signedIn;
  if (!application) return visibleTowns(ctx);
  const towns = townsOf(ctx.signedIn);
  const all = await (await ctx.readRegister()).load(allTowns, ctx.today);
  return all.filter((town) => isOpen(towns, town) || !application.consents.has(town.townId));
}

/** Whoever sees all towns sees those of the register. */
function isOpen(towns: ReturnType<typeof townsOf>, { townId, sandbox }: TownType): boolean {
  return towns === 'all' ? !sandbox : towns.has(townId);
}

async function allTowns(desk: Desk, days: readonly string[]): Promise<TownType[][]> {
  return Promise.all(days.map((day) => readTowns(desk, 'all', day)));
}

/** A town by its code as the actor may see it. Errors: NOT_FOUND on `field`. */
export async function getTown(ctx: Context, code: string, asOf: string, field = 'code'): Promise<TownType> {
  const towns = townsOf(ctx.signedIn);
  const [town] = await readTowns(await ctx.readRegister(), { code }, asOf);
  if (!town || !isOpen(towns, town)) throw notFound(field);
  return town;
}

/**
 * The town that a mutation names, where the actor holds the permission in it.
 * Errors: NOT_FOUND for a town that is not open to the actor, FORBIDDEN where they may not do this there.
 */
export async function getTownFor(ctx: Context, permission: Permission, code: string): Promise<TownType> {
  const town = await getTown(ctx, code, ctx.today, 'input.town');
  requireIn(ctx.signedIn, town.townId, [permission]);
  return town;
}

/** The town of an id that is stored with something which the actor sees. One statement for all that are asked for at once. */
export async function townOfId(ctx: Context, townId: number, asOf = ctx.today): Promise<TownType> {
  const town = await (await ctx.readRegister()).load(townsById, { townId, asOf });
  if (!town) throw notFound();
  return town;
}
