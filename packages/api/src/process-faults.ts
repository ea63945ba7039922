import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { Refusal } from './errors.ts';

/**
 * Decides what becomes of a process whose faults nobody has heard of.
 * A promise that is rejected unheard belongs to one operation, which was answered already and whose transactions end by themselves:
 * graphql-js leaves one where a list fails at one of its items. It is logged, and the process goes on for everybody else; a
 * refusal, which is no fault, is logged as what it is. What is thrown outside of all promises leaves things half done that
 * nobody knows of: it is logged, and `stop` ends the process in order.
 */
export function watchProcess(log: Logger, stop: () => void): void {
  process.on('unhandledRejection', (fault) => {
    const reference = randomUUID();
    if (isRefusal(fault)) log.info({ err: fault, reference }, 'A refusal was not waited for');
    else log.error({ err: fault, reference }, 'A fault was not waited for; the process goes on');
  });
  process.on('uncaughtException', (fault) => {
    log.fatal({ err: fault, reference: randomUUID() }, 'A fault was caught nowhere; the process stops');
    stop();
  });
}

function isRefusal(fault: unknown): boolean {
  return fault instanceof Refusal || (fault instanceof GraphQLError && fault.originalError instanceof Refusal);
}
