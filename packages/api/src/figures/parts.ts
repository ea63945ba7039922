import type { CountedFacts } from '../indicators/indicator.ts';

/** What one unit adds to a count; null for what counts at the opened unit itself. */
interface Part {
  unit: string | null;
  count: number;
  total: number;
  /** Whether some of it counts for units under that one. */
  opens: boolean;
}

/** What each unit directly under a unit, or under the town, adds to a count. */
export function partsOf(counted: readonly CountedFacts[], unitUuid: string | null): Part[] {
  const parts = new Map<string | null, Part>();
  for (const { path, count, total } of counted) {
    const below = unitUuid === null ? path.length : path.indexOf(unitUuid);
    const unit = path[below - 1] ?? null;
    const part = parts.get(unit) ?? { unit, count: 0, total: 0, opens: false };
    part.count += count;
    part.total += total;
    part.opens ||= below > 1;
    parts.set(unit, part);
  }
  return [...parts.values()];
}
