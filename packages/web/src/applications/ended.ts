interface Dated {
  grantedAt: string;
  validTo: string | null;
  endedAt: string | null;
  town: { code: string };
}

/** Why a consent holds no more; `ENDED` where what is known does not tell whether it was withdrawn or replaced. */
export type WhyEnded = 'REPLACED' | 'WITHDRAWN' | 'ENDED' | 'RUN_OUT' | 'OUT_OF_USE';

/**
 * Why a consent to an application holds no more. `others` are the consents to it that are known, `areAll` says whether these are all that
 * could have taken its place. The one that takes its place is granted at the moment at which it ends.
 */
export function whyEnded(
  { endedAt, validTo, town }: Dated,
  { others, areAll, today }: { others: readonly Dated[]; areAll: boolean; today: string },
): WhyEnded {
  if (endedAt !== null) {
    if (others.some((other) => other.town.code === town.code && other.grantedAt === endedAt)) return 'REPLACED';
    return areAll ? 'WITHDRAWN' : 'ENDED';
  }
  return validTo !== null && validTo <= today ? 'RUN_OUT' : 'OUT_OF_USE';
}
