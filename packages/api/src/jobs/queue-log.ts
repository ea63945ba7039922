import { Logger } from 'graphile-worker';
import type { Logger as Log } from 'pino';

/** Lets the queue say what it has to say into the process's log, without what its jobs are about. */
export function queueLog(log: Log): Logger {
  return new Logger(() => (level, message, details) => {
    const [line] = message.split('\n', 1);
    if (level === 'error') log.error({ err: details?.error }, line);
    else if (level === 'warning') log.warn(line);
    else log.debug(line);
  });
}
