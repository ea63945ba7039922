import type { Actor } from '../access/actor.ts';
import { permissionName } from '../access/permission.type.ts';
import { reachesTown } from '../access/reach.ts';
import { scopesOf } from '../applications/application-rows.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound, Refusal } from '../errors.ts';
import { underWay } from './export-states.ts';
import { mayGoOn } from './settle-export.ts';

/** A file that is ready to be fetched. */
export interface ExportedFile {
  townId: number;
  uuid: string;
  applicationId: string;
  name: string;
  size: number;
  sha256: string;
}

/**
 * The file of an export, for the application whose it is, as long as the consent holds. Errors: NOT_FOUND, also where it is gone; CONFLICT where it is not ready yet; FORBIDDEN where
 * the token is not for all that it holds.
 */
export async function findFile(desk: Desk, actor: Actor, uuid: string): Promise<ExportedFile> {
  const { application } = actor;
  const found = await desk.db
    .selectFrom('export as e')
    .select(['e.global_application_id', 'e.scopes', 'e.state', 'e.size', 'e.sha256', 'e.as_of'])
    .select(mayGoOn(desk.now).as('holds'))
    .where('e.town_id', '=', desk.town)
    .where('e.id', '=', uuid)
    .executeTakeFirst();
  if (!found?.holds || !application?.forItself || found.global_application_id !== application.id) throw notFound();
  if (underWay.includes(found.state)) throw conflict('exportNotReady');
  if (found.state !== 'READY' || found.sha256 === null) throw new Refusal('NOT_FOUND', 'exportGone');
  const consented = application.consents.get(desk.town);
  const held = scopesOf(found.scopes).filter((scope) => consented?.has(scope));
  const missing = [...new Set(['record:export' as const, ...held])].filter(
    (scope) => !reachesTown(actor, scope, desk.town),
  );
  if (missing.length > 0) {
    const values = { scopes: missing.map(permissionName).join(', ') };
    throw new Refusal('FORBIDDEN', 'exportScopes', { scopes: missing, values });
  }
  const moment = found.as_of?.toISOString().slice(0, 19).replaceAll(':', '') ?? '';
  const of = { townId: desk.town, uuid, applicationId: application.id };
  return { ...of, name: `${desk.town}-${moment}.ndjson.gz`, size: found.size, sha256: found.sha256 };
}

/** The part of a file that holds a byte, with where it begins. Errors: NOT_FOUND where the file is gone. */
export async function readPart(
  desk: Desk,
  { uuid }: ExportedFile,
  position: number,
): Promise<{ start: number; content: Buffer }> {
  const part = await desk.db
    .selectFrom('export_part as p')
    .innerJoin('export as e', (join) => join.onRef('e.town_id', '=', 'p.town_id').onRef('e.id', '=', 'p.export_id'))
    .select(['p.starts', 'p.content'])
    .where('p.town_id', '=', desk.town)
    .where('p.export_id', '=', uuid)
    .where('p.starts', '<=', position)
    .where('p.ends', '>', position)
    .where('e.state', '=', 'READY')
    .where(mayGoOn(desk.now))
    .executeTakeFirst();
  if (!part) throw new Refusal('NOT_FOUND', 'exportGone');
  return { start: part.starts, content: Buffer.from(part.content) };
}

/** Notes that bytes of a file are handed out. */
export async function noteDownload(desk: Desk, { uuid }: ExportedFile): Promise<void> {
  await desk.db
    .updateTable('export')
    .set(({ eb }) => ({ downloads: eb('downloads', '+', 1), downloaded_at: desk.now }))
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
}
