import { townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { DistrictType, TownType } from './town.type.ts';

/** Which towns to read: all, those of some ids, or the one of a code. */
export type TownChoice = 'all' | { ids: readonly number[] } | { code: string };

/** Reads towns as they were called on a day, in the register's order. One statement. */
export async function readTowns(desk: Desk, choice: TownChoice, asOf: string): Promise<TownType[]> {
  return [...Map.groupBy(await selectVersions(desk, choice), (version) => version.id).values()].flatMap((versions) => {
    const town = townOn(versions, asOf);
    return town ? [town] : [];
  });
}

/** Batch of towns by id and day; undefined for a town that the register does not have. One statement. */
export async function townsById(desk: Desk, keys: readonly { townId: number; asOf: string }[]) {
  const versions = await selectVersions(desk, { ids: townsOf(keys) });
  const byTown = Map.groupBy(versions, (version) => version.id);
  return keys.map(({ townId, asOf }) => townOn(byTown.get(townId) ?? [], asOf));
}

type TownVersion = Awaited<ReturnType<typeof selectVersions>>[number];

/** The versions of towns, the towns in the register's order, the versions of each oldest first. */
function selectVersions(desk: Desk, choice: TownChoice) {
  return desk.db
    .selectFrom('town')
    .innerJoin('town_version', 'town_version.town_id', 'town.id')
    .select(['id', 'code', 'set_up_on', 'sandbox', 'valid_from', 'name', 'kind', 'district_code'])
    .$if(choice !== 'all', (query) =>
      choice === 'all'
        ? query
        : 'code' in choice
          ? query.where('code', '=', choice.code)
          : query.where('id', 'in', choice.ids.length > 0 ? [...choice.ids] : [0]),
    )
    .orderBy('code')
    .orderBy('valid_from')
    .execute();
}

/** A town as it was called on a day; before its first version it is called as it was at its first. */
function townOn(versions: readonly TownVersion[], asOf: string): TownType | undefined {
  const version = versions.findLast((each) => each.valid_from <= asOf) ?? versions[0];
  return (
    version && {
      typename: 'Town',
      id: globalId('Town', version.id, version.code),
      townId: version.id,
      code: version.code,
      name: version.name,
      kind: version.kind,
      status: version.set_up_on === null ? 'REGISTERED' : 'ACTIVE',
      districtCode: version.district_code,
      sandbox: version.sandbox,
      asOf,
    }
  );
}

/** Reads all districts, in the register's order. */
export async function readDistricts(desk: Desk): Promise<DistrictType[]> {
  const rows = await desk.db.selectFrom('district').select(['code', 'name']).orderBy('code').execute();
  return rows.map((row) => ({ typename: 'District', id: globalId('District', 0, row.code), ...row }));
}

/** Batch of districts by code. */
export async function districtsByCode(desk: Desk, codes: readonly string[]) {
  const districts = new Map((await readDistricts(desk)).map((district) => [district.code, district]));
  return codes.map((code) => districts.get(code));
}
