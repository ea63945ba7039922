import { type ParsedCronItem, parseCronItem, parseCronItems, type TimestampDigest } from 'graphile-worker';
import type { Planned } from './task.ts';

/** Hours by which Asia/Shanghai is ahead of UTC, without summer time since 1991. */
const ahead = 8;

/**
 * The crontab of the planned tasks that have times. A time that passed while no process ran is left out. One round is
 * done at a time; the next takes the place of one that waits to be tried again.
 */
export function crontab(planned: readonly Planned[]): ParsedCronItem[] {
  return parseCronItems(
    planned.flatMap(({ task: { name }, minutes, hours = '*', days = '*' }) => {
      if (minutes === undefined) return [];
      const { match } = parseCronItem({ task: name, match: `${minutes} ${hours} * * ${days}` });
      const inShanghai = (digest: TimestampDigest) => match(shifted(digest));
      return [
        { task: name, match: inShanghai, identifier: name, options: { queueName: name, jobKey: `every ${name}` } },
      ];
    }),
  );
}

function shifted(digest: TimestampDigest): TimestampDigest {
  const hour = digest.hour + ahead;
  return hour < 24 ? { ...digest, hour } : { ...digest, hour: hour - 24, dow: (digest.dow + 1) % 7 };
}
