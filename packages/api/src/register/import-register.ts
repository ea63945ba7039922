import { MikroORM } from '@mikro-orm/postgresql';
import { mapping } from '../db/orm.ts';
import { type Register, readRegister } from './read-register.ts';

/** Where the register that comes with the platform lies. */
const registerFolder = import.meta.dirname;

/**
 * Brings an edition of the register from a folder into the reference tables, one transaction for each district; again
 * changes nothing. Earlier editions stay. A town that has another name or district in it has it from the edition's day.
 * Towns that are set up keep their trees: a new edition is theirs to apply (see draft-edition.ts).
 * Returns how many districts, towns and units the register lists. Errors: RegisterError, before anything is written.
 */
export async function importRegister(ownerUrl: string, folder: string = registerFolder) {
  const register = await readRegister(folder);
  const orm = await MikroORM.init({ ...mapping, clientUrl: ownerUrl, pool: { min: 0, max: 1 } });
  try {
    for (const district of register.districts) await importDistrict(orm, register, district);
  } finally {
    await orm.close(true);
  }
  const { districts, towns, units } = register;
  return { edition: register.validFrom, districts: districts.length, towns: towns.length, units: units.length };
}

async function importDistrict(
  orm: MikroORM,
  register: Register,
  district: Register['districts'][number],
): Promise<void> {
  const towns = register.towns.filter((town) => town.districtCode === district.code);
  const codes = new Set(towns.map((town) => town.code));
  const units = register.units
    .map((unit, position) => ({ ...unit, position }))
    .filter((unit) => codes.has(unit.townCode));
  await orm.em.fork().transactional(async (em) => {
    await em.execute(
      'insert into district (code, name) values (?, ?) on conflict (code) do update set name = excluded.name where district.name <> excluded.name',
      [district.code, district.name],
    );
    await em.execute(
      `insert into town (id, code) select code::bigint, code from json_to_recordset(?) as listed(code text)
       on conflict do nothing`,
      [JSON.stringify(towns)],
    );
    await em.execute(
      `insert into town_version (town_id, valid_from, name, kind, district_code)
       select town.id, ?::date, listed.name, listed.kind, ? from json_to_recordset(?) as listed(code text, name text, kind text)
       join town using (code)
       where not exists (select from town_version known where known.town_id = town.id)`,
      [register.validFrom, district.code, JSON.stringify(towns)],
    );
    // Only an edition later than what is known of a town says something new of it.
    await em.execute(
      `with changed as (
         update town_version known set valid_to = ?::date from json_to_recordset(?) as listed(code text, name text, kind text)
         join town using (code)
         where known.town_id = town.id and known.valid_to is null and known.valid_from < ?::date
           and (known.name, known.kind, known.district_code) is distinct from (listed.name, listed.kind, ?)
         returning known.town_id, listed.name, listed.kind)
       insert into town_version (town_id, valid_from, name, kind, district_code)
       select town_id, ?::date, name, kind, ? from changed`,
      [register.validFrom, JSON.stringify(towns), register.validFrom, district.code, register.validFrom, district.code],
    );
    await em.execute(
      `insert into register_unit (code, town_code, name, kind, valid_from, position)
       select code, "townCode", name, kind, ?::date, position
       from json_to_recordset(?) as listed(code text, "townCode" text, name text, kind text, position int)
       on conflict (valid_from, code) do update set town_code = excluded.town_code, name = excluded.name,
         kind = excluded.kind, position = excluded.position
       where (register_unit.town_code, register_unit.name, register_unit.kind, register_unit.position)
         is distinct from (excluded.town_code, excluded.name, excluded.kind, excluded.position)`,
      [register.validFrom, JSON.stringify(units)],
    );
  });
}
