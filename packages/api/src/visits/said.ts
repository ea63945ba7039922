import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import type { TownKey } from '../db/batch.ts';
import { type Said, saidIn } from './visit-lists.ts';

/** What a version says in one of its fields, where the operation names what it reads it for. */
export async function said(
  ctx: Context,
  { townId, uuid }: TownKey,
  type: 'Visit' | 'VisitVersion',
  field: Exclude<keyof Said, 'auditKey'>,
): Promise<string | null> {
  const read = await (await ctx.readTown(townId)).load(saidIn, { townId, uuid });
  return read && personal(ctx, townId, { subject: read.auditKey, field: `${type}.${field}` }) ? read[field] : null;
}
