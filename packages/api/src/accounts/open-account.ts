import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { globalId } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { hashPassword, makePassword } from '../signin/password.ts';
import { lockTree } from '../towns/lock-tree.ts';
import type {
  OpenAccountInput,
  OpenAccountPayload,
  OpenOfficeAccountInput,
  OpenOfficeAccountPayload,
} from './account.type.ts';
import { personOfAccount, refuseLinked } from './link-account.ts';
import { type PlacedRole, placeRole } from './role-place.ts';
import { getTownAccount } from './town-accounts.ts';

/**
 * Opens an account whose home is the desk's town, with its first role from today on.
 * Errors: FORBIDDEN on input.role or input.person; NOT_FOUND on input.unit, team or person; BAD_INPUT on input.name,
 * displayName, unit or team; CONFLICT on input.name where the town has an account of that name, on input.person where an
 * account acts as them, or where the town is not set up.
 */
export async function openAccount(
  desk: Desk,
  actor: Actor,
  input: OpenAccountInput,
  today: string,
): Promise<OpenAccountPayload> {
  // A unit or team that closes at the same time waits, and then is not empty.
  await lockTree(desk);
  const placed = await placeRole(desk, actor, 'account:open', input, today);
  const person = await personOfAccount(desk, actor, input.person);
  return openTownAccount(desk, input, placed, today, person);
}

/** Writes an account of the desk's town with one role. Errors: as `openAccount` on input.name and displayName; CONFLICT on input.person. */
export async function openTownAccount(
  desk: Desk,
  input: Pick<OpenAccountInput, 'town' | 'name' | 'displayName'>,
  placed: PlacedRole,
  today: string,
  person: string | null = null,
): Promise<OpenAccountPayload> {
  const opened = await insertAccount(desk, `${localName(input.name)}-${input.town}`, input.displayName, desk.town);
  const id = newId();
  await desk.db
    .insertInto('town_account')
    .values({
      town_id: desk.town,
      id,
      account_id: opened.accountId,
      name: opened.name,
      display_name: opened.displayName,
      home: true,
      person_id: person,
    })
    .execute()
    .catch(refuseLinked);
  await desk.db
    .insertInto('assignment')
    .values({
      town_id: desk.town,
      id: newId(),
      account_id: id,
      global_account_id: opened.accountId,
      ...placed,
      valid_from: today,
      valid_to: null,
    })
    .execute();
  const { accountId: _, ...account } = await getTownAccount(desk, globalId('TownAccount', desk.town, id));
  return { account, password: opened.password };
}

/**
 * Opens an account above the towns: of a district office, or, without a district, of a platform operator.
 * Errors: BAD_INPUT on input.name or displayName; NOT_FOUND on input.district; CONFLICT on input.name.
 */
export async function openOfficeAccount(
  desk: Desk,
  input: OpenOfficeAccountInput,
  today: string,
): Promise<OpenOfficeAccountPayload> {
  const local = localName(input.name);
  const name = input.district == null ? local : `${local}-${input.district}`;
  const { accountId, displayName, password } = await insertAccount(desk, name, input.displayName, null);
  await desk.db
    .insertInto('office')
    .values({
      id: newId(),
      account_id: accountId,
      district_code: input.district ?? null,
      valid_from: today,
      valid_to: null,
    })
    .execute();
  return { account: { typename: 'Account', id: globalId('Account', 0, accountId), name, displayName }, password };
}

function localName(name: string): string {
  const local = name.trim();
  // A name that ends like a code would look like an account of that town or district.
  if (!/^[a-z][a-z0-9.-]{1,31}$/.test(local) || /-\d{6,}$/.test(local)) throw badInput('input.name', 'accountName');
  return local;
}

async function insertAccount(desk: Desk, name: string, shown: string, home: number | null) {
  const displayName = oneLine(shown, 'input.displayName');
  const password = makePassword();
  const accountId = newId();
  await desk.db
    .insertInto('account')
    .values({
      id: accountId,
      name,
      display_name: displayName,
      password_hash: await hashPassword(password),
      signed_out_before: desk.now,
      home_town_id: home,
    })
    .execute()
    .catch(refuseTakenName);
  return { accountId, name, displayName, password };
}

/** Whoever opens an account may not look for those of others; the unique name tells. */
function refuseTakenName(error: unknown): never {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  throw code === '23505' ? conflict('nameTaken', 'input.name') : error;
}
