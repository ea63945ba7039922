import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { DistrictType, TownType } from './town.type.ts';

/** Which towns to read: all, those of some ids, or the one of a code. */
export type TownChoice = 'all' | { ids: readonly number[] } | { code: string };

/** Reads towns as they were called on a day, in the register's order. One statement. */
export async function readTowns(desk: Desk, choice: TownChoice, asOf: string): Promise<TownType[]> {
  const versions = await desk.db
    .selectFrom('town')
    .innerJoin('town_version', 'town_version.town_id', 'town.id')
    .select(['id', 'code', 'set_up_on', 'valid_from', 'name', 'kind', 'district_code'])
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
  const towns = new Map<number, TownType>();
  for (const version of versions) {
    // Before its first version a town is called as it was at its first.
    if (towns.has(version.id) && version.valid_from > asOf) continue;
    towns.set(version.id, {
      typename: 'Town',
      id: globalId('Town', version.id, version.code),
      townId: version.id,
      code: version.code,
      name: version.name,
      kind: version.kind,
      status: version.set_up_on === null ? 'REGISTERED' : 'ACTIVE',
      districtCode: version.district_code,
      asOf,
    });
  }
  return [...towns.values()];
}

/** Batch of towns by id and day; undefined for a town that the register does not have. */
export async function townsById(desk: Desk, keys: readonly { townId: number; asOf: string }[]) {
  const days = [...new Set(keys.map((key) => key.asOf))];
  const ids = [...new Set(keys.map((key) => key.townId))];
  const found = new Map<string, TownType>();
  for (const day of days) {
    for (const town of await readTowns(desk, { ids }, day)) found.set(`${town.townId} ${day}`, town);
  }
  return keys.map((key) => found.get(`${key.townId} ${key.asOf}`));
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
