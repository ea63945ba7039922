import { gapsIn, overlapOf, setFrom } from '../db/versions.ts';
import { isBlock, type UnitState } from '../units/timeline.ts';
import { type TreeFault, treeFaults } from '../units/tree-rules.ts';
import { Enactment } from './enactment.ts';
import { close, merge, split, transferHouseholds } from './inherit.ts';
import type { Step, StepOf } from './step.ts';
import type { TownState } from './town-state.ts';

/** Works out what steps make of a town, one after the other, and checks what comes out. Writes nothing. */
export function enact(state: TownState, steps: readonly Step[]): Enactment {
  const enactment = new Enactment(state);
  for (const [index, step] of steps.entries()) {
    enactment.step = index;
    take(enactment, step);
  }
  // A tree that was at fault before a step failed would only be blamed for that.
  if (enactment.problems.every((problem) => problem.severity !== 'ERROR')) {
    checkTree(enactment);
    warnOfTwoHeads(enactment);
  }
  return enactment;
}

function take(enactment: Enactment, step: Step): void {
  if (step.verb === 'OPEN') open(enactment, step);
  else if (step.verb === 'BEGIN_EARLIER') beginEarlier(enactment, step.unit);
  else if (step.verb === 'MOVE') move(enactment, step);
  else if (step.verb === 'MERGE') merge(enactment, step);
  else if (step.verb === 'SPLIT') split(enactment, step);
  else if (step.verb === 'CLOSE') close(enactment, step);
  else if (step.verb === 'TRANSFER_HOUSEHOLDS') transferHouseholds(enactment, step);
  else revise(enactment, step.unit, patchOf(step));
}

/** What a step that revises one unit changes of it. */
function patchOf(step: StepOf<'RENAME' | 'CHANGE_KIND' | 'FOUND'>): Partial<UnitState> {
  return {
    ...(step.name === undefined ? {} : { name: step.name }),
    ...(step.verb === 'RENAME' && step.code !== undefined ? { code: step.code } : {}),
    ...(step.verb === 'CHANGE_KIND' ? { kind: step.kind } : {}),
    ...(step.verb === 'FOUND' ? { status: 'ACTIVE' } : {}),
  };
}

function open(enactment: Enactment, step: StepOf<'OPEN'>): void {
  const { unit: uuid, name, code, kind, status, parent, overlay } = step;
  if (parent !== null && !enactment.requireStanding(parent, 'parent')) return;
  const state = { name, code, kind, status, parent_id: parent };
  enactment.timeline.put({
    uuid,
    overlayId: overlay,
    version: 0,
    versions: [{ from: enactment.day, to: null, state }],
  });
  enactment.touch(uuid);
}

function beginEarlier(enactment: Enactment, unit: string): void {
  const life = enactment.timeline.lifeOf(unit);
  if (!life) {
    enactment.report('ERROR', 'unitClosed', 'unit', [unit], { unit: enactment.nameOf(unit) });
    return;
  }
  if (life.from <= enactment.day) {
    const values = { unit: enactment.nameOf(unit), date: life.from };
    enactment.report('ERROR', 'beganBefore', 'unit', [unit], values);
    return;
  }
  enactment.timeline.revise(unit, ([first, ...rest]) =>
    first ? [{ from: enactment.day, to: first.to, state: first.state }, ...rest] : [],
  );
  enactment.touch(unit);
}

function move(enactment: Enactment, { units, parent }: StepOf<'MOVE'>): void {
  if (parent !== null && !enactment.requireStanding(parent, 'parent')) return;
  for (const unit of units) {
    if (enactment.requireMovable(unit, 'units')) revise(enactment, unit, { parent_id: parent }, 'units');
  }
}

