import type { Actor } from '../access/actor.ts';
import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { anyOf, idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId, requireId, requireIdIn } from '../schema/global-id.ts';
import { placeWith } from '../units/standing-under.ts';
import { placesById } from './place-rows.ts';
import type { InspectionRoundType } from './round.type.ts';
import { saidOfVersions } from './round-parts.ts';
import { squadOn } from './squad-rows.ts';

/** Rounds with the version that holds, the one of the highest number; the caller narrows it to what it needs. */
export function selectRounds(desk: Desk) {
  return desk.db
    .selectFrom('inspection_round as r')
    .innerJoinLateral(
      (at) =>
        at
          .selectFrom('inspection_round_version as each')
          .select(['each.id as version_id', 'each.note'])
          .whereRef('each.town_id', '=', 'r.town_id')
          .whereRef('each.round_id', '=', 'r.id')
          .orderBy('number', 'desc')
          .limit(1)
          .as('said'),
      (join) => join.onTrue(),
    )
    .select(['r.town_id', 'r.id', 'r.squad_id', 'r.inspected_on', 'r.recorded_at', 'r.recorded_by'])
    .select(['r.withdrawn_at', 'r.withdrawn_by', 'r.withdrawn_reason', 'r.version', 'said.version_id', 'said.note']);
}

export type RoundRow = Awaited<ReturnType<ReturnType<typeof selectRounds>['executeTakeFirstOrThrow']>>;

/** Batch of rounds by id. One statement. */
export async function roundsById(desk: Desk, keys: readonly TownKey[]): Promise<(InspectionRoundType | undefined)[]> {
  const rows = await selectRounds(desk)
    .where('r.town_id', 'in', townsOf(keys))
    .where('r.id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', roundOf);
}

/** A round of the desk's town as a change has left it. Errors: NOT_FOUND on input.round where there is none. */
export async function roundNow(desk: Desk, uuid: string): Promise<InspectionRoundType> {
  desk.forget();
  const round = await desk.load(roundsById, { townId: desk.town, uuid });
  if (!round) throw notFound('input.round');
  return round;
}

/** A round of a town in which the viewer sees inspections. Errors: NOT_FOUND on `field`. */
export async function getRound(ctx: Context, id: string, field = 'id'): Promise<InspectionRoundType> {
  const { townId, key: uuid } = requireId(id, 'InspectionRound', field);
  const round = await (await ctx.readTownFor('inspection:read', townId))?.load(roundsById, { townId, uuid });
  if (!round) throw notFound(field);
  return round;
}

/**
 * The round that a mutation names, held: another change of it waits.
 * Errors: NOT_FOUND on input.round where the actor may not record it; CONFLICT where it was withdrawn.
 */
export async function holdRound(desk: Desk, actor: Actor, id: string): Promise<InspectionRoundType> {
  const row = await selectRounds(desk)
    .where('r.town_id', '=', desk.town)
    .where('r.id', '=', requireIdIn(desk.town, id, 'InspectionRound', 'input.round'))
    .forUpdate('r')
    .executeTakeFirst();
  const round = row && roundOf(row);
  if (!round || !(await mayRewrite(desk, actor, round))) throw notFound('input.round');
  if (round.withdrawnAt !== null) throw conflict('roundWithdrawn', 'input.round');
  return round;
}

/** Whether somebody may write a round anew or withdraw it: as they may record one of its squad at its places. */
export async function mayRewrite(desk: Desk, actor: Actor, round: InspectionRoundType): Promise<boolean> {
  const { townId, squadUuid, inspectedOn } = round;
  const said = await desk.load(saidOfVersions, { townId, uuid: round.versionUuid });
  const places = await Promise.all(said.map(({ check }) => desk.load(placesById, { townId, uuid: check.placeUuid })));
  const units = places.flatMap((place) => (place ? [place.unitUuid] : []));
  return (await wronglyIn(desk, actor, { townId, uuid: squadUuid }, inspectedOn, units)) === null;
}

/**
 * What keeps somebody from recording a round of a squad on a day in units: the squad, because they are not in it on that day and do not
 * manage inspections in all of the units; or, by its index, a unit that they do not reach. Null where nothing does.
 */
export async function wronglyIn(
  desk: Desk,
  actor: Actor,
  squad: TownKey,
  on: string,
  units: readonly string[],
): Promise<'squad' | number | null> {
  const places = await Promise.all(units.map((unit) => placeWith(desk, squad.townId, unit)));
  const beyond = places.findIndex((place) => !reaches(actor, 'inspection:record', place));
  if (beyond >= 0) return beyond;
  if (places.every((place) => reaches(actor, 'inspection:manage', place))) return null;
  const own = new Set(actor.assignments.filter((held) => held.townId === squad.townId).map((held) => held.personId));
  const then = await squadOn(desk, squad, on);
  return then?.members.some(({ uuid }) => own.has(uuid)) ? null : 'squad';
}

/** A round's row as GraphQL shows it. */
export function roundOf(row: RoundRow): InspectionRoundType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'InspectionRound',
    id: globalId('InspectionRound', townId, uuid),
    ...{ townId, uuid, note: row.note, version: row.version },
    squadUuid: row.squad_id,
    versionUuid: row.version_id,
    inspectedOn: row.inspected_on,
    recordedAt: row.recorded_at,
    recordedById: row.recorded_by,
    withdrawnAt: row.withdrawn_at,
    withdrawnById: row.withdrawn_by,
    withdrawnReason: row.withdrawn_reason,
  };
}
