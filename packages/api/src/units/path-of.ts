import type { Timeline } from './timeline.ts';

/** The units above one on a day with itself, the nearest first. */
export function pathOf(timeline: Timeline, unit: string | null, day: string): string[] {
  const path: string[] = [];
  let at = unit;
  while (at !== null && !path.includes(at)) {
    path.push(at);
    at = timeline.stateOn(at, day)?.parent_id ?? null;
  }
  return path;
}
