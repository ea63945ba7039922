import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Express, type NextFunction, type Request, type Response } from 'express';
import { GraphQLError } from 'graphql';
import type { Actor } from '../access/actor.ts';
import { seatFor } from '../access/seat.ts';
import type { Admission } from '../cost/admission.ts';
import { openLimits } from '../cost/limits.ts';
import { download } from '../cost/price.ts';
import { shareIn } from '../cost/share.ts';
import { atDesk, type Desk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { notFound, Refusal } from '../errors.ts';
import { languageOf, say } from '../messages.ts';
import { readGlobalId } from '../schema/global-id.ts';
import { bearerOf, bearerReader } from '../signin/bearer.ts';
import { type ByteRange, rangeOf } from './byte-range.ts';
import { type ExportedFile, findFile, noteDownload, readPart } from './exported-file.ts';

/** How often it is asked while a file is fetched whether it still may be, in milliseconds. */
const every = 1500;
/** What is told of a file, and not of a refusal. */
const ofFile = ['Accept-Ranges', 'Content-Disposition', 'Content-Length', 'Content-Range', 'ETag', 'Repr-Digest'];
/** After how many seconds what is refused for now can be asked for again. */
const retryAfter = 5;
const statuses: Partial<Record<string, number>> = {
  LIMIT_EXCEEDED: 429,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
};

/**
 * Serves the files of exports at /exports/:id, to the application whose they are: whole, or a range of their bytes, by which a download is
 * resumed. What is fetched ends with the right to it.
 */
export function mountExports(app: Express, orm: Orm, admission: Admission, now: () => Date): void {
  const readBearer = bearerReader(orm);
  const actorOf = async (request: Request): Promise<Actor> => {
    const token = bearerOf(request.headers.authorization);
    const actor = token === undefined ? undefined : await readBearer(token, now());
    if (!actor) throw new Refusal('UNAUTHENTICATED', 'unauthenticated');
    return actor;
  };
  const find = async (request: Request, actor: Actor): Promise<ExportedFile> => {
    const named = readGlobalId(String(request.params.id));
    const seat = named?.type === 'Export' ? seatFor(actor, named.townId) : undefined;
    if (!named || seat?.role !== 'app_town') throw notFound();
    return atDesk(orm, seat, now(), 'read', (desk) => findFile(desk, actor, named.key));
  };
  const fetching = new Map<string, number>();
  const inTurn = async (application: string, work: () => Promise<void>): Promise<void> => {
    const { most } = openLimits.downloads;
    const before = fetching.get(application) ?? 0;
    if (before >= most) {
      throw new Refusal('LIMIT_EXCEEDED', 'exportDownloads', { limit: 'downloads', retryAfter, values: { most } });
    }
    fetching.set(application, before + 1);
    try {
      await work();
    } finally {
      const left = (fetching.get(application) ?? 1) - 1;
      if (left > 0) fetching.set(application, left);
      else fetching.delete(application);
    }
  };
  const at = <Result>({ townId }: ExportedFile, mode: 'read' | 'write', work: (desk: Desk) => Promise<Result>) =>
    atDesk(orm, { role: 'app_town', town: townId }, now(), mode, work);

  const serve = async (request: Request, response: Response): Promise<void> => {
    // What is in it is for who asks: nothing on the way keeps it, or packs it anew, as its digest and ranges are of it as it is.
    response.set('Cache-Control', 'no-store, no-transform');
    const actor = await actorOf(request);
    const town = readGlobalId(String(request.params.id))?.townId ?? 0;
    await admission.charge([shareIn(actor, town, download.request)]);
    const file = await find(request, actor);
    const etag = `"${file.sha256}"`;
    response.set({
      'Accept-Ranges': 'bytes',
      'Content-Type': 'application/gzip',
      'Content-Disposition': `attachment; filename="${file.name}"`,
      ETag: etag,
      'Repr-Digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
    });
    if (request.headers['if-none-match']?.includes(etag)) return void response.status(304).end();
    const isSame = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
    const range = rangeOf(isSame ? request.headers.range : undefined, file.size);
    if (range === 'none') return void response.status(416).set('Content-Range', `bytes */${file.size}`).end();
    const { from, to } = range ?? { from: 0, to: file.size };
    if (range) response.status(206).set('Content-Range', `bytes ${from}-${to - 1}/${file.size}`);
    response.set('Content-Length', String(to - from));
    if (request.method === 'HEAD') return void response.end();
    await inTurn(file.applicationId, async () => {
      // Before its first byte leaves, whichever that is: whoever begins at the second, or again and again, has the file as well.
      await at(file, 'write', (desk) => noteDownload(desk, file));
      const left = new AbortController();
      response.once('close', () => left.abort());
      const watching = setInterval(() => {
        actorOf(request)
          .then((now) => find(request, now))
          .catch(() => response.destroy());
      }, every);
      try {
        const bytes = bytesOf(file, { from, to }, (count) =>
          admission.chargeInTime(shareIn(actor, town, Math.ceil(count / download.bytes)), left.signal),
        );
        await pipeline(Readable.from(bytes, { objectMode: false }), response);
      } finally {
        left.abort();
        clearInterval(watching);
      }
    });
  };
  const bytesOf = async function* (
    file: ExportedFile,
    { from, to }: ByteRange,
    pay: (bytes: number) => Promise<void>,
  ): AsyncGenerator<Buffer> {
    for (let position = from; position < to; ) {
      const part = await at(file, 'read', (desk) => readPart(desk, file, position));
      const bytes = part.content.subarray(position - part.start, to - part.start);
      position += bytes.length;
      await pay(bytes.length);
      yield bytes;
    }
  };

  app.get('/exports/:id', (request: Request, response: Response, next: NextFunction) => {
    serve(request, response).catch((thrown: unknown) => {
      // The client has left, or is cut off because it may fetch the rest no more.
      if (response.headersSent) return void response.destroy();
      const fault = thrown instanceof GraphQLError ? thrown.originalError : thrown;
      if (!(fault instanceof Refusal)) return next(fault);
      const language = languageOf(request.headers['accept-language']);
      const message = say(language, fault.messageKey, fault.detail.values);
      const status = fault.messageKey === 'exportGone' ? 410 : (statuses[fault.code] ?? 503);
      if (status === 401) response.set('WWW-Authenticate', 'Bearer error="invalid_token"');
      const { limit, scopes, retryAfter: seconds, asked } = fault.detail;
      if (status === 409 || status === 429) response.set('Retry-After', String(seconds ?? retryAfter));
      for (const header of ofFile) response.removeHeader(header);
      const ofBudget = { ...(asked && { asked }), ...(seconds && { retryAfter: seconds }) };
      const extensions = { code: fault.code, ...(limit && { limit }), ...(scopes && { scopes }), ...ofBudget };
      response.status(status).json({ errors: [{ message, extensions }] });
    });
  });
}
