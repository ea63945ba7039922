import { anyOf, idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { ProgrammeEnrolmentType } from './enrolment.type.ts';

/** Enrolments; the caller narrows it to what it needs. */
export function selectEnrolments(desk: Desk) {
  return desk.db
    .selectFrom('programme_enrolment as e')
    .innerJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'e.town_id').onRef('h.id', '=', 'e.household_id'),
    )
    .leftJoin('resident as r', (join) => join.onRef('r.town_id', '=', 'e.town_id').onRef('r.id', '=', 'e.resident_id'))
    .select(['e.town_id', 'e.id', 'e.programme_id', 'e.session_id', 'e.household_id', 'e.resident_id', 'e.seq'])
    .select(['e.state', 'e.enrolled_on', 'e.recorded_at', 'e.recorded_by', 'e.withdrawn_at', 'e.withdrawn_because'])
    .select(['e.version'])
    .select(({ fn }) => fn.coalesce('r.audit_key', 'h.audit_key').as('audit_key'));
}

/** An enrolment's row. */
export type EnrolmentRow = Awaited<ReturnType<ReturnType<typeof selectEnrolments>['executeTakeFirstOrThrow']>>;

/** An enrolment's row as GraphQL shows it; what is personal is read field by field. */
export function enrolmentOf(row: EnrolmentRow): ProgrammeEnrolmentType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'ProgrammeEnrolment',
    id: globalId('ProgrammeEnrolment', townId, uuid),
    ...{ townId, uuid, programmeUuid: row.programme_id, sessionUuid: row.session_id, number: row.seq },
    ...{ householdUuid: row.household_id, residentUuid: row.resident_id, state: row.state },
    ...{ enrolledOn: row.enrolled_on, recordedAt: row.recorded_at, recordedById: row.recorded_by },
    ...{ withdrawnAt: row.withdrawn_at, becauseInFull: row.withdrawn_because },
    ...{ auditKey: row.audit_key, version: row.version },
  };
}

/** Notes that something beside them changed of enrolments, so that an export of changes tells them again. One statement. */
export async function noteChanged(desk: Desk, those: readonly string[]): Promise<void> {
  await desk.db
    .updateTable('programme_enrolment')
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('town_id', '=', desk.town)
    .where('id', '=', anyOf(those))
    .execute();
}

/** Batch of enrolments by id. One statement. */
export async function enrolmentsById(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(ProgrammeEnrolmentType | undefined)[]> {
  const rows = await selectEnrolments(desk)
    .where('e.town_id', 'in', townsOf(keys))
    .where('e.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', enrolmentOf);
}

/** Enrolments by their ids in the town, as a change left them, in that order. */
export async function changedEnrolments(desk: Desk, those: readonly string[]): Promise<ProgrammeEnrolmentType[]> {
  desk.forget();
  const found = await Promise.all(those.map((uuid) => desk.load(enrolmentsById, { townId: desk.town, uuid })));
  return found.map((enrolment) => {
    if (!enrolment) throw new Error('An enrolment that was changed is gone');
    return enrolment;
  });
}

/** Batch of the enrolments of households and their members, the latest first, those taken back among them. One statement. */
export async function enrolmentsOfHouseholds(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<ProgrammeEnrolmentType[][]> {
  const rows = await selectEnrolments(desk)
    .where('e.town_id', 'in', townsOf(keys))
    .where('e.household_id', 'in', idsOf(keys))
    .orderBy('e.enrolled_on', 'desc')
    .orderBy('e.id', 'desc')
    .execute();
  return parted(keys, rows, 'household_id', enrolmentOf);
}

/** Who takes part in which programme: a resident, or a household. */
export interface TakerKey extends TownKey {
  taker: string;
}

/** Batch of the enrolments of residents or households in programmes that were not taken back. One statement. */
export async function enrolmentsOfTakers(
  desk: Desk,
  keys: readonly TakerKey[],
): Promise<(ProgrammeEnrolmentType | undefined)[]> {
  const takers = [...new Set(keys.map(({ taker }) => taker))];
  const rows = await selectEnrolments(desk)
    .where('e.town_id', 'in', townsOf(keys))
    .where('e.programme_id', 'in', idsOf(keys))
    .where(({ fn }) => fn.coalesce('e.resident_id', 'e.household_id'), 'in', takers)
    .where('e.state', '<>', 'WITHDRAWN')
    .execute();
  const byTaker = new Map(
    rows.map((row) => [`${row.town_id} ${row.programme_id} ${row.resident_id ?? row.household_id}`, enrolmentOf(row)]),
  );
  return keys.map(({ townId, uuid, taker }) => byTaker.get(`${townId} ${uuid} ${taker}`));
}
