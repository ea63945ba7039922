import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireIdIn, uuidPattern } from '../schema/global-id.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import type { ConsentToApplicationInput } from './application.type.ts';
import { holdSaid, scopesOf } from './application-rows.ts';
import { scopesNamed } from './register-application.ts';

const needed: Permission = 'application:consent';

/**
 * Lets an application see or do something in the desk's town; a consent that the town has given it before ends. Returns the
 * consent's key. Errors: NOT_FOUND on input.clientId; CONFLICT on input.expectedVersion for one that says something else of itself by
 * now; BAD_INPUT on input.scopes for what it does not ask for, or none, and on
 * input.until for a day that is over.
 */
export async function consentToApplication(
  desk: Desk,
  actor: Actor,
  { clientId, scopes, until, expectedVersion }: ConsentToApplicationInput,
  today: string,
): Promise<string> {
  if (!uuidPattern.test(clientId)) throw notFound('input.clientId');
  await holdSaid(desk, clientId, 'decide');
  const application = await desk.db
    .selectFrom('application')
    .select(['id', 'account_id', 'owner_id', 'scopes', 'name', 'description', 'version'])
    .where('id', '=', clientId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!application) throw notFound('input.clientId');
  if (expectedVersion != null && expectedVersion !== application.version) {
    throw conflict('applicationChanged', 'input.expectedVersion');
  }
  if (scopes.length === 0) throw badInput('input.scopes', 'required');
  if (until != null && until <= today) throw badInput('input.until', 'consentOver');
  const chosen = scopesNamed(scopes, scopesOf(application.scopes), 'input.scopes');
  // Of two who consent at once each finds the consent before.
  await lockSettings(desk);
  await desk.db
    .updateTable('application_consent')
    .set({ ended_at: desk.now, ended_by: actor.accountId })
    .where('town_id', '=', desk.town)
    .where('global_application_id', '=', application.id)
    .where('ended_at', 'is', null)
    .execute();
  const id = newId();
  await desk.db
    .insertInto('application_consent')
    .values({
      ...{ town_id: desk.town, id, global_application_id: application.id },
      ...{ global_account_id: application.account_id, global_owner_id: application.owner_id },
      ...{ application_name: application.name, application_description: application.description },
      ...{ scopes: chosen, granted_at: desk.now, granted_by: actor.accountId },
      ...{ valid_to: until ?? null, ended_at: null, ended_by: null },
    })
    .execute();
  return id;
}

/** Withdraws a consent of the desk's town. Errors: NOT_FOUND on input.consent; CONFLICT there where it has ended. Returns its key. */
export async function withdrawConsent(desk: Desk, actor: Actor, consent: string): Promise<string> {
  const key = requireIdIn(desk.town, consent, 'ApplicationConsent', 'input.consent');
  const found = await desk.db
    .selectFrom('application_consent')
    .select('ended_at')
    .where('town_id', '=', desk.town)
    .where('id', '=', key)
    .forUpdate()
    .executeTakeFirst();
  if (!found || !reachesTown(actor, needed, desk.town)) throw notFound('input.consent');
  if (found.ended_at !== null) throw conflict('alreadyEnded', 'input.consent');
  await desk.db
    .updateTable('application_consent')
    .set({ ended_at: desk.now, ended_by: actor.accountId })
    .where('town_id', '=', desk.town)
    .where('id', '=', key)
    .execute();
  return key;
}
