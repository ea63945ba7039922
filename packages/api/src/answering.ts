import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { type FormattedExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { purposeOf } from './audit/purpose.ts';
import { recorded } from './audit/write-readings.ts';
import type { CompiledOperations } from './compiled/compiled-operation.ts';
import { Tallies } from './compiled/tally.ts';
import type { Context } from './context.ts';
import { type Admission, nothingOf, type Priced, type Reservation, requireAffordable } from './cost/admission.ts';
import { faultsOf } from './cost/check-document.ts';
import { fileMutations, megabytes } from './cost/limits.ts';
import { costOf } from './cost/operation-cost.ts';
import { quicklyRead } from './cost/pauses.ts';
import { type Share, sharesOf } from './cost/share.ts';
import { Refusal } from './errors.ts';
import { formatError } from './schema/format-error.ts';
import type { UsageCounter } from './usage/usage-counter.ts';

interface Answering {
  schema: GraphQLSchema;
  operations: CompiledOperations;
  admission: Admission;
  usage: UsageCounter;
  log: Logger;
  /** Whether the body of what is asked now is larger than only files may be. */
  isLarge(): boolean;
  /** Hears that a document took so many milliseconds to read: to check, to price and to compile. */
  slowlyRead(context: Context, took: number): void;
  /** Does what is to be done once an operation is over, before its answer leaves. */
  ended(context: Context): void;
}

/**
 * Answers operations: checks the document, takes the points that the operation may cost, runs it and gives back those that it has not.
 * Apollo does what is HTTP, reads documents and keeps them, and says which variables do not fit.
 */
export function answering({
  schema,
  operations,
  admission,
  usage,
  log,
  isLarge,
  slowlyRead,
  ended,
}: Answering): ApolloServerPlugin<Context> {
  const faultsIn = (context: Context, faults: readonly GraphQLError[]): FormattedExecutionResult => ({
    errors: faults.map((fault) => formatError(fault, fault.toJSON(), context, log)),
  });
  return {
    requestDidStart: async ({ request: { http } }) => {
      const wants = (header: string) => http?.headers.get(header) === '1';
      const tallies = new Tallies();
      let reservation: Reservation | undefined;
      let priced: Priced | undefined;
      let readFor = 0;
      let shares: readonly Share[] = [];
      return {
        didResolveOperation: async ({ document, request, contextValue, operation, operationName }) => {
          const variables = request.variables ?? {};
          const begun = performance.now();
          const isFaulty = faultsOf(schema, document).length > 0;
          // What is refused may have taken long to read as well.
          readFor += performance.now() - begun;
          if (!operation || isFaulty) return;
          const preflight = http?.headers.get('lianxin-preflight');
          // Whoever asks for the price in a way of their own must not have it done.
          if (preflight !== undefined && preflight !== '1') throw refused(new Refusal('BAD_QUERY', 'badPreflight'));
          if (operation.operation === 'subscription') throw refused(new Refusal('BAD_QUERY', 'subscriptionsElsewhere'));
          const cost = costOf(schema, document, operation);
          if (isLarge() && !cost.asksOnly(fileMutations)) throw tooLarge();
          shares = sharesOf(contextValue.actor, cost, variables);
          requireAffordable(cost, variables);
          contextValue.personalReadings.begin(operationName, purposeOf(schema, operation, variables));
          readFor = performance.now() - begun;
          if (wants('lianxin-preflight')) priced = await admission.tell(shares, cost.heaviest(variables));
          else reservation = await admission.reserve(shares);
        },
        responseForOperation: async ({ document, request, contextValue }) => {
          const faults = faultsOf(schema, document);
          if (faults.length > 0) return answer(faultsIn(contextValue, faults), 400);
          if (priced) return answer({ data: null, extensions: { cost: priced.told } });
          const run = async () => {
            const begun = performance.now();
            const operation = operations.find(document, request.operationName);
            readFor += performance.now() - begun;
            return operation?.run(contextValue, request.variables ?? {}, { tallies });
          };
          const result = await run().finally(() => reservation?.end(tallies));
          if (!result) return null;
          const { data = null, errors } = result;
          const told = errors && faultsIn(contextValue, errors);
          return answer({ ...told, data });
        },
        willSendResponse: async ({ contextValue, operationName, response: { body } }) => {
          await contextValue.end();
          if (readFor > quicklyRead) slowlyRead(contextValue, readFor);
          if (body.kind !== 'single') return;
          body.singleResult = await recorded(contextValue, body.singleResult, log);
          const { errors = [] } = body.singleResult;
          const spent = reservation?.spent() ?? priced?.spent ?? nothingOf(shares);
          if (spent.some(({ asked, used }) => used > asked))
            log.error({ operationName }, 'An operation used more points than it was estimated at');
          usage.count(contextValue.actor, contextValue.now, { spent, errors });
          const cost = reservation?.told(wants('lianxin-cost'));
          if (cost) body.singleResult.extensions = { cost };
          ended(contextValue);
        },
      };
    },
  };
}

function answer(singleResult: FormattedExecutionResult, status?: number) {
  const http = { headers: new HeaderMap(), ...(status !== undefined && { status }) };
  return { http, body: { kind: 'single' as const, singleResult } };
}

function refused(originalError: Refusal, status = 400): GraphQLError {
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status } } });
}

function tooLarge(): GraphQLError {
  return refused(
    new Refusal('LIMIT_EXCEEDED', 'bodyTooLarge', { limit: 'body', values: { most: megabytes.text } }),
    413,
  );
}
