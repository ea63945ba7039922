import type { GraphQLSchema } from 'graphql';
import type { Actor } from '../access/actor.ts';
import { permissionName } from '../access/permission.type.ts';
import { reachesTown } from '../access/reach.ts';
import { consentHolds } from '../applications/consent-holds.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound, Refusal } from '../errors.ts';
import { addJob } from '../jobs/add-job.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requireKeepable } from '../schema/kept-document.ts';
import { dayOf } from '../today.ts';
import type { RequestExportInput } from './export.type.ts';
import { underWay } from './export-states.ts';
import { exportJob } from './export-task.ts';
import { readFragments } from './read-fragments.ts';
import { endExports, jsonOf } from './settle-export.ts';

/**
 * Asks for an export of the desk’s town, for the application that asks. Returns its key. Errors: FORBIDDEN for whoever is no application that
 * acts for itself; those of `readFragments` and `requireKeepable`; FORBIDDEN on input.fragments for records or fields that it may not see in this town; NOT_FOUND and
 * CONFLICT on input.since; CONFLICT on input.town where one is under way.
 */
export async function requestExport(
  desk: Desk,
  actor: Actor,
  { fragments, since, purpose }: RequestExportInput,
  schema: GraphQLSchema,
): Promise<string> {
  const { application } = actor;
  if (!application?.forItself) throw new Refusal('FORBIDDEN', 'exportForApplications');
  if (!reachesTown(actor, 'record:export', desk.town)) throw notFound('input.town');
  const earlier = since == null ? undefined : await getEarlier(desk, application.id, since);
  if (earlier && fragments != null) throw badInput('input.fragments', 'exportSinceFragments');
  const text = earlier?.fragments ?? fragments;
  if (text == null) throw badInput('input.fragments', 'required');
  if (!earlier) requireKeepable(text, 'input.fragments');
  const missing = readFragments(schema, text).needs.filter((needed) => !reachesTown(actor, needed, desk.town));
  if (missing.length > 0) {
    throw new Refusal('FORBIDDEN', 'exportNeeds', {
      field: earlier ? 'input.since' : 'input.fragments',
      scopes: missing,
      values: { scopes: missing.map(permissionName).join(', ') },
    });
  }
  const consent = await consentAndOwner(desk, application.id);
  const id = newId();
  const added = await desk.db
    .insertInto('export')
    .values({
      ...{ town_id: desk.town, id, global_application_id: application.id, global_account_id: actor.accountId },
      ...{ global_owner_id: consent.owner_id, consent_id: consent.id, scopes: [...application.scopes] },
      ...{ fragments: text, purpose: purpose ?? null, since_id: earlier?.id ?? null },
      state: 'WAITING',
      requested_at: desk.now,
      as_of: null,
      ended_at: null,
      attempts: 0,
      counts: jsonOf([]),
      size: 0,
      ...{ sha256: null, points: 0, failure: null, failed_at: null, downloads: 0, downloaded_at: null },
    })
    .onConflict((taken) => taken.doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows) === 0) throw conflict('exportUnderWay', 'input.town');
  await addJob(desk, exportJob, { export: id });
  return id;
}

/** Cancels an export of the application that asks. Returns its key. Errors: NOT_FOUND on input.export; CONFLICT there where it is over. */
export async function cancelExport(desk: Desk, actor: Actor, id: string): Promise<string> {
  const uuid = requireIdIn(desk.town, id, 'Export', 'input.export');
  const found = await desk.db
    .selectFrom('export')
    .select('state')
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .where('global_account_id', '=', actor.accountId)
    .forUpdate()
    .executeTakeFirst();
  if (!found || !reachesTown(actor, 'record:export', desk.town)) throw notFound('input.export');
  if (!underWay.includes(found.state)) throw conflict('exportOver', 'input.export');
  await endExports(desk, [uuid], 'CANCELLED');
  return uuid;
}

async function getEarlier(desk: Desk, application: string, since: string) {
  const uuid = requireIdIn(desk.town, since, 'Export', 'input.since');
  const earlier = await desk.db
    .selectFrom('export')
    .select(['id', 'fragments', 'state'])
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .where('global_application_id', '=', application)
    .executeTakeFirst();
  if (!earlier) throw notFound('input.since');
  if (earlier.state !== 'READY') throw conflict('exportSince', 'input.since');
  return earlier;
}

/** The consent by which an application asks, and the account that registered it. */
async function consentAndOwner(desk: Desk, application: string): Promise<{ id: string; owner_id: string }> {
  const found = await desk.db
    .selectFrom('application_consent as c')
    .innerJoin('application as a', 'a.id', 'c.global_application_id')
    .select(['c.id', 'a.owner_id'])
    .where('c.town_id', '=', desk.town)
    .where('c.global_application_id', '=', application)
    .where(consentHolds(dayOf(desk.now)))
    .forShare('c')
    .executeTakeFirst();
  // Withdrawn since it was seen whom the token speaks for.
  if (!found) throw notFound('input.town');
  return found;
}
