import { expect, it } from 'vitest';
import { crontab } from './crontab.ts';
import { type Planned, townTask } from './task.ts';
import { tasks } from './tasks.ts';

/** Whether a plan's only line is due at a moment, given in UTC. */
function isDue(times: Omit<Planned, 'task'>, moment: string): boolean {
  const [line] = crontab([{ task: townTask('remind', async () => {}), ...times }]);
  if (!line) throw new Error('There is no line');
  const at = new Date(moment);
  return line.match({
    min: at.getUTCMinutes(),
    hour: at.getUTCHours(),
    date: at.getUTCDate(),
    month: at.getUTCMonth() + 1,
    dow: at.getUTCDay(),
  });
}

it('times are those of Shanghai, days of the week too', () => {
  const working = { minutes: '*/5', hours: '8-17', days: '1-5' };
  // Friday 2026-11-27 and Saturday after it.
  const due = ['2026-11-27T00:00Z', '2026-11-27T09:55Z', '2026-11-26T23:59Z', '2026-11-27T10:00Z', '2026-11-28T01:00Z'];
  expect(due.map((moment) => isDue(working, moment))).toEqual([true, true, false, false, false]);
  const mondays = { minutes: '30', hours: '0', days: '1' };
  expect(['2026-11-29T16:30Z', '2026-11-30T16:30Z'].map((moment) => isDue(mondays, moment))).toEqual([true, false]);
  expect(isDue({ minutes: '17' }, '2026-11-27T19:17Z')).toBe(true);
});

it('every task has a name of its own and times that there are', () => {
  const names = tasks.map(({ task }) => task.name);
  expect(new Set(names).size).toBe(names.length);
  expect(crontab(tasks).map((line) => line.task)).toEqual(
    tasks.filter(({ minutes }) => minutes !== undefined).map(({ task }) => task.name),
  );
  expect(() => isDue({ minutes: '61' }, '2026-11-27T00:00Z')).toThrow();
});
