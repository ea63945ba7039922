import { anyOf, idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { ProgrammeCertificateType, ProgrammeResultType, ResultCount } from './result.type.ts';

/** Batch of the results of enrolments. One statement. */
export async function resultsOf(desk: Desk, keys: readonly TownKey[]): Promise<(ProgrammeResultType | undefined)[]> {
  const rows = await desk.db
    .selectFrom('programme_result')
    .select(['town_id', 'id', 'enrolment_id', 'passed', 'mark', 'recorded_at', 'recorded_by'])
    .where('town_id', 'in', townsOf(keys))
    .where('enrolment_id', '=', anyOf(idsOf(keys)))
    .where('superseded_at', 'is', null)
    .execute();
  return paired(keys, rows, 'enrolment_id', (row) => ({
    ...{ townId: row.town_id, uuid: row.id, passed: row.passed, mark: row.mark },
    ...{ recordedAt: row.recorded_at, recordedById: row.recorded_by },
  }));
}

/** Batch of the certificates of enrolments, the first one first, those revoked among them. One statement. */
export async function certificatesOf(desk: Desk, keys: readonly TownKey[]): Promise<ProgrammeCertificateType[][]> {
  const rows = await desk.db
    .selectFrom('programme_certificate')
    .select(['town_id', 'enrolment_id', 'year', 'number', 'issued_on', 'valid_to', 'issued_by'])
    .select(['revoked_at', 'revoked_because'])
    .where('town_id', 'in', townsOf(keys))
    .where('enrolment_id', '=', anyOf(idsOf(keys)))
    .orderBy('year')
    .orderBy('number')
    .execute();
  return parted(keys, rows, 'enrolment_id', (row) => ({
    ...{ townId: row.town_id, number: `Z${row.year}-${String(row.number).padStart(6, '0')}` },
    ...{ issuedOn: row.issued_on, validTo: row.valid_to, issuedById: row.issued_by },
    ...{ revokedAt: row.revoked_at, revokedBecause: row.revoked_because },
  }));
}

/** Whether an enrolment has a certificate that was not revoked. */
export async function hasCertificate(desk: Desk, enrolment: TownKey): Promise<boolean> {
  return (await desk.load(certificatesOf, enrolment)).some(({ revokedAt }) => revokedAt === null);
}

/** Whether it is recorded with what anybody came out who comes to a session, where each comes to one. One statement. */
export async function hasResultsAt(desk: Desk, session: string): Promise<boolean> {
  const found = await desk.db
    .selectFrom('programme_result as r')
    .innerJoin('programme_enrolment as e', (join) =>
      join.onRef('e.town_id', '=', 'r.town_id').onRef('e.id', '=', 'r.enrolment_id'),
    )
    .select('r.id')
    .where('e.town_id', '=', desk.town)
    .where('e.session_id', '=', session)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Batch of how those who take part in programmes came out of them. One statement. */
export async function resultCountsOf(desk: Desk, keys: readonly TownKey[]): Promise<ResultCount[]> {
  const rows = await desk.db
    .selectFrom('programme_enrolment as e')
    .leftJoin('programme_result as r', (join) =>
      join.onRef('r.town_id', '=', 'e.town_id').onRef('r.enrolment_id', '=', 'e.id').on('r.superseded_at', 'is', null),
    )
    .leftJoin('programme_certificate as c', (join) =>
      join.onRef('c.town_id', '=', 'e.town_id').onRef('c.enrolment_id', '=', 'e.id').on('c.revoked_at', 'is', null),
    )
    .select(['e.town_id', 'e.programme_id'])
    .select(({ fn }) => [
      fn.count<number>('r.id').filterWhere('r.passed', '=', true).as('passed'),
      fn.count<number>('r.id').filterWhere('r.passed', '=', false).as('failed'),
      fn.count<number>('c.id').as('certified'),
    ])
    .where('e.town_id', 'in', townsOf(keys))
    .where('e.programme_id', '=', anyOf(idsOf(keys)))
    .groupBy(['e.town_id', 'e.programme_id'])
    .execute();
  const counts = paired(keys, rows, 'programme_id', ({ passed, failed, certified }) => ({ passed, failed, certified }));
  return counts.map((count) => count ?? { passed: 0, failed: 0, certified: 0 });
}
