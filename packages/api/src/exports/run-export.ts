import { loadApplication } from '../applications/load-application.ts';
import { atDesk, type Opening } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { Refusal } from '../errors.ts';
import { servedSchema } from '../served-schema.ts';
import { ExportFault, ExportOver } from './export-fault.ts';
import type { ExportState } from './export-states.ts';
import { makeExport } from './make-export.ts';
import { readFragments } from './read-fragments.ts';
import { beginAttempt, endExports } from './settle-export.ts';

/** How many times an export is begun before it is given up. */
const mostAttempts = 5;

/**
 * Makes an export that was asked for. A process that dies in it leaves no moment that another one could go on with, so that one begins anew, with a
 * moment of its own. Rejects where trying again may help.
 */
export async function runExport(
  orm: Orm,
  lent: Opening,
  { town, uuid }: { town: number; uuid: string },
  stopping: AbortSignal,
): Promise<void> {
  const write = <Result>(work: Parameters<typeof atDesk<Result>>[4]) =>
    atDesk(lent, { role: 'app_town', town }, new Date(), 'write', work);
  const end = (state: ExportState, failure = {}) => write((desk) => endExports(desk, [uuid], state, failure));
  const begun = await write((desk) => beginAttempt(desk, uuid));
  if (!begun) return;
  if (begun.attempts > mostAttempts) return void (await end('FAILED', { failure: 'UNAVAILABLE' }));
  const application = { id: begun.global_application_id, account: begun.global_account_id, scopes: begun.scopes };
  const actor = (await loadApplication(orm, application, new Date()))?.itself;
  if (!actor?.application?.consents.has(town)) return void (await end('WITHDRAWN'));
  try {
    const asked = readFragments(servedSchema, begun.fragments);
    const attempt = { export: uuid, number: begun.attempts };
    const { purpose, since_id: since } = begun;
    await makeExport({ orm, lent, town, attempt, actor, asked, purpose: purpose ?? undefined, since, stopping });
  } catch (fault) {
    if (fault instanceof ExportOver) return;
    if (fault instanceof ExportFault) return void (await end('FAILED', { failure: fault.code, failed_at: fault.at }));
    // What is asked of records was right when it was asked for, but the schema has changed since.
    if (fault instanceof Refusal) return void (await end('FAILED', { failure: fault.code, failed_at: 'fragments' }));
    throw fault;
  }
}
