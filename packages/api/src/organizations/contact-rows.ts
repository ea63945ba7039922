import { idsOf, type TownKey } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { Version } from '../db/versions.ts';
import type { Contacts } from './read-facts.ts';

/** Batch of who owns organisations and whom to ask there, through time. No district office may read it. One statement. */
export async function contactsOf(desk: Desk, keys: readonly TownKey[]): Promise<Version<Contacts>[][]> {
  const rows = await desk.db
    .selectFrom('organization_contact')
    .select(['organization_id', 'id', 'valid_from', 'valid_to', 'owner', 'contact', 'telephone'])
    .where('town_id', '=', desk.town)
    .where('organization_id', 'in', idsOf(keys))
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .orderBy('valid_from')
    .execute();
  const byOrganization = Map.groupBy(rows, (row) => row.organization_id);
  return keys.map(({ uuid }) =>
    (byOrganization.get(uuid) ?? []).map(({ id: row, valid_from: from, valid_to: to, ...state }) => ({
      ...{ row, from, to },
      state: { owner: state.owner, contact: state.contact, telephone: state.telephone },
    })),
  );
}

/** What else only its own town reads of an organisation: why it closed, and its key in the audit of readings. */
export interface OwnRecord {
  closedBecause: string | null;
  auditKey: string;
}

/** Batch of what else only their own town reads of organisations. One statement. */
export async function ownRecordsOf(desk: Desk, keys: readonly TownKey[]): Promise<(OwnRecord | undefined)[]> {
  const rows = await desk.db
    .selectFrom('organization')
    .select(['id', 'closed_because as closedBecause', 'audit_key as auditKey'])
    .where('town_id', '=', desk.town)
    .where('id', 'in', idsOf(keys))
    .execute();
  const byId = new Map(rows.map(({ id, ...record }) => [id, record]));
  return keys.map(({ uuid }) => byId.get(uuid));
}
