import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { beginningOf, dayAfter, dayOf } from '../today.ts';
import { sandboxTowns } from '../towns/sandbox.ts';
import { nightly } from './nightly.ts';
import { SandboxType } from './sandbox.type.ts';

@Resolver()
export class SandboxResolver {
  @Query(() => SandboxType, {
    nullable: true,
    description: 'The towns in which every application can be tried; null where this platform has none.',
  })
  async sandbox(@Ctx() ctx: Context): Promise<SandboxType | null> {
    const { db } = await ctx.readRegister();
    const made = await db.selectFrom('town').select('code').where('sandbox', '=', true).execute();
    const towns = sandboxTowns.filter(({ code }) => made.some((town) => town.code === code));
    return towns.length === 0 ? null : { towns: [...towns], beginsAnewAt: nextNight(ctx.now) };
  }
}

/** The next moment, after another, at which the sandbox begins anew. */
function nextNight(now: Date): Date {
  const today = dayOf(now);
  const [next] = [today, dayAfter(today)]
    .map(
      (day) => new Date(beginningOf(day).getTime() + (Number(nightly.hours) * 60 + Number(nightly.minutes)) * 60_000),
    )
    .filter((night) => night > now);
  return next ?? now;
}
