import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { conflict, forbidden, notFound } from '../errors.ts';
import { requireOfTown } from '../people/register-person.ts';
import type { LinkAccountToPersonInput, TownAccountType } from './account.type.ts';
import { getTownAccount } from './town-accounts.ts';

/**
 * Says as whom an account acts in the desk's town from now on; nobody where no person is named. What it did before stays
 * as it was recorded.
 * Errors: NOT_FOUND on input.account or input.person; CONFLICT on input.person where another account acts as them.
 */
export async function linkAccountToPerson(
  desk: Desk,
  actor: Actor,
  { account: id, person }: LinkAccountToPersonInput,
): Promise<TownAccountType> {
  if (!reachesTown(actor, 'account:link', desk.town)) throw notFound('input.account');
  const { accountId: _, ...account } = await getTownAccount(desk, id);
  const personUuid = person == null ? null : await requireOfTown(desk, 'person', person, 'input.person');
  await desk.db
    .updateTable('town_account')
    .set({ person_id: personUuid })
    .where('town_id', '=', desk.town)
    .where('id', '=', account.uuid)
    .execute()
    .catch(refuseLinked);
  return { ...account, personUuid };
}

/**
 * The person that an account is opened for. Errors: FORBIDDEN on input.person for whoever may not link accounts of the
 * town, NOT_FOUND there.
 */
export async function personOfAccount(
  desk: Desk,
  actor: Actor,
  person: string | null | undefined,
): Promise<string | null> {
  if (person == null) return null;
  if (!reachesTown(actor, 'account:link', desk.town)) throw forbidden(['account:link'], { field: 'input.person' });
  return requireOfTown(desk, 'person', person, 'input.person');
}

/** The key of a town's people tells, also of two who link at once. */
export function refuseLinked(error: unknown): never {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  throw code === '23505' ? conflict('personHasAccount', 'input.person') : error;
}
