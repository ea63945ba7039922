import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { type FormattedExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { purposeOf } from './audit/purpose.ts';
import { recorded } from './audit/write-readings.ts';
import type { CompiledOperations } from './compiled/compiled-operation.ts';
import { Tally } from './compiled/tally.ts';
import type { Context } from './context.ts';
import { type Admission, type PriceTold, type Reservation, requireAffordable } from './cost/admission.ts';
import { faultsOf } from './cost/check-document.ts';
import { costOf } from './cost/operation-cost.ts';
import { quicklyRead } from './cost/pauses.ts';
import { townsNamed } from './cost/towns-named.ts';
import { Refusal } from './errors.ts';
import { formatError } from './schema/format-error.ts';
import type { UsageCounter } from './usage/usage-counter.ts';

interface Answering {
  schema: GraphQLSchema;
  operations: CompiledOperations;
  admission: Admission;
  usage: UsageCounter;
  log: Logger;
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
  slowlyRead,
  ended,
}: Answering): ApolloServerPlugin<Context> {
  const faultsIn = (context: Context, faults: readonly GraphQLError[]): FormattedExecutionResult => ({
    errors: faults.map((fault) => formatError(fault, fault.toJSON(), context.language, log)),
  });
  return {
    requestDidStart: async ({ request: { http } }) => {
      const wants = (header: string) => http?.headers.get(header) === '1';
      const tally = new Tally();
      let reservation: Reservation | undefined;
      let price: PriceTold | undefined;
      let readFor = 0;
      const noted = { townsNamed: (): readonly number[] => [], asked: 0 };
      return {
        didResolveOperation: async ({ document, request, contextValue, operation, operationName }) => {
          const variables = request.variables ?? {};
          noted.townsNamed = () => townsNamed(document, variables);
          const begun = performance.now();
          if (!operation || faultsOf(schema, document).length > 0) return;
          if (operation.operation === 'subscription') throw refused(new Refusal('BAD_QUERY', 'subscriptionsElsewhere'));
          const cost = costOf(schema, document, operation);
          const asked = requireAffordable(cost, variables);
          readFor += performance.now() - begun;
          const asking = { actor: contextValue.actor, asked, townsNamed: noted.townsNamed };
          if (wants('lianxin-preflight')) price = await admission.tell(asking, cost.heaviest(variables).path);
          else reservation = await admission.reserve(asking);
          noted.asked = price?.used ?? asked;
          contextValue.personalReadings.begin(operationName, purposeOf(schema, operation, variables));
        },
        responseForOperation: async ({ document, request, contextValue }) => {
          const faults = faultsOf(schema, document);
          if (faults.length > 0) return answer(faultsIn(contextValue, faults), 400);
          if (price) return answer({ data: null, extensions: { cost: price } });
          const begun = performance.now();
          const operation = operations.find(document, request.operationName);
          readFor += performance.now() - begun;
          const result = await Promise.resolve(
            operation?.run(contextValue, request.variables ?? {}, { tally }),
          ).finally(() => reservation?.end(tally.used));
          if (!result) return null;
          const { data = null, errors } = result;
          const told = errors && faultsIn(contextValue, errors);
          return answer({ ...told, data });
        },
        willSendResponse: async ({ contextValue, response: { body } }) => {
          await contextValue.end();
          if (readFor > quicklyRead) slowlyRead(contextValue, readFor);
          if (body.kind !== 'single') return;
          body.singleResult = await recorded(contextValue, body.singleResult, log);
          const { errors = [] } = body.singleResult;
          usage.count(contextValue.actor, contextValue.now, { ...noted, used: price?.used ?? tally.used, errors });
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

function refused(originalError: Refusal): GraphQLError {
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 400 } } });
}
