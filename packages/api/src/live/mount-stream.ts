import type { Express, Request, Response } from 'express';
import {
  createSourceEventStream,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  parse,
} from 'graphql';
import type { RequestParams } from 'graphql-sse';
import { createHandler } from 'graphql-sse/lib/use/express';
import type { Actor } from '../access/actor.ts';
import type { CompiledOperations } from '../compiled/compiled-operation.ts';
import { writeAnswer } from '../compiled/written.ts';
import type { Context } from '../context.ts';
import { type Admission, requireAffordable, type Spent } from '../cost/admission.ts';
import { faultsOf, ofDocument, parseOptions } from '../cost/check-document.ts';
import { costOf } from '../cost/operation-cost.ts';
import { sharesOf } from '../cost/share.ts';
import { type ErrorCode, Refusal } from '../errors.ts';
import type { Messages } from '../messages.ts';
import type { UsageCounter } from '../usage/usage-counter.ts';
import { faultOf, type RequestFault } from './request-fault.ts';
import type { StreamContext } from './stream-context.ts';

/** Open subscriptions of one process, and of one account in it. */
const most = { all: 500, account: 8 };
/** How often it is asked whether a token still speaks for its account, in milliseconds. */
const reviewEvery = 10_000;

interface Streams {
  schema: GraphQLSchema;
  operations: CompiledOperations;
  admission: Admission;
  /** What the subscription that is asked for now is asked with. */
  contextOf: () => StreamContext;
  /** What each of its events is worked out with. */
  eventContext: (context: StreamContext) => Context;
  /** Whom the token of a request speaks for now. */
  reread: (request: Request) => Promise<Actor | undefined>;
  /** Counts a subscription that began or was refused. */
  usage: UsageCounter;
  /** Notes that a subscription was refused. */
  refused: (context: StreamContext) => void;
  format: (error: GraphQLError, context: StreamContext) => GraphQLFormattedError;
}

/** Serves subscriptions at /stream as server-sent events, one a request. Returns what ends them all. */
export function mountStream(api: Express, streams: Streams): () => void {
  const { schema, operations, admission, usage, contextOf, eventContext, reread, refused, format } = streams;
  const open = new Map<StreamContext, Request>();
  const reviewing = setInterval(async () => {
    for (const [context, request] of open) {
      await reread(request).then(
        (actor) => context.review(actor),
        // The database is away: it is asked again.
        () => {},
      );
    }
  }, reviewEvery).unref();

  /** Begins a subscription: its events, or why not. Notes what it asks for. */
  const begin = async (
    context: StreamContext,
    raw: Request,
    { query, operationName, variables }: RequestParams,
    noted: { spent: readonly Spent[] },
  ) => {
    const document = parsed(query);
    if (document instanceof GraphQLError) return [document];
    const faults = faultsOf(schema, document);
    if (faults.length > 0) return faults;
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== 'subscription') return [refusal('BAD_QUERY', 'onlySubscriptions')];
    const own = [...open.keys()].filter(({ actor }) => actor?.accountId === context.actor?.accountId);
    if (open.size > most.all || own.length > most.account) return [refusal('LIMIT_EXCEEDED', 'tooManyStreams')];
    const cost = costOf(schema, document, operation);
    requireAffordable(cost, variables ?? {});
    const shares = sharesOf(context.actor, cost, variables ?? {});
    noted.spent = shares.map(({ town }) => ({ town, asked: 0, used: 0 }));
    // What is asked of one event; how many come of it is for the towns to say.
    noted.spent = await admission.charge(shares);
    const args = { schema, document, operationName, variableValues: variables, contextValue: context };
    // What was read to begin it is not read on.
    const source = await createSourceEventStream(args).finally(() => context.end());
    if (!isIterable(source)) return source.errors ?? [];
    const compiled = operations.find(document, operationName);
    return eachOf(source, async (event): Promise<ExecutionResult | undefined> => {
      // It is told to whom the token speaks for now; while the database is away, nothing can be read anyway.
      context.review(await reread(raw).catch(() => context.actor));
      if (context.signal.aborted) return undefined;
      const answer = await compiled?.run(eventContext(context), variables ?? {}, { event });
      if (!answer) throw new Error('A subscription that has begun has its variables');
      // The library writes events by itself, and knows nothing of what is written already.
      const { errors, ...result }: ExecutionResult = { ...answer, data: JSON.parse(writeAnswer(answer.data ?? null)) };
      return errors ? { ...result, errors: errors.map((error) => inAnswer(format(error, context))) } : result;
    });
  };

  const refuse = ({ status, messageKey, headers }: RequestFault, response: Response) => {
    const error = format(refusal('BAD_QUERY', messageKey), contextOf());
    response
      .status(status)
      .set(headers)
      .json({ errors: [error] });
  };

  const handler = createHandler({
    // No event streams that outlive their request.
    authenticate: () => null,
    onSubscribe: async ({ raw, context: { res } }, params) => {
      const context = contextOf();
      open.set(context, raw);
      res.once('close', () => {
        open.delete(context);
        context.stop();
      });
      const noted = { spent: [] as Spent[] };
      const begun = await begin(context, raw, params, noted).catch((thrown: unknown) => {
        if (thrown instanceof GraphQLError) return [thrown];
        throw thrown;
      });
      const errors = isIterable(begun) ? [] : begun.map((error) => inAnswer(format(error, context)));
      usage.count(context.actor, context.now, { ...noted, errors });
      if (isIterable(begun)) return begun;
      refused(context);
      // It takes for a result only what has data.
      return { data: null, errors };
    },
  });
  api.all('/stream', (request, response, next) => {
    const fault = faultOf(request);
    if (fault) return refuse(fault, response);
    // The handler knows this name alone, and not as one of several.
    request.headers.accept = 'text/event-stream';
    // A proxy that gathers an answer before it hands it on would hand on nothing.
    response.set('X-Accel-Buffering', 'no');
    // Whoever has left is told nothing.
    handler(request, response).catch((fault: unknown) => (response.headersSent ? response.destroy() : next(fault)));
  });
  return () => {
    clearInterval(reviewing);
    for (const context of open.keys()) context.stop();
  };
}

/** A document, or what is wrong with it. */
function parsed(query: string) {
  try {
    return parse(query, parseOptions);
  } catch (fault) {
    return ofDocument(fault instanceof GraphQLError ? fault : new GraphQLError(String(fault)));
  }
}

function refusal(code: ErrorCode, messageKey: keyof Messages): GraphQLError {
  const originalError = new Refusal(code, messageKey);
  return new GraphQLError(originalError.message, { originalError });
}

/** An error as it is answered. */
function inAnswer({ message, path, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { ...(path && { path }), ...(extensions && { extensions }) });
}

function isIterable<Item>(value: object): value is AsyncIterable<Item> {
  return Symbol.asyncIterator in value;
}

/** What is worked out of each of some events, until nothing is. */
async function* eachOf<Item, Result>(source: AsyncIterable<Item>, work: (item: Item) => Promise<Result | undefined>) {
  for await (const item of source) {
    const result = await work(item);
    if (result === undefined) return;
    yield result;
  }
}
