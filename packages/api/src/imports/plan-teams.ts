import { newId } from '../db/new-id.ts';
import { holdsOn, stateOn } from '../db/versions.ts';
import type { TeamLine } from '../teams/team-lines.ts';
import type { Timeline } from '../units/timeline.ts';
import type { Faults } from './faults.ts';
import type { TeamRow } from './row.ts';

/** A team of the town or of the file. */
export interface TeamNode {
  uuid: string;
  block: string;
  name: string;
  /** Its life. */
  from: string;
  to: string | null;
  /** The row that describes it; null for a team of the town that no row has described so far. */
  row: number | null;
  opens: boolean;
  fault: boolean;
}

/** Teams by block and name. */
export type TeamIndex = Map<string, TeamNode>;

/** Under what a team is found in the index: its block and its name. */
export function teamKey(block: string, name: string): string {
  return `${block} ${name}`;
}

/** Finds out which rows form teams and which describe teams that are there, on the timeline with the units of the file. */
export function planTeams(
  rows: readonly TeamRow[],
  lines: readonly TeamLine[],
  timeline: Timeline,
  faults: Faults,
  day: string,
): TeamIndex {
  const index: TeamIndex = new Map();
  for (const { uuid, versions } of lines) {
    const state = stateOn(versions, day);
    if (!state) continue;
    const life = { from: versions[0]?.from ?? day, to: versions.at(-1)?.to ?? null };
    const block = state.block_id;
    index.set(teamKey(block, state.name), {
      uuid,
      block,
      name: state.name,
      ...life,
      row: null,
      opens: false,
      fault: false,
    });
  }
  const later = laterNames(lines);
  for (const row of rows) {
    const node = faults.parentOf(row, (each) => each.kind === 'BLOCK');
    if (!node) continue;
    if (node.uuid === null || node.kind !== 'BLOCK') {
      faults.add(row, 'parent', 'notABlock');
      faults.unplace(row);
      continue;
    }
    const key = teamKey(node.uuid, row.name);
    const known = index.get(key);
    if (known) {
      if (known.row !== null) faults.add(row, 'name', 'rowTwice', { row: known.row });
      else faults.recognise(row, known.from);
      known.row ??= row.row;
      continue;
    }
    const from = row.from ?? day;
    requireUnit(row, timeline, node.uuid, from, faults);
    const date = timeline.noBlockFrom(node.uuid, from);
    if (date !== undefined) faults.add(row, 'parent', 'noBlockFrom', { unit: node.name, date });
    const taken = later.get(key)?.some((period) => period.to === null || period.to > from);
    if (taken) faults.add(row, 'name', 'nameTaken');
    const team = { uuid: newId(), block: node.uuid, name: row.name, from, to: null };
    index.set(key, { ...team, row: row.row, opens: true, fault: faults.has(row.row) });
  }
  return index;
}

/** Notes that a unit is not there from a day on, or does not last. */
export function requireUnit(
  row: { row: number; from: string | null },
  timeline: Timeline,
  unit: string,
  from: string,
  faults: Faults,
): void {
  const life = timeline.lifeOf(unit);
  if (!life || life.to !== null) faults.add(row, 'parent', 'unitClosed');
  else if (!holdsOn(life, from)) faults.add(row, 'from', 'dateBeforeBeginning', { date: life.from });
}

/** The periods of each name in each block. */
function laterNames(lines: readonly TeamLine[]): Map<string, { to: string | null }[]> {
  const names = new Map<string, { to: string | null }[]>();
  for (const { versions } of lines) {
    for (const { state, to } of versions) {
      const key = teamKey(state.block_id, state.name);
      names.set(key, [...(names.get(key) ?? []), { to }]);
    }
  }
  return names;
}
