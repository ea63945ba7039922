import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { telephoneNumber } from '../residents/telephone.ts';
import { numberWithin } from '../schema/number.ts';
import { paragraphs } from '../schema/text.ts';

/** What is agreed of a pairing, as columns of a row. */
interface Agreed {
  service: string;
  contact_every: number | null;
  telephone: string | null;
}

/** What an input says is agreed. Errors: BAD_INPUT on input.service, input.contactEveryDays or input.telephone. */
export function readAgreement(input: {
  service: string;
  contactEveryDays?: number | null;
  telephone?: string | null;
}): Agreed {
  const service = paragraphs(input.service, 'input.service');
  const contact_every = numberWithin(input.contactEveryDays ?? null, [1, 366], 'input.contactEveryDays');
  const telephone = input.telephone == null ? null : telephoneNumber(input.telephone, 'input.telephone');
  return { service, contact_every, telephone };
}

/** Writes what is agreed of a pairing from a day on. */
export async function writeAgreement(
  desk: Desk,
  actor: Actor,
  pairing_id: string,
  agreed: Agreed,
  from: string,
): Promise<void> {
  const row = { town_id: desk.town, id: newId(), pairing_id, ...agreed, valid_from: from, valid_to: null };
  await desk.db
    .insertInto('pairing_version')
    .values({ ...row, written_at: desk.now, written_by: actor.accountId })
    .execute();
}
