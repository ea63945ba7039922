import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import type { ApplicationType } from './application.type.ts';
import { applicationsById } from './application-rows.ts';

/** The application of a key that is stored. One statement for all that are asked for at once. */
export async function getApplication(ctx: Context, key: string): Promise<ApplicationType> {
  return applicationAt(await ctx.readSignIn(), key);
}

/** The same at a desk, as after a change there. */
export async function applicationAt(desk: Desk, key: string): Promise<ApplicationType> {
  const application = await desk.load(applicationsById, key);
  if (!application) throw notFound();
  return application;
}
