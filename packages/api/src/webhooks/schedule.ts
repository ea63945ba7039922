const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long after each failed attempt the next one comes, in milliseconds: ten attempts over three days. */
const waits = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];

/** How much later or earlier an attempt may come, as a part of the wait: not all at once after an outage. */
const spread = 0.1;

/** How long nothing has got through when an endpoint is disabled, in milliseconds. */
export const longestFailing = 5 * 24 * hour;

/** How long after its so-many-th attempt has failed a delivery is tried again, in milliseconds; undefined where it is given up. */
export function waitAfter(attempts: number, random = Math.random()): number | undefined {
  const wait = waits[attempts - 1];
  return wait === undefined ? undefined : Math.round(wait * (1 + spread * (2 * random - 1)));
}
