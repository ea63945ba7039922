import { writeDated } from '../db/dated.ts';
import type { Desk } from '../db/door.ts';
import { endOn } from '../db/versions.ts';
import { badInput, conflict } from '../errors.ts';
import { contactsOf } from './contact-rows.ts';
import type { OrganizationLine } from './organization-rows.ts';

/** That an organisation closes: the first day without it, and why. */
export interface Closing {
  on: string;
  because: string;
}

/**
 * Closes an organisation: what it is, whom to ask there and its life end on a day, the first one without it. What covers it is
 * for the caller to end, and its standing to work out anew; so is the lock of the settings.
 * Errors: BAD_INPUT on input.on before it began; CONFLICT on input.organization where it has closed by then.
 */
export async function closeOrganization(
  desk: Desk,
  { townId, uuid, versions, validFrom, validTo, version }: OrganizationLine,
  { on, because }: Closing,
): Promise<void> {
  if (validTo !== null && on >= validTo) throw conflict('organizationClosed', 'input.organization', { date: validTo });
  if (on < validFrom) throw badInput('input.on', 'dateBeforeBeginning', { date: validFrom });
  const contacts = await desk.load(contactsOf, { townId, uuid });
  await writeDated(desk, 'organization', [{ uuid, before: versions, after: endOn(versions, on) }]);
  await writeDated(desk, 'organizationContact', [{ uuid, before: contacts, after: endOn(contacts, on) }]);
  await desk.db
    .updateTable('organization')
    .set({ valid_to: on, closed_because: because, version: version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
}
