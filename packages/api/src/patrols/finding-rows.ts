import type { Context } from '../context.ts';
import { anyOf, idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import type { PhotoType } from '../photos/photo.type.ts';
import { photosById } from '../photos/photo-rows.ts';
import { globalId, requireId } from '../schema/global-id.ts';
import type { PatrolFindingEventType, PatrolFindingType } from './patrol-finding.type.ts';
import { reachesPatrol } from './patrol-reach.ts';
import { patrolsById } from './patrol-rows.ts';

/** What patrols brought up; the caller narrows it to what it needs. */
export function selectFindings(desk: Desk) {
  return desk.db
    .selectFrom('patrol_finding as f')
    .select(['f.town_id', 'f.id', 'f.patrol_id', 'f.kind', 'f.state', 'f.request_id', 'f.party_id', 'f.withdrawn'])
    .select(['f.acted_on', 'f.patrolled_on', 'f.version']);
}

export type FindingRow = Awaited<ReturnType<ReturnType<typeof selectFindings>['executeTakeFirstOrThrow']>>;

/** Batch of findings by id. One statement. */
export async function findingsById(desk: Desk, keys: readonly TownKey[]): Promise<(PatrolFindingType | undefined)[]> {
  const rows = await selectFindings(desk)
    .where('f.town_id', 'in', townsOf(keys))
    .where('f.id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', findingOf);
}

/** Batch of what patrols brought up, in the order in which it was recorded. One statement. */
export async function findingsOf(desk: Desk, keys: readonly TownKey[]): Promise<PatrolFindingType[][]> {
  const rows = await selectFindings(desk)
    .where('f.town_id', 'in', townsOf(keys))
    .where('f.patrol_id', '=', anyOf(idsOf(keys)))
    .orderBy('f.position')
    .execute();
  return parted(keys, rows, 'patrol_id', findingOf);
}

/** Batch of the findings that were raised as requests. One statement. */
export async function findingsOfRequests(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(PatrolFindingType | undefined)[]> {
  const rows = await selectFindings(desk)
    .where('f.town_id', 'in', townsOf(keys))
    .where('f.request_id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'request_id', findingOf);
}

/** Batch of the steps of findings, the first one first. One statement. */
export async function findingEventsOf(desk: Desk, keys: readonly TownKey[]): Promise<PatrolFindingEventType[][]> {
  const rows = await desk.db
    .selectFrom('patrol_finding_event')
    .select(['town_id', 'finding_id', 'seq', 'step', 'happened_on', 'recorded_at', 'recorded_by', 'state'])
    .select(['request_id', 'party_id', 'text', 'place'])
    .where('town_id', 'in', townsOf(keys))
    .where('finding_id', '=', anyOf(idsOf(keys)))
    .orderBy('seq')
    .execute();
  return parted(keys, rows, 'finding_id', (row) => ({
    townId: row.town_id,
    findingUuid: row.finding_id,
    seq: row.seq,
    step: row.step,
    state: row.state,
    text: row.text,
    place: row.place,
    recordedById: row.recorded_by,
    requestUuid: row.request_id,
    partyUuid: row.party_id,
    happenedOn: row.happened_on,
    recordedAt: row.recorded_at,
  }));
}

/** What a finding says, and where it is, as it was written last. */
export async function wordsOf(desk: Desk, key: TownKey): Promise<PatrolFindingEventType> {
  const events = await desk.load(findingEventsOf, { townId: key.townId, uuid: key.uuid });
  const written = events.findLast(({ step }) => step === 'RECORD' || step === 'CORRECT');
  if (!written) throw new Error(`Finding ${key.uuid} was never recorded`);
  return written;
}

/** Batch of the photographs that were recorded with the steps of findings, without the pictures. Two statements. */
export async function photosOfFindings(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<{ seq: number; photo: PhotoType }[][]> {
  const rows = await desk.db
    .selectFrom('patrol_photo')
    .select(['town_id', 'finding_id', 'seq', 'photo_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('finding_id', '=', anyOf(idsOf(keys)))
    .orderBy('seq')
    .orderBy('id')
    .execute();
  return Promise.all(
    parted(keys, rows, 'finding_id', (row) => row).map(async (own) => {
      const photos = await Promise.all(
        own.map(({ town_id: townId, photo_id: uuid }) => desk.load(photosById, { townId, uuid })),
      );
      return own.flatMap(({ seq }, index) => {
        const photo = photos[index];
        return photo ? [{ seq, photo }] : [];
      });
    }),
  );
}

/** A finding that the viewer may see. Errors: NOT_FOUND on `field`. */
export async function getFinding(ctx: Context, id: string, field = 'id'): Promise<PatrolFindingType> {
  const { townId, key: uuid } = requireId(id, 'PatrolFinding', field);
  const desk = await ctx.readTownFor('patrol:read', townId);
  const finding = await desk?.load(findingsById, { townId, uuid });
  const patrol = finding && (await desk?.load(patrolsById, { townId, uuid: finding.patrolUuid }));
  if (!desk || !finding || !patrol || !(await reachesPatrol(desk, ctx.signedIn, 'patrol:read', patrol))) {
    throw notFound(field);
  }
  return finding;
}

/** A finding's row as GraphQL shows it. */
export function findingOf(row: FindingRow): PatrolFindingType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'PatrolFinding',
    id: globalId('PatrolFinding', townId, uuid),
    ...{ townId, uuid, kind: row.kind, state: row.state, withdrawn: row.withdrawn, version: row.version },
    actedOn: row.acted_on,
    patrolUuid: row.patrol_id,
    patrolledOn: row.patrolled_on,
    requestUuid: row.request_id,
    partyUuid: row.party_id,
  };
}
