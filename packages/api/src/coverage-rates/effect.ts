import { ratesOf } from './count-coverage.ts';
import type { CountedOrganization } from './coverage-rates.type.ts';
import { columns } from './rates.ts';
import type { Remedy } from './remedies.ts';

/** The rates of organisations once a remedy of one of them is taken. */
export function ratesAfter(
  counted: readonly CountedOrganization[],
  organization: string,
  { raises, together }: Remedy,
): ReturnType<typeof ratesOf> {
  const mended = new Set([organization, ...together]);
  const gained = Object.fromEntries(raises.map((rate) => [columns[rate], true]));
  return ratesOf(counted.map(({ organization: each }) => (mended.has(each.id) ? { ...each, ...gained } : each)));
}
