import { newId } from '../db/new-id.ts';
import { enact } from '../enactments/enact.ts';
import type { Enactment } from '../enactments/enactment.ts';
import type { Problem } from '../enactments/problem.ts';
import type { StepOf } from '../enactments/step.ts';
import type { TownState } from '../enactments/town-state.ts';
import { type Column, statusWords, wordFor } from './columns.ts';
import type { Faults } from './faults.ts';
import type { Present } from './present.ts';
import type { UnitRow } from './row.ts';
import type { TownIndex, UnitNode } from './town-index.ts';

/** A row that opens a unit, and its node. */
export interface Opening {
  row: UnitRow;
  node: UnitNode;
  step: StepOf<'OPEN'>;
  /** The day on which the unit opens. */
  day: string;
}

/** How often rows are gone through for parents that come later: deeper than the tree can be. */
const deepest = 20;

/** Finds out which rows open units and which describe units that are there. `day` is that of rows without one. */
export function planUnits(
  rows: readonly UnitRow[],
  present: Present,
  index: TownIndex,
  faults: Faults,
  day: string,
): Opening[] {
  const openings: Opening[] = [];
  let waiting = rows;
  for (let pass = 0; pass < deepest && waiting.length > 0; pass++) {
    const before = waiting.length;
    waiting = waiting.filter((row) => {
      if (index.find(row.parent).length === 0) return true;
      const opening = place(row, present, index, faults, day);
      if (opening) openings.push(opening);
      return false;
    });
    if (waiting.length === before) break;
  }
  for (const row of waiting) faults.missing(row);
  // A row further down may have made a path mean two units.
  for (const { row, node } of openings) {
    if (!node.fault && !faults.parentOf(row, (each) => canStand(present, row, each))) node.fault = true;
  }
  return openings;
}

function place(row: UnitRow, present: Present, index: TownIndex, faults: Faults, day: string): Opening | undefined {
  const parent = faults.parentOf(row, (node) => canStand(present, row, node));
  if (!parent) return undefined;
  const { kind, name, code } = row;
  const known = index.childrenNamed(parent, name).find((node) => node.kind === kind);
  if (known) {
    if (known.row !== null) faults.add(row, 'name', 'rowTwice', { row: known.row });
    else sameAsKnown(row, known, present, faults, day);
    known.row ??= row.row;
    return undefined;
  }
  const overlay = row.overlay === null ? null : present.overlays.find((each) => each.name === row.overlay);
  if (overlay === undefined) faults.add(row, 'overlay', 'notFound');
  const uuid = newId();
  const fault = faults.has(row.row);
  const node = index.add({ uuid, parent, kind, name, code, row: row.row, opens: true, fault });
  const status = row.status ?? 'ACTIVE';
  const step = { verb: 'OPEN' as const, unit: uuid, ref: uuid, kind, name, code, status };
  return { row, node, step: { ...step, parent: parent.uuid, overlay: overlay?.id ?? null }, day: row.from ?? day };
}

function canStand({ allowed }: Present, row: UnitRow, parent: UnitNode): boolean {
  return allowed.some(({ kind, parents }) => kind === row.kind && parents.includes(parent.kind));
}

/** An import changes nothing that is there: a row that says otherwise of it is at fault. */
function sameAsKnown(row: UnitRow, known: UnitNode, present: Present, faults: Faults, day: string): void {
  const line = present.timeline.find(known.uuid ?? '');
  const state = present.timeline.stateOn(known.uuid ?? '', day);
  if (!line || !state) return;
  if (row.code !== null && row.code !== state.code) faults.add(row, 'code', 'rowDiffers', { value: state.code ?? '' });
  if (row.status !== null && row.status !== state.status) {
    faults.add(row, 'status', 'rowDiffers', { value: wordFor(statusWords, state.status) });
  }
  const overlay = present.overlays.find((each) => each.id === line.overlayId)?.name ?? null;
  if (row.overlay !== null && row.overlay !== overlay)
    faults.add(row, 'overlay', 'rowDiffers', { value: overlay ?? '' });
  faults.recognise(row, line.versions[0]?.from ?? '');
}

/** The openings of one day, worked out. */
export interface DayOfOpenings {
  enactment: Enactment;
  steps: StepOf<'OPEN'>[];
}

/**
 * Works out the openings, day after day, on what the town is and what the days before made of it. What the checks of a
 * restructuring say becomes the fault of the row.
 */
export function enactOpenings(
  openings: readonly Opening[],
  states: readonly TownState[],
  faults: Faults,
): DayOfOpenings[] {
  const days: DayOfOpenings[] = [];
  for (const state of states) {
    const timeline = days.at(-1)?.enactment.timeline ?? state.timeline;
    const ofDay = parentsFirst(openings.filter(({ day }) => day === state.day)).filter((opening) => {
      const { row, node } = opening;
      if (!node.fault && node.parent?.fault) hangsOnFault(row, node, faults);
      return !node.fault;
    });
    const work = (some: readonly Opening[]) => {
      const steps = some.map(({ step }) => step);
      const enactment = enact({ ...state, timeline }, steps);
      for (const problem of enactment.problems) blame(problem, some, faults);
      return { enactment, steps };
    };
    const worked = work(ofDay);
    // The tree is checked only where every step can be done.
    const rest = ofDay.filter(({ node }) => !node.fault);
    days.push(worked.enactment.changed.size < ofDay.length ? work(rest) : worked);
  }
  return days;
}

const columnOf: Record<string, Column> = {
  day: 'from',
  parent: 'parent',
  kind: 'kind',
  name: 'name',
  code: 'code',
  overlay: 'overlay',
};

function blame({ severity, step, message, values, about }: Problem, openings: readonly Opening[], faults: Faults) {
  const opening = openings[step ?? -1];
  if (severity !== 'ERROR' || !opening) return;
  const { row, node } = opening;
  if (node.parent?.fault) return hangsOnFault(row, node, faults);
  faults.add(row, columnOf[about] ?? 'parent', message, values);
  node.fault = true;
}

function hangsOnFault(row: UnitRow, node: UnitNode, faults: Faults): void {
  faults.add(row, 'parent', 'rowParentAtFault', { row: node.parent?.row ?? 0 });
  node.fault = true;
}

/** Openings with every parent before what hangs on it. */
function parentsFirst(openings: readonly Opening[]): Opening[] {
  const depth = (node: UnitNode | null): number => (node ? 1 + depth(node.parent) : 0);
  return openings
    .map((opening) => ({ opening, depth: depth(opening.node) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ opening }) => opening);
}