function revise(enactment: Enactment, unit: string, patch: Partial<UnitState>, about = 'unit'): void {
  if (!enactment.requireStanding(unit, about)) return;
  const present: Readonly<UnitState> | undefined = enactment.timeline.stateOn(unit, enactment.day);
  const next = { ...present, ...patch };
  if (JSON.stringify(next) === JSON.stringify(present)) {
    enactment.report('WARNING', 'nothingChanges', about, [unit], { unit: enactment.nameOf(unit) });
    return;
  }
  enactment.timeline.revise(unit, (versions) => setFrom(versions, enactment.day, patch));
  enactment.touch(unit);
}

/** Which member of a step's input a fault of the tree is about. */
const aboutOf = {
  parentMissing: 'parent',
  circle: 'parent',
  kindNotAllowed: 'kind',
  nameTaken: 'name',
  codeTaken: 'code',
  overlayNeedsBlock: 'overlay',
  overlayNotBegun: 'overlay',
  overlayClosed: 'overlay',
} as const satisfies Record<TreeFault['rule'], string>;

/** Checks the tree from the day on, that teams and households stand on blocks, and that no two teams there share a name. */
function checkTree(enactment: Enactment): void {
  const { timeline, day, changed, state } = enactment;
  for (const fault of treeFaults(timeline, day, new Set(changed.keys()), state)) {
    const other = fault.other === null ? undefined : fault.other;
    enactment.step = changed.get(fault.unit) ?? changed.get(other ?? '') ?? 0;
    enactment.report('ERROR', fault.rule, aboutOf[fault.rule], [fault.unit, ...(other ? [other] : [])], {
      unit: enactment.nameOf(fault.unit),
      other: other ? enactment.nameOf(other) : '',
      date: fault.day,
    });
  }
  const holding = enactment.holding;
  for (const [unit, step] of changed) {
    if (!holding.has(unit)) continue;
    enactment.step = step;
    const gaps = gapsIn(timeline.find(unit)?.versions ?? [], day, isBlock);
    const values = { unit: enactment.nameOf(unit) };
    const teams = [...enactment.teams.values()].filter((team) =>
      team.versions.some((each) => each.state.block_id === unit && gaps.some((gap) => overlapOf(each, gap))),
    ).length;
    if (teams > 0) enactment.report('ERROR', 'teamsWithoutBlock', 'unit', [unit], { ...values, count: teams });
    if (hasNamesakes(enactment, unit)) enactment.report('ERROR', 'nameTaken', 'name', [unit]);
    const households = enactment.households.held(unit, gaps);
    if (households > 0) {
      // How many is no application's to know that may not read them, and whoever asks is not known here.
      enactment.report('ERROR', 'householdsWithoutBlock', 'unit', [unit], values);
    }
  }
}

/** Warns where a unit comes to have two Party secretaries or two directors: one of them has to be ended by hand. */
function warnOfTwoHeads(enactment: Enactment): void {
  for (const [unit, step] of enactment.changed) {
    enactment.step = step;
    for (const title of ['PARTY_SECRETARY', 'DIRECTOR'] as const) {
      const heads = enactment.posts.filter(
        (post) =>
          post.goesTo === unit && post.title === title && post.goesOn.some(({ from }) => from === enactment.day),
      );
      if (new Set(heads.map(({ person }) => person)).size < 2 || heads.every((post) => post.unit === unit)) continue;
      const message = title === 'DIRECTOR' ? 'twoDirectors' : 'twoSecretaries';
      enactment.report('WARNING', message, 'officers', [unit], { unit: enactment.nameOf(unit) });
    }
  }
}

/** Whether a team that was brought to a block has, on some day, the name of another there. */
function hasNamesakes(enactment: Enactment, block: string): boolean {
  const before = new Set(enactment.state.teams.map(({ versions }) => versions));
  const here = enactment
    .teamsOf(block)
    .flatMap(({ uuid, versions }) => versions.map((version) => ({ uuid, brought: !before.has(versions), ...version })))
    .filter(({ state, to }) => state.block_id === block && (to === null || to > enactment.day));
  const byName = Map.groupBy(here, ({ state }) => state.name);
  return [...byName.values()].some((named) =>
    named.some((one) => one.brought && named.some((other) => other.uuid !== one.uuid && overlapOf(one, other))),
  );
}
