import type { Context } from '../context.ts';
import { displayNames } from './town-accounts.ts';

/**
 * How a town knows the account that did something there. Null where no account did, where the account has no place in the
 * town, and for a viewer who sees nobody in it.
 */
export async function accountName(ctx: Context, townId: number, accountId: string | null): Promise<string | null> {
  if (accountId === null) return null;
  const desk = await ctx.readTownFor('person:read', townId);
  return (await desk?.load(displayNames, { townId, accountId })) ?? null;
}
