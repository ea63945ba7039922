/** What can be booked twice. */
export const doubleBookingKinds = ['PERSON', 'TELEPHONE'] as const;
export type DoubleBookingKind = (typeof doubleBookingKinds)[number];

/** From a moment to another. */
export interface Span {
  from: Date;
  to: Date;
}

/** A duty, as far as it matters with which others it goes together. */
export interface Shift extends Span {
  hotlineUuid: string;
  personUuid: string;
  telephone: string | null;
}

/** Two duties that do not go together, and when. */
export interface Clash<Duty extends Shift> extends Span {
  kind: DoubleBookingKind;
  duties: [Duty, Duty];
}

/** Milliseconds. */
export const hour = 3_600_000;

/** Shanghai is so many hours ahead of UTC, without summer time since 1991. */
const ahead = 8;

/** The hours of a span at which a hotline is to be answered and none of the duties is, joined where they follow each other. */
export function gapsIn(
  { from, to }: Span,
  { opensAt, closesAt }: { opensAt: number; closesAt: number },
  duties: readonly Span[],
): Span[] {
  const gaps: Span[] = [];
  for (let at = from.getTime(); at < to.getTime(); at += hour) {
    const ofDay = (at / hour + ahead) % 24;
    const open = ofDay >= opensAt && ofDay < closesAt;
    if (!open || duties.some((duty) => duty.from.getTime() <= at && duty.to.getTime() > at)) continue;
    const last = gaps.at(-1);
    if (last?.to.getTime() === at) last.to = new Date(at + hour);
    else gaps.push({ from: new Date(at), to: new Date(at + hour) });
  }
  return gaps;
}

/** Of all duties of a town, pairs that do not go together of which one at least is of the hotline, by when they begin. */
export function clashesOf<Duty extends Shift>(all: readonly Duty[], hotline: string): Clash<Duty>[] {
  const sorted = [...all].sort((a, b) => a.from.getTime() - b.from.getTime());
  return sorted.flatMap((one, index) => {
    const clashes: Clash<Duty>[] = [];
    for (const other of sorted.slice(index + 1)) {
      if (other.from >= one.to) break;
      const kind = kindOf(one, other);
      if (kind === undefined || (one.hotlineUuid !== hotline && other.hotlineUuid !== hotline)) continue;
      const to = new Date(Math.min(one.to.getTime(), other.to.getTime()));
      clashes.push({ kind, from: other.from, to, duties: [one, other] });
    }
    return clashes;
  });
}

/** What two duties at one time book twice. */
function kindOf(one: Shift, other: Shift): DoubleBookingKind | undefined {
  if (one.personUuid === other.personUuid) return 'PERSON';
  const sameNumber = one.telephone !== null && one.telephone === other.telephone;
  return sameNumber && one.hotlineUuid === other.hotlineUuid ? 'TELEPHONE' : undefined;
}
