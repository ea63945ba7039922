import { randomUUID, randomUUIDv7 } from 'node:crypto';
import type { Desk } from '../db/door.ts';
import { personName, repeatable } from './invented.ts';

const roads = ['幸福路', '和平路', '建设路', '新民路'];

/** PostgreSQL takes 65,535 values a statement. */
const rowsAtOnce = 2000;

/** Invents for households of the desk's town an address, a head, and up to two others who live there. */
export async function inhabit(desk: Desk, households: readonly string[], from: string): Promise<void> {
  const next = repeatable(desk.town + 1);
  const dated = { valid_from: from, valid_to: null };
  const members = households.flatMap((household) =>
    Array.from({ length: 1 + next(3) }, (_, index) => ({
      id: randomUUIDv7(),
      household,
      head: index === 0,
      name: personName(next),
      birthYear: 1935 + next(80),
      // Of a range that is given to nobody.
      telephone: index === 0 ? `1990000${String(next(10_000)).padStart(4, '0')}` : null,
    })),
  );
  for (let start = 0; start < members.length; start += rowsAtOnce) {
    const some = members.slice(start, start + rowsAtOnce);
    await desk.db
      .insertInto('resident')
      .values(
        some.map(({ id, name, birthYear, telephone }) => ({
          ...{ town_id: desk.town, id, name, telephone, version: 1 },
          birth_year: birthYear,
          audit_key: randomUUID(),
        })),
      )
      .execute();
    await desk.db
      .insertInto('resident_stay')
      .values(
        some.map(({ id, household, head }) => ({
          ...{ town_id: desk.town, id: randomUUIDv7(), resident_id: id, household_id: household, head },
          ...dated,
        })),
      )
      .execute();
  }
  await desk.db
    .insertInto('household_address')
    .values(
      households.map((household, index) => ({
        ...{ town_id: desk.town, id: randomUUIDv7(), household_id: household },
        address: `${roads[index % roads.length]}${1 + Math.floor(index / roads.length)}号`,
        ...dated,
      })),
    )
    .execute();
}
