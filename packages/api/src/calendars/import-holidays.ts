import { MikroORM } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { mapping } from '../db/orm.ts';
import { RegisterError, readRegisterRows } from '../register/register-rows.ts';

const file = 'holidays.csv';

/** Whether a day is worked, as the file says it. */
const words = new Map([
  ['yes', true],
  ['no', false],
]);

/**
 * Brings the days of the State Council's notices on holidays into the reference table: those of `holidays.csv`, which
 * gets the new year's lines every November. Again changes nothing.
 * Errors: RegisterError, before anything is written.
 */
export async function importHolidays(ownerUrl: string, folder: string = import.meta.dirname): Promise<void> {
  const rows = await readRegisterRows(folder, file, ['day', 'working', 'name', 'source']);
  const days = rows.map(({ line, cells: [day, word = '', name, source] }) => {
    const working = words.get(word);
    if (working === undefined || !z.iso.date().safeParse(day).success) {
      throw new RegisterError(file, line, 'is no day with yes or no');
    }
    return { day, working, name, source };
  });
  const orm = await MikroORM.init({ ...mapping, clientUrl: ownerUrl, pool: { min: 0, max: 1 } });
  try {
    await orm.em.fork().execute(
      `insert into working_day_exception (day, working, name, source)
       select day, working, name, source
       from json_to_recordset(?) as listed(day date, working boolean, name text, source text)
       on conflict (day) do update set working = excluded.working, name = excluded.name, source = excluded.source`,
      [JSON.stringify(days)],
    );
  } finally {
    await orm.close(true);
  }
}
