import type { Desk } from '../db/door.ts';
import type { Revision } from '../db/revise.ts';
import { gapsIn, overlapOf, type Period } from '../db/versions.ts';
import { treeRulesOf } from '../units/find-overlay.ts';
import { type Timeline, timelineOf, type UnitState, versionOf } from '../units/timeline.ts';
import type { TreeRules } from '../units/tree-rules.ts';

/** The desk's town as it is without one restructuring. */
export interface RestoredTown extends TreeRules {
  /** The timeline as it is now, and as it would be. */
  present: Timeline;
  timeline: Timeline;
  revisions: Revision<UnitState>[];
  /** The units that the restructuring opened, which would never have been there. */
  opened: string[];
}

/** Periods of units. */
export type UnitPeriods = (Period & { unit: string })[];

/** When units are there now, or such as `suits` says, and would not be any more. */
export function lostIn({ revisions }: RestoredTown, from: string, suits: (state: UnitState) => boolean): UnitPeriods {
  return revisions.flatMap(({ uuid: unit, before, after }) =>
    gapsIn(after, from, suits).flatMap((gap) =>
      before.flatMap((version) => {
        const lost = suits(version.state) ? overlapOf(version, gap) : undefined;
        return lost ? [{ unit, ...lost }] : [];
      }),
    ),
  );
}

/** Works out the desk's town without a restructuring on which nothing later depends. Writes nothing. */
export async function restoreTown(desk: Desk, restructuring: string): Promise<RestoredTown> {
  const present = await desk.load(timelineOf, desk.town);
  const rows = await desk.db
    .selectFrom('unit_version')
    .select(['id', 'unit_id', 'valid_from', 'valid_to', 'name', 'code', 'kind', 'status', 'parent_id'])
    .select(['restructuring_id', 'superseded_by_id', 'superseded_at'])
    .where('town_id', '=', desk.town)
    .where((or) => or.or([or('restructuring_id', '=', restructuring), or('superseded_by_id', '=', restructuring)]))
    .orderBy('valid_from')
    .execute();
  const timeline = present.copy();
  const opened: string[] = [];
  for (const [uuid, changed] of Map.groupBy(rows, (row) => row.unit_id)) {
    const made = new Set(changed.filter((row) => row.restructuring_id === restructuring).map((row) => row.id));
    const replaced = changed.filter((row) => row.superseded_by_id === restructuring).map(versionOf);
    const kept = (present.find(uuid)?.versions ?? []).filter(({ row }) => row === undefined || !made.has(row));
    const versions = [...kept, ...replaced].sort((a, b) => (a.from < b.from ? -1 : 1));
    if (versions.length === 0) opened.push(uuid);
    timeline.put({ uuid, overlayId: null, version: 0, ...present.find(uuid), versions });
  }
  const revisions = timeline.lines
    .map(({ uuid, versions }) => ({ uuid, before: present.find(uuid)?.versions ?? [], after: versions }))
    .filter(({ before, after }) => before !== after);
  return { present, timeline, revisions, opened, ...(await desk.load(treeRulesOf, desk.town)) };
}
