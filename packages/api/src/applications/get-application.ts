import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import type { ApplicationType } from './application.type.ts';
import { applicationsById } from './application-rows.ts';

/** The application of a key that is stored. One statement for all that are asked for at once. */
export async function getApplication(ctx: Context, key: string): Promise<ApplicationType> {
  const application = await (await ctx.readSignIn()).load(applicationsById, key);
  if (!application) throw notFound();
  return application;
}
