import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import type { Actor } from './access/actor.ts';
import { holds } from './access/reach.ts';
import { answering } from './answering.ts';
import { CompiledOperations } from './compiled/compiled-operation.ts';
import { writeAnswer } from './compiled/written.ts';
import { Context } from './context.ts';
import type { Admission } from './cost/admission.ts';
import { parseOptions } from './cost/check-document.ts';
import { type LimitName, megabytes } from './cost/limits.ts';
import { Pauses, quicklyRead } from './cost/pauses.ts';
import { changesOf } from './db/changes.ts';
import type { Orm } from './db/orm.ts';
import { Turns } from './db/turns.ts';
import type { ErrorCode } from './errors.ts';
import { mountStream } from './live/mount-stream.ts';
import { StreamContext } from './live/stream-context.ts';
import { type Language, languageOf, say } from './messages.ts';
import { ahead } from './related/ahead.ts';
import { formatError } from './schema/format-error.ts';
import { servedSchema as schema } from './served-schema.ts';
import { bearerOf, bearerReader } from './signin/bearer.ts';
import { documentCache } from './stored-operations/document-cache.ts';
import { UsageCounter } from './usage/usage-counter.ts';

/** Who asks, when, and in which language; Apollo formats errors where it does not hand over the context. */
interface Asking {
  token: string | undefined;
  actor: Actor | undefined;
  moment: Date;
  language: Language;
  /** What was sent, once it is read. */
  body?: { bytes: number; begun: number };
}

/** How HTTP says that an operation was refused as it stands, before it ran. */
const refusals: ReadonlySet<number> = new Set([400, 413, 429]);

const fileImports = ['tree:import', 'household:import', 'organization:import'] as const;

function mayFile(actor: Actor | undefined): boolean {
  return actor !== undefined && fileImports.some((permission) => holds(actor, permission));
}

/** What was compiled of operations: once, for all that a process serves. */
const operations = new CompiledOperations(schema, ahead);

/** Mounts the API at /graphql. Returns what ends it: no new requests, and those under way are waited for. */
export async function mountGraphql(
  app: Express,
  http: Server,
  orm: Orm,
  log: Logger,
  { now, admission }: { now: () => Date; admission: Admission },
): Promise<() => Promise<void>> {
  const asking = new AsyncLocalStorage<Asking>();
  const readBearer = bearerReader(orm);
  const usage = new UsageCounter(orm, log);
  const pauses = new Pauses();
  const whoAsks = (): Omit<Asking, 'token'> => asking.getStore() ?? { actor: undefined, moment: now(), language: 'zh' };
  const apollo = new ApolloServer<Context>({
    schema,
    // Requests are trusted by their bearer token only, never by a cookie, so another site cannot send one in its name.
    csrfPrevention: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: { cache: documentCache(orm, () => pauses.note(whoAsks().actor)) },
    parseOptions,
    // `answering` does, after the limits of documents.
    dangerouslyDisableValidation: true,
    stopOnTerminationSignals: false,
    stringifyResult: writeAnswer,
    plugins: [
      // Its default costs three times the execution itself.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 10_000 }),
      answering({
        schema,
        operations,
        admission,
        usage,
        log,
        isLarge: () => (asking.getStore()?.body?.bytes ?? 0) > megabytes.text * 2 ** 20,
        slowlyRead: ({ actor }, took) => pauses.note(actor, took),
        ended: (context) => {
          const asked = asking.getStore();
          if (asked?.token !== undefined && asked.actor !== context.actor) readBearer.forget(asked.token);
        },
      }),
    ],
    formatError: (formatted, error) => formatError(error, formatted, whoAsks(), log),
    logger: log,
  });
  await apollo.start();

  const turns = new Turns(orm.config.get('pool').max ?? 10);
  // Of what is written in JSON the whole is looked through at once.
  const verify = (request: IncomingMessage, _response: unknown, { length: bytes }: Buffer) => {
    bodies.set(request, { bytes, begun: performance.now() });
  };
  const bodies = new WeakMap<IncomingMessage, NonNullable<Asking['body']>>();
  const readBody = express.json({ limit: `${megabytes.text}mb`, verify });
  const readFileBody = express.json({ limit: `${megabytes.file}mb`, verify });
  const authenticate = async (request: Request, response: Response, next: NextFunction) => {
    const moment = now();
    const language = languageOf(request.headers['accept-language']);
    const token = bearerOf(request.headers.authorization);
    const actor = token === undefined ? undefined : await readBearer(token, moment);
    if (request.headers.authorization !== undefined && !actor) {
      response.set('WWW-Authenticate', 'Bearer error="invalid_token"');
      return void response.status(401).json(refused('UNAUTHENTICATED', say(language, 'unauthenticated')));
    }
    await pauses.pass(actor);
    response.once('finish', () => {
      if (refusals.has(response.statusCode)) pauses.note(actor);
    });
    asking.run({ token, actor, moment, language }, next);
  };
  // An application of its own, since this is how Express names no answers by what is in them.
  const api = express().disable('x-powered-by').disable('etag');
  app.use('/graphql', api);
  api.use(
    (request: Request, response: Response, next: NextFunction) => {
      // What is answered is for who asks, and may hold residents' data: nothing on the way keeps it.
      response.set('Cache-Control', 'no-store');
      authenticate(request, response, next).catch(next);
    },
    (request: Request, response: Response, next: NextFunction) => {
      const asked = asking.getStore();
      const read = mayFile(asked?.actor) && request.path !== '/stream' ? readFileBody : readBody;
      read(request, response, (fault?: unknown) => {
        const body = bodies.get(request);
        const took = body ? performance.now() - body.begun : 0;
        if (took > quicklyRead) pauses.note(asked?.actor, took);
        if (asked && body) asked.body = body;
        next(fault);
      });
    },
    (fault: unknown, _request: Request, response: Response, next: NextFunction) => {
      const status = typeof fault === 'object' && fault !== null && 'status' in fault ? Number(fault.status) : 500;
      if (status < 400 || status > 499) return next(fault);
      if (status !== 413) {
        return void response
          .status(status)
          .json(refused('BAD_QUERY', fault instanceof Error ? fault.message : String(fault)));
      }
      const most = megabytes[mayFile(asking.getStore()?.actor) ? 'file' : 'text'];
      const message = say(asking.getStore()?.language ?? 'zh', 'bodyTooLarge', { most });
      response.status(status).json(refused('LIMIT_EXCEEDED', message, 'body'));
    },
  );
  const endStreams = mountStream(api, {
    schema,
    operations,
    admission,
    usage,
    contextOf: () => {
      const { actor, moment, language } = whoAsks();
      return new StreamContext(orm, turns, moment, language, actor);
    },
    eventContext: ({ language, actor }) => new Context(orm, turns, now(), language, actor),
    reread: async ({ headers: { authorization } }, { anew }) => {
      const token = bearerOf(authorization) ?? '';
      if (anew) readBearer.forget(token);
      return readBearer(token, now());
    },
    noteRefusal: ({ actor }) => pauses.note(actor),
    format: (error, context) => formatError(error, error.toJSON(), context, log),
  });
  api.use(
    expressMiddleware(apollo, {
      context: async () => {
        const { actor, moment, language } = whoAsks();
        return new Context(orm, turns, moment, language, actor);
      },
    }),
  );
  return async () => {
    endStreams();
    await apollo.stop();
    await usage.stop();
    await changesOf(orm).stop();
  };
}

function refused(code: ErrorCode, message: string, limit?: LimitName) {
  return { errors: [{ message, extensions: { code, ...(limit && { limit }) } }] };
}
