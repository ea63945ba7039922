import type { Context } from '../context.ts';
import type { TownKey } from '../db/batch.ts';
import { toldTo } from '../indicators/told-to.ts';
import { type EnrolledIn, enrolledIn } from './programme-parts.ts';

/** A number of those who take part in a programme, as far as the viewer is told it. */
export async function toldOf(
  ctx: Context,
  programme: TownKey,
  which: (count: EnrolledIn) => number,
): Promise<number | null> {
  const desk = await ctx.readTown(programme.townId);
  return toldTo(ctx.signedIn, 'programme:read', programme.townId)(which(await desk.load(enrolledIn, programme)));
}
