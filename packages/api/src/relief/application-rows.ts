import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { ReliefApplicationType } from './relief.type.ts';
import { emptyStates } from './relief-states.ts';

/** Applications, but for what people wrote; the caller narrows it to what it needs. */
export function selectApplications(desk: Desk) {
  return desk.db
    .selectFrom('relief_application as r')
    .innerJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'r.town_id').onRef('h.id', '=', 'r.household_id'),
    )
    .select(['r.town_id', 'r.id', 'r.year', 'r.number', 'r.household_id', 'r.resident_id', 'r.item_id'])
    .select(['r.amount', 'r.campaign_id'])
    .select(['r.state', 'r.applied_on', 'r.recorded_at', 'r.recorded_by', 'r.version', 'h.audit_key']);
}

/** An application's row, but for what people wrote. */
export type ApplicationRow = Awaited<ReturnType<ReturnType<typeof selectApplications>['executeTakeFirstOrThrow']>>;

/** An application's row as GraphQL shows it. */
export function applicationOf(row: ApplicationRow): ReliefApplicationType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'ReliefApplication',
    id: globalId('ReliefApplication', townId, uuid),
    townId,
    uuid,
    number: `B${row.year}-${String(row.number).padStart(6, '0')}`,
    householdUuid: row.household_id,
    residentUuid: row.resident_id,
    itemUuid: row.item_id,
    campaignUuid: row.campaign_id,
    amount: row.amount,
    state: row.state,
    appliedOn: row.applied_on,
    recordedAt: row.recorded_at,
    recordedById: row.recorded_by,
    auditKey: row.audit_key,
    version: row.version,
  };
}

/** Batch of applications by id. One statement. */
export async function applicationsById(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(ReliefApplicationType | undefined)[]> {
  const rows = await selectApplications(desk)
    .where('r.town_id', 'in', townsOf(keys))
    .where('r.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', applicationOf);
}

/** Batch of the applications of households, the latest first. One statement. */
export async function applicationsOfHouseholds(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<ReliefApplicationType[][]> {
  const rows = await selectApplications(desk)
    .where('r.town_id', 'in', townsOf(keys))
    .where('r.household_id', 'in', idsOf(keys))
    .orderBy('r.applied_on', 'desc')
    .orderBy('r.id', 'desc')
    .execute();
  return parted(keys, rows, 'household_id', applicationOf);
}

/** The others for the same item of the same household in the same year or campaign that were not refused, withdrawn or taken back, the latest first. */
export async function repeatsOf(desk: Desk, application: ReliefApplicationType): Promise<ReliefApplicationType[]> {
  const { townId, uuid, householdUuid, itemUuid, campaignUuid, appliedOn } = application;
  const all = await desk.load(applicationsOfHouseholds, { townId, uuid: householdUuid });
  return all.filter(
    (other) =>
      other.uuid !== uuid &&
      other.itemUuid === itemUuid &&
      (other.appliedOn.slice(0, 4) === appliedOn.slice(0, 4) ||
        (campaignUuid !== null && other.campaignUuid === campaignUuid)) &&
      !emptyStates.includes(other.state),
  );
}
