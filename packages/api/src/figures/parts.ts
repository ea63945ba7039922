import { type CountedFacts } from './count-facts.ts';

/** What each unit directly under a unit, or under the town, adds to a count; null for what counts at itself. */
export function partsOf({ unitUuid, counted }: { unitUuid: string | null; counted: readonly CountedFacts[] }) {
  const parts = new Map<string | null, number>();
  for (const { path, count } of counted) {
    const below = unitUuid === null ? path.length : path.indexOf(unitUuid);
    const unit = path[below - 1] ?? null;
    parts.set(unit, (parts.get(unit) ?? 0) + count);
  }
  return [...parts].map(([unit, count]) => ({ unit, count })).sort((a, b) => b.count - a.count);
}
