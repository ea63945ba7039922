import type { Express, Request, Response } from 'express';
import {
  createSourceEventStream,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import type { RequestParams } from 'graphql-sse';
import { createHandler } from 'graphql-sse/lib/use/express';
import type { Actor } from '../access/actor.ts';
import type { CompiledOperations } from '../compiled/compiled-operation.ts';
import { Tallies } from '../compiled/tally.ts';
import { writeAnswer } from '../compiled/written.ts';
import type { Context } from '../context.ts';
import { type Admission, nothingOf, requireAffordable, type Spent } from '../cost/admission.ts';
import { faultsOf } from '../cost/check-document.ts';
import { mostStreams, openLimits } from '../cost/limits.ts';
import { costOf } from '../cost/operation-cost.ts';
import { sharesOf } from '../cost/share.ts';
import type { UsageCounter } from '../usage/usage-counter.ts';
import { isOnCondition } from './on-condition.ts';
import { faultOf, type RequestFault } from './request-fault.ts';
import { review } from './review.ts';
import type { StreamContext } from './stream-context.ts';
import { asError, inAnswer, parsed, refusal } from './stream-faults.ts';

interface Streams {
  schema: GraphQLSchema;
  operations: CompiledOperations;
  admission: Admission;
  /** What the subscription that is asked for now is asked with. */
  contextOf: () => StreamContext;
  /** What each of its events is worked out with. */
  eventContext: (context: StreamContext) => Context;
  /** Whom the token of a request speaks for now: as it is remembered, or asked anew. */
  reread: (request: Request, manner: { anew: boolean }) => Promise<Actor | undefined>;
  /** Counts a subscription that began or was refused, and each of its events. */
  usage: UsageCounter;
  /** Notes that a subscription was refused. */
  noteRefusal: (context: StreamContext) => void;
  format: (error: GraphQLError, context: StreamContext) => GraphQLFormattedError;
}

type Data = NonNullable<ExecutionResult['data']> | null;
/** What is counted of a subscription, as far as it is known. */
interface Noted {
  spent: readonly Spent[];
}

/** Serves subscriptions at /stream as server-sent events, one a request. Returns what ends them all. */
export function mountStream(api: Express, streams: Streams): () => void {
  const { schema, operations, admission, usage, contextOf, eventContext, reread, noteRefusal, format } = streams;
  const open = new Set<StreamContext>();

  /** What is answered to a subscription that does not begin, or goes on no more. */
  const refused = (context: StreamContext, faults: readonly GraphQLError[], noted: Noted): ExecutionResult => {
    const errors = faults.map((error) => inAnswer(format(error, context)));
    usage.count(context.actor, eventContext(context).now, { ...noted, errors });
    noteRefusal(context);
    // The library takes for a result only what has data.
    return { data: null, errors };
  };

  /** Begins a subscription: its events, or why not. Notes what it asks for. */
  const begin = async (
    context: StreamContext,
    raw: Request,
    { query, operationName, variables }: RequestParams,
    noted: Noted,
  ) => {
    const document = parsed(query);
    if (document instanceof GraphQLError) return [document];
    const operation = getOperationAST(document, operationName);
    const isSubscription = operation?.operation === 'subscription';
    if (isSubscription && isOnCondition(document, operation)) return [refusal('BAD_QUERY', 'subscriptionOnCondition')];
    const faults = faultsOf(schema, document);
    if (faults.length > 0) return faults;
    if (!isSubscription) return [refusal('BAD_QUERY', 'onlySubscriptions')];
    const cost = costOf(schema, document, operation);
    const shares = sharesOf(context.actor, cost, variables ?? {});
    noted.spent = nothingOf(shares);
    // An application does not use up what the person has for whom it acts.
    const asker = ({ actor }: StreamContext) => `${actor?.accountId} ${actor?.application?.id}`;
    const openOf = (whose: (each: StreamContext) => unknown) =>
      [...open].filter((each) => whose(each) === whose(context)).length;
    if (open.size > mostStreams || openOf(asker) > openLimits.streams.most) {
      return [refusal('LIMIT_EXCEEDED', 'tooManyStreams', { limit: 'streams' })];
    }
    if (openOf(opener) > openLimits.townStreams.most) {
      return [refusal('LIMIT_EXCEEDED', 'tooManyStreamsOfTown', { limit: 'townStreams' })];
    }
    requireAffordable(cost, variables ?? {});
    // To begin costs what an event does. How many of these come is for the towns to say, and each is paid as it comes.
    noted.spent = await admission.charge(shares);
    const args = { schema, document, operationName, variableValues: variables, contextValue: context };
    // What was read to begin it is not read on.
    const source = await createSourceEventStream(args).finally(() => context.end());
    if (!isIterable(source)) return source.errors ?? [];
    const compiled = operations.find(document, operationName);
    const tell = async (event: unknown): Promise<ExecutionResult> => {
      const reservation = await admission.reserve(shares);
      const [of, tallies] = [eventContext(context), new Tallies()];
      const running = Promise.resolve(compiled?.run(of, variables ?? {}, { event, tallies }));
      const answer = await running.finally(() => reservation.end(tallies));
      if (!answer) throw new Error('A subscription that has begun has its variables');
      const errors = answer.errors?.map((error) => inAnswer(format(error, context))) ?? [];
      usage.count(of.actor, of.now, { spent: reservation.spent(), errors });
      // The library writes events by itself, and knows nothing of what is written already.
      const data: Data = JSON.parse(writeAnswer(answer.data ?? null));
      return { data, ...(errors.length > 0 && { errors }) };
    };
    return eachOf(source, async (event) => {
      // It is told to whom the token speaks for now; while the database is away, nothing can be read anyway.
      context.review(await reread(raw, { anew: false }).catch(() => context.actor));
      if (context.signal.aborted) return undefined;
      const told = await tell(event).catch(asError);
      if (!(told instanceof GraphQLError)) return told;
      // Whoever begins again after the event before hears this one then.
      context.stop();
      return refused(context, [told], { spent: nothingOf(shares) });
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
      open.add(context);
      const leave = review(context, (manner) => reread(raw, manner));
      res.once('close', () => {
        open.delete(context);
        leave();
        context.stop();
      });
      const noted: Noted = { spent: [] };
      const begun = await begin(context, raw, params, noted).catch((thrown: unknown) => [asError(thrown)]);
      if (!isIterable(begun)) return refused(context, begun, noted);
      usage.count(context.actor, context.now, { ...noted, errors: [] });
      return begun;
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
    for (const context of open) context.stop();
  };
}

/** What nobody multiplies at will: the town that opened the account, whose administrators open any number, or an account that no town opened. */
function opener({ actor }: StreamContext): unknown {
  if (actor?.homeTown != null) return actor.homeTown;
  return actor?.application?.forItself ? actor.application.ownerId : actor?.accountId;
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
