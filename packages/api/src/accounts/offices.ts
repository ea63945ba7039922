import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId, requireId } from '../schema/global-id.ts';
import { hashPassword, makePassword } from '../signin/password.ts';
import type { OfficeType, ResetOfficePasswordPayload } from './office.type.ts';

/** The offices above the towns that are held on a day: the operators first, then by district, the oldest first. */
export async function readOffices(desk: Desk, asOf: string): Promise<OfficeType[]> {
  const rows = await officeRows(desk)
    .where('o.valid_from', '<=', asOf)
    .where((or) => or.or([or('o.valid_to', 'is', null), or('o.valid_to', '>', asOf)]))
    .orderBy('o.district_code', (order) => order.asc().nullsFirst())
    .orderBy('o.id')
    .execute();
  return rows.map(officeOf);
}

/**
 * Ends an office from today on, and with it the sessions of its account.
 * Errors: NOT_FOUND on input.office; CONFLICT there where it has ended or is the last platform operator's.
 */
export async function endOffice(desk: Desk, office: string, today: string): Promise<OfficeType> {
  const key = officeKey(office);
  // The operators' offices are locked together, so that of two operators who end each other one stays.
  const held = await desk.db
    .selectFrom('office')
    .select(['id', 'district_code', 'valid_to'])
    .where((or) => or.or([or('id', '=', key), or.and([or('district_code', 'is', null), or('valid_to', 'is', null)])]))
    .orderBy('id')
    .forUpdate()
    .execute();
  const ending = held.find((each) => each.id === key);
  if (!ending) throw notFound('input.office');
  if (ending.valid_to !== null) throw conflict('alreadyEnded', 'input.office');
  const operators = held.filter((each) => each.district_code === null);
  if (ending.district_code === null && operators.length === 1) throw conflict('lastOperator', 'input.office');
  await desk.db.updateTable('office').set({ valid_to: today }).where('id', '=', key).execute();
  const row = await officeRows(desk).where('o.id', '=', key).executeTakeFirstOrThrow();
  await desk.db
    .updateTable('account')
    .set({ signed_out_before: sql<Date>`clock_timestamp()` })
    .where('id', '=', row.account_id)
    .execute();
  return officeOf(row);
}

/**
 * Gives the account of an office a new password and ends all its sessions.
 * Errors: NOT_FOUND on input.office; CONFLICT there where it has ended.
 */
export async function resetOfficePassword(desk: Desk, office: string): Promise<ResetOfficePasswordPayload> {
  const row = await officeRows(desk).where('o.id', '=', officeKey(office)).executeTakeFirst();
  if (!row) throw notFound('input.office');
  if (row.valid_to !== null) throw conflict('alreadyEnded', 'input.office');
  const password = makePassword();
  const password_hash = await hashPassword(password);
  await desk.db
    .updateTable('account')
    // The moment of the change, not of the request: a sign-in with the old password in between ends, too.
    .set({ password_hash, signed_out_before: sql<Date>`clock_timestamp()` })
    .where('id', '=', row.account_id)
    .execute();
  return { office: officeOf(row), password };
}

function officeKey(id: string): string {
  const { townId, key } = requireId(id, 'Office', 'input.office');
  if (townId !== 0) throw notFound('input.office');
  return key;
}

function officeRows(desk: Desk) {
  return desk.db
    .selectFrom('office as o')
    .innerJoin('account as a', 'a.id', 'o.account_id')
    .select(['o.id', 'o.account_id', 'o.district_code', 'o.valid_from', 'o.valid_to', 'a.name', 'a.display_name']);
}

type OfficeRow = Awaited<ReturnType<ReturnType<typeof officeRows>['executeTakeFirstOrThrow']>>;

function officeOf(row: OfficeRow): OfficeType {
  return {
    id: globalId('Office', 0, row.id),
    role: row.district_code === null ? 'PLATFORM_OPERATOR' : 'DISTRICT_OFFICE',
    districtCode: row.district_code,
    account: {
      typename: 'Account',
      id: globalId('Account', 0, row.account_id),
      name: row.name,
      displayName: row.display_name,
    },
    since: row.valid_from,
  };
}
