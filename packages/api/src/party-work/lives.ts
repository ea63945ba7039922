import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';

const tables = { Organization: 'organization', PartyOrganization: 'party_organization' } as const;

/** Something that lasts from a day on, to another. */
export interface Life {
  uuid: string;
  validFrom: string;
  validTo: string | null;
}

/**
 * The organisation or Party organisation of the desk's town that an input names, with its life. One statement.
 * Errors: NOT_FOUND on `field`.
 */
export async function getLife(desk: Desk, type: keyof typeof tables, id: string, field: string): Promise<Life> {
  const uuid = requireIdIn(desk.town, id, type, field);
  const row = await desk.db
    .selectFrom(tables[type])
    .select(['valid_from', 'valid_to'])
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .executeTakeFirst();
  if (!row) throw notFound(field);
  return { uuid, validFrom: row.valid_from, validTo: row.valid_to };
}

/**
 * Refuses a day on which something is not there.
 * Errors: BAD_INPUT on `dayField` before it began; CONFLICT on `field` where it has ended by then.
 */
export function requireLiving({ validFrom, validTo }: Life, day: string, field: string, dayField = 'input.from'): void {
  if (day < validFrom) throw badInput(dayField, 'dateBeforeBeginning', { date: validFrom });
  if (validTo !== null && day >= validTo) throw conflict('endedBefore', field, { date: validTo });
}
