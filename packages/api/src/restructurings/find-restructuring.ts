import { sql } from 'kysely';
import { reachesTown } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { globalId, requireId } from '../schema/global-id.ts';
import type { RestructuringType } from './restructuring.type.ts';
import { restructuringsById, type StoredRestructuring } from './stored-restructuring.ts';

/** A restructuring as GraphQL shows it. */
export function restructuringOf(stored: StoredRestructuring): RestructuringType {
  const { townId, uuid, status, origin, effectiveOn, reason, documentNumber, draftedAt, appliedAt, version } = stored;
  return {
    typename: 'Restructuring',
    id: globalId('Restructuring', townId, uuid),
    townId,
    stored,
    ...{ status, origin, effectiveOn, reason, documentNumber, draftedAt, appliedAt, version },
  };
}

/** Whether the viewer may see it: what is or was in force, or, for those who may restructure the town, all. */
export function isOpen(ctx: Context, { townId, status }: Pick<StoredRestructuring, 'townId' | 'status'>): boolean {
  return status === 'APPLIED' || status === 'VOIDED' || reachesTown(ctx.signedIn, 'unit:restructure', townId);
}

/** A restructuring by its id. Errors: NOT_FOUND on `field` where it is not there or not open to the viewer. */
export async function getRestructuring(ctx: Context, id: string, field = 'id'): Promise<RestructuringType> {
  const { townId, key: uuid } = requireId(id, 'Restructuring', field);
  const desk = await ctx.readTownFor('restructuring:read', townId);
  const stored = await desk?.load(restructuringsById, { townId, uuid });
  if (!stored || !isOpen(ctx, stored)) throw notFound(field);
  return restructuringOf(stored);
}

/** A restructuring as a change has left it, for the change's payload. */
export async function changedRestructuring(desk: Desk, uuid: string): Promise<RestructuringType> {
  const stored = await desk.load(restructuringsById, { townId: desk.town, uuid });
  if (!stored) throw notFound();
  return restructuringOf(stored);
}

/** What a list of restructurings is made from: which there are, in what state. */
export type RestructuringHead = Pick<StoredRestructuring, 'townId' | 'uuid' | 'status'>;

/**
 * Batch of the heads of all restructurings of towns, the latest day first; of one day, the latest made first. One
 * statement, without steps and differences: those of a large import are megabytes.
 */
export async function restructuringHeads(desk: Desk, towns: readonly number[]): Promise<RestructuringHead[][]> {
  const rows = await desk.db
    .selectFrom('restructuring')
    .select(['town_id as townId', 'id as uuid', 'status'])
    .where('town_id', 'in', [...towns])
    .orderBy('effective_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return towns.map((town) => rows.filter((row) => row.townId === town));
}

/** Batch of the ids of restructurings whose difference mentions a unit, as what changes or only beside it. One statement. */
export async function restructuringsMentioning(
  desk: Desk,
  keys: readonly { townId: number; unit: string }[],
): Promise<ReadonlySet<string>[]> {
  const rows = await sql<{ id: string; unit: string }>`
    select restructuring.id, named.unit from restructuring
    join json_to_recordset(${JSON.stringify(keys)}::json) as named("townId" bigint, unit uuid)
      on named."townId" = restructuring.town_id and position(named.unit::text in restructuring.difference::text) > 0
  `.execute(desk.db);
  return keys.map(({ unit }) => new Set(rows.rows.filter((row) => row.unit === unit).map(({ id }) => id)));
}
