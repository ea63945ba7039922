import { levelsOn } from '../handling/levels.ts';
import { pathOf } from '../units/path-of.ts';
import type { Timeline } from '../units/timeline.ts';

/** The levels whose units can be compared, the lowest first. */
export const comparedLevels = ['BLOCK', 'COMMITTEE', 'SERVICE_AREA'] as const;
export type ComparedLevel = (typeof comparedLevels)[number];

/**
 * The units of a level on a day under a unit, or with null in the town: villages and committees are of one level, and so is
 * a community in their place. No one of them stands under another, so that nothing counts twice. Overlays are left out.
 */
export function unitsCompared(timeline: Timeline, asOf: string, level: ComparedLevel, under: string | null): string[] {
  const states = new Map(
    [...timeline.on(asOf)].flatMap(([uuid, { kind, parent_id: parent }]) =>
      timeline.find(uuid)?.overlayId === null ? [[uuid, { uuid, kind, parent }]] : [],
    ),
  );
  const parents = new Set([...states.values()].map(({ parent }) => parent));
  const lowest = [...states.keys()].filter((unit) => !parents.has(unit)).map((unit) => pathOf(timeline, unit, asOf));
  const found = new Set<string>();
  for (const path of lowest) {
    const below = under === null ? path.length : path.indexOf(under);
    const levels = levelsOn(path.flatMap((uuid) => states.get(uuid) ?? []));
    const at = levels.find((each) => each.level === level)?.unit?.uuid;
    if (at !== undefined && path.indexOf(at) < below) found.add(at);
  }
  const above = new Set([...found].flatMap((unit) => pathOf(timeline, unit, asOf).slice(1)));
  return [...found].filter((unit) => !above.has(unit));
}
