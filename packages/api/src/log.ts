import { pino } from 'pino';
import type { Config } from './config.ts';

/** The process's log: JSON lines on the error output, without request bodies, variables or tokens. */
export function makeLog(level: Config['logLevel']) {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
