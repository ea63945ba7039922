import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { reaches, reachesTown } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { anyOf, idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { getEntry } from '../handling/listed.ts';
import { type Connection, pageOf } from '../schema/connection.ts';
import { globalId, requireId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { placeWith, unitsStanding, unitsUnder } from '../units/standing-under.ts';
import type { MediationFilter, MediationsArgs } from './mediation.input.ts';
import type { MediationType } from './mediation.type.ts';

/** A mediation's row, but for what people wrote. */
export type MediationRow = Awaited<ReturnType<ReturnType<typeof selectMediations>['executeTakeFirstOrThrow']>>;

/** Mediations, but for what people wrote; the caller narrows it to what it needs. */
export function selectMediations(desk: Desk) {
  return desk.db
    .selectFrom('mediation as m')
    .select(['m.town_id', 'm.id', 'm.year', 'm.number', 'm.subject_id', 'm.unit_id', 'm.request_id', 'm.state'])
    .select(['m.begun_on', 'm.recorded_at', 'm.recorded_by', 'm.agreed_on', 'm.check_on', 'm.audit_key', 'm.version']);
}

/** Batch of mediations by id. One statement. */
export async function mediationsById(desk: Desk, keys: readonly TownKey[]): Promise<(MediationType | undefined)[]> {
  const rows = await selectMediations(desk)
    .where('m.town_id', 'in', townsOf(keys))
    .where('m.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', mediationOf);
}

/** Whether a permission reaches a mediation: the unit where it is held, or what that has gone into, or the town. */
export async function reachesMediation(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  { townId, unitUuid }: { townId: number; unitUuid: string | null },
): Promise<boolean> {
  return reaches(actor, permission, await placeWith(desk, townId, unitUuid));
}

/** A mediation that the viewer may see. Errors: NOT_FOUND on `field`. */
export async function getMediation(ctx: Context, id: string, field = 'id'): Promise<MediationType> {
  const { townId, key: uuid } = requireId(id, 'Mediation', field);
  const desk = await ctx.readTownFor('mediation:read', townId);
  const mediation = await desk?.load(mediationsById, { townId, uuid });
  if (!desk || !mediation || !(await reachesMediation(desk, ctx.signedIn, 'mediation:read', mediation))) {
    throw notFound(field);
  }
  return mediation;
}

/**
 * A page of the mediations of the desk's town that somebody may see, the latest first.
 * Errors: NOT_FOUND on the member of `filter` that names something that is not there; BAD_INPUT on first, last, after or
 * before.
 */
export async function listMediations(
  desk: Desk,
  actor: Actor,
  args: MediationsArgs,
): Promise<Connection<MediationType>> {
  const rows = await selectMediations(desk)
    .where('m.town_id', '=', desk.town)
    .where(sql<boolean>`${sql.join(await conditionsOf(desk, actor, args.filter ?? {}), sql` and `)}`)
    .orderBy('m.begun_on', 'desc')
    .orderBy('m.year', 'desc')
    .orderBy('m.number', 'desc')
    .execute();
  return pageOf(rows.map(mediationOf), args, ({ uuid }) => uuid);
}

async function conditionsOf(desk: Desk, actor: Actor, filter: MediationFilter): Promise<RawBuilder<unknown>[]> {
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  if (!reachesTown(actor, 'mediation:read', desk.town)) {
    const units = await unitsStanding(desk, (place) => reaches(actor, 'mediation:read', place));
    conditions.push(sql`m.unit_id = ${anyOf(units)}`);
  }
  if (filter.state != null) conditions.push(sql`m.state = any(${filter.state}::text[])`);
  if (filter.unit != null) {
    conditions.push(sql`m.unit_id = ${anyOf(await unitsUnder(desk, filter.unit, 'filter.unit'))}`);
  }
  if (filter.subject != null) {
    const { uuid } = await getEntry(desk, 'request_subject', filter.subject, 'filter.subject');
    conditions.push(sql`m.subject_id = ${uuid}`);
  }
  if (filter.checkDue != null) {
    conditions.push(sql`coalesce(m.check_on <= ${dayOf(desk.now)}, false) = ${filter.checkDue}`);
  }
  return conditions;
}

function mediationOf(row: MediationRow): MediationType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'Mediation',
    id: globalId('Mediation', townId, uuid),
    townId,
    uuid,
    number: `M${row.year}-${String(row.number).padStart(6, '0')}`,
    subjectUuid: row.subject_id,
    unitUuid: row.unit_id,
    requestUuid: row.request_id,
    state: row.state,
    begunOn: row.begun_on,
    recordedAt: row.recorded_at,
    recordedById: row.recorded_by,
    agreedOn: row.agreed_on,
    checkOn: row.check_on,
    auditKey: row.audit_key,
    version: row.version,
  };
}
