import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { nextNight, sandboxTowns } from '../towns/sandbox.ts';
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
