import { beginningOf, dayAfter, dayOf } from '../today.ts';

/** The district of the sandbox 试用: of a code that no division of Shanghai has. */
export const sandboxDistrict = { code: '319900', name: '沙箱区' };

/**
 * The towns of the sandbox: of no register, with invented data that begin anew each night. Those that consent let every application
 * have all that it asks for; the other never does, so that a developer sees what that is like.
 */
export const sandboxTowns = [
  { code: '319900001', name: '试用一镇', consents: true },
  { code: '319900002', name: '试用二镇', consents: true },
  { code: '319900003', name: '试用三镇', consents: false },
] as const;

/** When the sandbox begins anew each day, in Asia/Shanghai. */
export const nightly = { hours: '3', minutes: '30' };

/** The next moment, after another, at which the sandbox begins anew. */
export function nextNight(now: Date): Date {
  const today = dayOf(now);
  const [next] = [today, dayAfter(today)]
    .map(
      (day) => new Date(beginningOf(day).getTime() + (Number(nightly.hours) * 60 + Number(nightly.minutes)) * 60_000),
    )
    .filter((night) => night > now);
  return next ?? now;
}
