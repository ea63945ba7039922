import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { globalId, requireId } from '../schema/global-id.ts';
import type { AssignmentType, TownAccountType } from './account.type.ts';

/** Batch of accounts as towns know them, by id. */
export async function townAccountsById(desk: Desk, keys: readonly TownKey[]): Promise<(TownAccountType | undefined)[]> {
  const rows = await desk.db
    .selectFrom('town_account')
    .select(['town_id', 'id', 'name', 'display_name', 'home', 'person_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', townAccountOf);
}

/** Batch of global accounts as towns know them; undefined for those that have no place in the town. */
export async function townAccountsByAccount(
  desk: Desk,
  keys: readonly { townId: number; accountId: string }[],
): Promise<(TownAccountType | undefined)[]> {
  const rows = await desk.db
    .selectFrom('town_account')
    .select(['town_id', 'id', 'account_id', 'name', 'display_name', 'home', 'person_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('account_id', 'in', [...new Set(keys.map((key) => key.accountId))])
    .execute();
  return keys.map(({ townId, accountId }) => {
    const row = rows.find((each) => each.town_id === townId && each.account_id === accountId);
    return row && townAccountOf(row);
  });
}

function townAccountOf(row: {
  town_id: number;
  id: string;
  name: string;
  display_name: string;
  home: boolean;
  person_id: string | null;
}): TownAccountType {
  const { town_id: townId, id: uuid, name, display_name: displayName, home, person_id: personUuid } = row;
  const id = globalId('TownAccount', townId, uuid);
  return { typename: 'TownAccount', id, townId, uuid, name, displayName, home, personUuid };
}

/** The account of the desk's town that a mutation names. Errors: NOT_FOUND on input.account. */
export async function getTownAccount(desk: Desk, id: string): Promise<TownAccountType & { accountId: string }> {
  const { townId, key } = requireId(id, 'TownAccount', 'input.account');
  const account = townId === desk.town ? await desk.load(townAccountsById, { townId, uuid: key }) : undefined;
  if (!account) throw notFound('input.account');
  const { account_id } = await desk.db
    .selectFrom('town_account')
    .select('account_id')
    .where('town_id', '=', desk.town)
    .where('id', '=', key)
    .executeTakeFirstOrThrow();
  return { ...account, accountId: account_id };
}

/** Batch of the roles that a town's accounts hold there on a day. */
export async function assignmentsOf(
  desk: Desk,
  keys: readonly { townId: number; account: string; asOf: string }[],
): Promise<AssignmentType[][]> {
  const [day = ''] = keys.map((key) => key.asOf);
  const rows = await desk.db
    .selectFrom('assignment as a')
    .innerJoin('town_account as t', (join) =>
      join.onRef('t.town_id', '=', 'a.town_id').onRef('t.id', '=', 'a.account_id'),
    )
    .select(['a.town_id', 'a.id', 'a.account_id', 'a.role', 'a.unit_id', 'a.team_id', 't.person_id'])
    .where('a.town_id', 'in', townsOf(keys))
    .where('a.account_id', 'in', [...new Set(keys.map((key) => key.account))])
    .where('a.valid_from', '<=', day)
    .where((or) => or.or([or('a.valid_to', 'is', null), or('a.valid_to', '>', day)]))
    .orderBy('a.id')
    .execute();
  return keys.map(({ townId, account }) =>
    rows
      .filter((row) => row.town_id === townId && row.account_id === account)
      .map((row) => ({
        id: globalId('Assignment', row.town_id, row.id),
        role: row.role,
        townId: row.town_id,
        unitUuid: row.unit_id,
        teamUuid: row.team_id,
        personUuid: row.person_id,
        districtCode: null,
      })),
  );
}

/**
 * Batch of how towns know global accounts by name, and applications by theirs; undefined for those that have no place in the
 * town. Two statements at the most.
 */
export async function displayNames(
  desk: Desk,
  keys: readonly { townId: number; accountId: string }[],
): Promise<(string | undefined)[]> {
  const rows = await desk.db
    .selectFrom('town_account')
    .select(['town_id', 'account_id', 'display_name'])
    .where('town_id', 'in', townsOf(keys))
    .where('account_id', 'in', [...new Set(keys.map((key) => key.accountId))])
    .execute();
  const known = keys.map(
    (key) => rows.find((row) => row.town_id === key.townId && row.account_id === key.accountId)?.display_name,
  );
  const others = keys.filter((_, index) => known[index] === undefined).map(({ accountId }) => accountId);
  // Above the towns nobody sees who acts in them.
  if (others.length === 0 || desk.seat.role !== 'app_town') return known;
  const applications = await desk.db
    .selectFrom('application')
    .select(['account_id', 'name'])
    .where('account_id', 'in', others)
    .execute();
  return keys.map(
    ({ accountId }, index) => known[index] ?? applications.find((each) => each.account_id === accountId)?.name,
  );
}
