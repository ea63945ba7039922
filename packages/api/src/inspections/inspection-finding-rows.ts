import type { Context } from '../context.ts';
import { anyOf, idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { globalId, requireId } from '../schema/global-id.ts';
import type { InspectionFindingEventType, InspectionFindingType } from './inspection-finding.type.ts';

/** What was found at checks; the caller narrows it to what it needs. */
export function selectFindings(desk: Desk) {
  return desk.db
    .selectFrom('inspection_finding as f')
    .select(['f.town_id', 'f.id', 'f.check_id', 'f.kind', 'f.state', 'f.mended', 'f.request_id', 'f.withdrawn'])
    .select(['f.inspected_on', 'f.version']);
}

export type FindingRow = Awaited<ReturnType<ReturnType<typeof selectFindings>['executeTakeFirstOrThrow']>>;

/** Batch of findings by id. One statement. */
export async function findingsById(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(InspectionFindingType | undefined)[]> {
  const rows = await selectFindings(desk)
    .where('f.town_id', 'in', townsOf(keys))
    .where('f.id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', findingOf);
}

/** Batch of what was found at checks, in the order in which it was recorded. One statement. */
export async function findingsOfChecks(desk: Desk, keys: readonly TownKey[]): Promise<InspectionFindingType[][]> {
  const rows = await selectFindings(desk)
    .where('f.town_id', 'in', townsOf(keys))
    .where('f.check_id', '=', anyOf(idsOf(keys)))
    .orderBy('f.position')
    .execute();
  return parted(keys, rows, 'check_id', findingOf);
}

/** Batch of the findings that were raised as requests. One statement. */
export async function findingsOfRequests(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(InspectionFindingType | undefined)[]> {
  const rows = await selectFindings(desk)
    .where('f.town_id', 'in', townsOf(keys))
    .where('f.request_id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'request_id', findingOf);
}

/** Batch of the steps of findings, the first one first. One statement. */
export async function findingEventsOf(desk: Desk, keys: readonly TownKey[]): Promise<InspectionFindingEventType[][]> {
  const rows = await desk.db
    .selectFrom('inspection_finding_event')
    .select(['town_id', 'finding_id', 'seq', 'step', 'happened_on', 'recorded_at', 'recorded_by', 'state'])
    .select(['request_id', 'kind', 'text'])
    .where('town_id', 'in', townsOf(keys))
    .where('finding_id', '=', anyOf(idsOf(keys)))
    .orderBy('seq')
    .execute();
  return parted(keys, rows, 'finding_id', (row) => ({
    ...{ townId: row.town_id, seq: row.seq, step: row.step, state: row.state, kind: row.kind, text: row.text },
    recordedById: row.recorded_by,
    requestUuid: row.request_id,
    happenedOn: row.happened_on,
    recordedAt: row.recorded_at,
  }));
}

/** What a finding says, as it was written last. */
export async function textOf(desk: Desk, { townId, uuid }: TownKey): Promise<string> {
  const events = await desk.load(findingEventsOf, { townId, uuid });
  const text = events.findLast(({ step }) => step === 'RECORD' || step === 'CORRECT')?.text;
  if (text == null) throw new Error(`Finding ${uuid} was never recorded`);
  return text;
}

/** A finding of a town in which the viewer sees inspections. Errors: NOT_FOUND on `field`. */
export async function getInspectionFinding(ctx: Context, id: string, field = 'id'): Promise<InspectionFindingType> {
  const { townId, key: uuid } = requireId(id, 'InspectionFinding', field);
  const finding = await (await ctx.readTownFor('inspection:read', townId))?.load(findingsById, { townId, uuid });
  if (!finding) throw notFound(field);
  return finding;
}

/** A finding's row as GraphQL shows it. */
export function findingOf(row: FindingRow): InspectionFindingType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'InspectionFinding',
    id: globalId('InspectionFinding', townId, uuid),
    ...{ townId, uuid, kind: row.kind, state: row.state, mended: row.mended, version: row.version },
    ...{ checkUuid: row.check_id, requestUuid: row.request_id, withdrawn: row.withdrawn },
    inspectedOn: row.inspected_on,
  };
}
