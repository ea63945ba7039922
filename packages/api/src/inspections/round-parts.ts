import { sql } from 'kysely';
import { anyOf, idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { PersonType } from '../people/person.type.ts';
import { personOf } from '../people/person-rows.ts';
import { globalId } from '../schema/global-id.ts';
import type { InspectionCheckType, InspectionRoundVersionCheckType, InspectionRoundVersionType } from './round.type.ts';

/** Batch of what was written about rounds, the first version first. One statement. */
export async function roundVersionsOf(desk: Desk, keys: readonly TownKey[]): Promise<InspectionRoundVersionType[][]> {
  const rows = await desk.db
    .selectFrom('inspection_round_version')
    .select(['town_id', 'round_id', 'id', 'number', 'inspected_on', 'note', 'reason', 'written_at', 'written_by'])
    .where('town_id', 'in', townsOf(keys))
    .where('round_id', '=', anyOf(idsOf(keys)))
    .orderBy('number')
    .execute();
  return parted(keys, rows, 'round_id', (row) => ({
    ...{ townId: row.town_id, versionUuid: row.id, number: row.number, note: row.note, reason: row.reason },
    ...{ inspectedOn: row.inspected_on, writtenAt: row.written_at, writtenById: row.written_by },
  }));
}

/** Checks; the caller narrows it to what it needs. */
function selectChecks(desk: Desk) {
  return desk.db
    .selectFrom('inspection_check as c')
    .select([
      'c.town_id',
      'c.id as check_id',
      'c.round_id',
      'c.place_id',
      'c.block_id',
      'c.inspected_on',
      'c.withdrawn',
    ]);
}

/** Batch of checks by id. One statement. */
export async function checksById(desk: Desk, keys: readonly TownKey[]): Promise<(InspectionCheckType | undefined)[]> {
  const rows = await selectChecks(desk)
    .where('c.town_id', 'in', townsOf(keys))
    .where('c.id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'check_id', checkOf);
}

/** Batch of the checks of rounds in all their versions, in order. One statement. */
export async function checksOfRounds(desk: Desk, keys: readonly TownKey[]): Promise<InspectionCheckType[][]> {
  const rows = await selectChecks(desk)
    .where('c.town_id', 'in', townsOf(keys))
    .where('c.round_id', '=', anyOf(idsOf(keys)))
    .orderBy('c.position')
    .execute();
  return parted(keys, rows, 'round_id', checkOf);
}

/** Batch of the checks that versions of rounds say there were, in order, each with who took part in it. One statement. */
export async function saidOfVersions(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<InspectionRoundVersionCheckType[][]> {
  const rows = await selectChecks(desk)
    .innerJoin('inspection_attendance as a', (join) =>
      join.onRef('a.town_id', '=', 'c.town_id').onRef('a.check_id', '=', 'c.id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.town_id', '=', 'a.town_id').onRef('person.id', '=', 'a.person_id'),
    )
    .select(['a.version_id', 'person.id', 'person.name'])
    .where('c.town_id', 'in', townsOf(keys))
    .where('a.version_id', '=', anyOf(idsOf(keys)))
    .orderBy('c.position')
    .orderBy('c.id')
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
  return parted(keys, rows, 'version_id', (row) => row).map((own) =>
    [...Map.groupBy(own, (row) => row.check_id).values()].flatMap((all) => {
      const [first] = all;
      return first ? [{ check: checkOf(first), people: all.map(personOf) }] : [];
    }),
  );
}

/** Batch of who took part in checks, by name, as the last version that names them says. One statement. */
export async function peopleOfChecks(desk: Desk, keys: readonly TownKey[]): Promise<PersonType[][]> {
  const rows = await desk.db
    .selectFrom('inspection_attendance as a')
    .innerJoin('person', (join) =>
      join.onRef('person.town_id', '=', 'a.town_id').onRef('person.id', '=', 'a.person_id'),
    )
    .select(['person.town_id', 'person.id', 'person.name', 'a.check_id'])
    .where('a.town_id', 'in', townsOf(keys))
    .where('a.check_id', '=', anyOf(idsOf(keys)))
    .where(
      sql<boolean>`a.version_id = (select v.id from inspection_attendance last join inspection_round_version v
        on v.town_id = last.town_id and v.id = last.version_id
        where last.town_id = a.town_id and last.check_id = a.check_id order by v.number desc limit 1)`,
    )
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
  return parted(keys, rows, 'check_id', personOf);
}

/** A check's row as GraphQL shows it. */
function checkOf(
  row: Awaited<ReturnType<ReturnType<typeof selectChecks>['executeTakeFirstOrThrow']>>,
): InspectionCheckType {
  const { town_id: townId, check_id: uuid } = row;
  return {
    id: globalId('InspectionCheck', townId, uuid),
    ...{ townId, uuid, roundUuid: row.round_id, placeUuid: row.place_id, blockUuid: row.block_id },
    ...{ inspectedOn: row.inspected_on, withdrawn: row.withdrawn },
  };
}
