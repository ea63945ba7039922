import type { Enactment } from './enactment.ts';
import type { StepOf } from './step.ts';

/** Lets units become one: what they hold goes to the heir, and they end. */
export function merge(enactment: Enactment, { units, into, designated, officers }: StepOf<'MERGE'>): void {
  if (!enactment.requireTaking(into, 'into')) return;
  const ending = units.filter((unit) => unit !== into);
  if (ending.length === 0) {
    enactment.report('ERROR', 'nothingToMerge', 'units', [into]);
    return;
  }
  const first = designated ?? units[0];
  if (!ending.every((unit) => enactment.requireEnding(unit, 'units'))) return;
  for (const unit of ending) {
    handOver(enactment, unit, into);
    enactment.follow(unit, into, officers);
    enactment.lineage.push({ predecessor: unit, successor: into, heir: true, designated: unit === first });
    enactment.end(unit);
  }
  enactment.touch(into);
}

/** Lets a unit become several: each part takes what is named for it, the heir the rest. */
export function split(enactment: Enactment, { unit, parts, heir, officers }: StepOf<'SPLIT'>): void {
  if (!parts.some((part) => part.unit === heir)) {
    enactment.report('ERROR', 'heirIsNoPart', 'heir', [heir]);
    return;
  }
  const units = parts.map((part) => part.unit);
  if (units.includes(unit)) {
    enactment.report('ERROR', 'partIsItself', 'into', [unit]);
    return;
  }
  const twice = units.find((part, index) => units.indexOf(part) < index);
  if (twice !== undefined) {
    enactment.report('ERROR', 'partTwice', 'into', [twice]);
    return;
  }
  if (!enactment.requireEnding(unit, 'unit')) return;
  if (!parts.every((part) => enactment.requireTaking(part.unit, 'into'))) return;
  for (const part of parts) {
    const children = enactment.childrenOf(unit);
    for (const child of part.units) {
      if (children.includes(child)) enactment.rehang(child, unit, part.unit);
      else enactment.report('ERROR', 'notUnderUnit', 'into', [child], { unit: enactment.nameOf(unit) });
    }
    const teams = enactment.teamsOf(unit);
    for (const id of part.teams) {
      const team = teams.find((each) => each.uuid === id);
      if (team) enactment.reassign(team, unit, part.unit);
      else enactment.report('ERROR', 'notUnderUnit', 'into', [unit], { unit: enactment.nameOf(unit) });
    }
    reportStrays(enactment, enactment.households.move(part.households, unit, part.unit), unit, 'into');
    enactment.lineage.push({ predecessor: unit, successor: part.unit, heir: part.unit === heir, designated: true });
    enactment.touch(part.unit);
  }
  handOver(enactment, unit, heir);
  enactment.follow(unit, heir, officers);
  enactment.end(unit);
}

/** Closes a unit: what it holds goes to its heir; without one nothing may be left on it. */
export function close(enactment: Enactment, { unit, heir, officers }: StepOf<'CLOSE'>): void {
  if (heir === unit) {
    enactment.report('ERROR', 'heirIsItself', 'heir', [unit]);
    return;
  }
  if (heir !== null && !enactment.requireTaking(heir, 'heir')) return;
  if (!enactment.requireStanding(unit, 'unit')) return;
  const left = heir === null ? enactment.childrenOf(unit).length + enactment.teamsOf(unit).length : 0;
  if (left > 0) {
    enactment.report('ERROR', 'unitHasChildren', 'unit', [unit], { unit: enactment.nameOf(unit), count: left });
    return;
  }
  if (!enactment.requireEnding(unit, 'unit')) return;
  if (heir !== null) {
    handOver(enactment, unit, heir);
    enactment.touch(heir);
  }
  // What is tied to nothing goes on with what the unit stood under.
  const successor = heir ?? enactment.timeline.stateOn(unit, enactment.day)?.parent_id ?? null;
  enactment.follow(unit, heir, officers);
  // What is closed on its first day, by itself, was never there.
  if (heir !== null || enactment.timeline.lifeOf(unit)?.from !== enactment.day) {
    enactment.lineage.push({ predecessor: unit, successor, heir: true, designated: false });
  }
  enactment.end(unit);
}

/** Moves households from one block to another of its partition. */
export function transferHouseholds(enactment: Enactment, step: StepOf<'TRANSFER_HOUSEHOLDS'>): void {
  const { from, to, households } = step;
  if (from === to) {
    enactment.report('ERROR', 'transferToItself', 'to', [to]);
    return;
  }
  for (const [block, about] of [
    [from, 'from'],
    [to, 'to'],
  ] as const) {
    if (!enactment.requireTaking(block, about)) return;
    if (enactment.timeline.stateOn(block, enactment.day)?.kind !== 'BLOCK') {
      enactment.report('ERROR', 'notABlock', about, [block], { unit: enactment.nameOf(block) });
      return;
    }
  }
  if (!samePartition(enactment, from, to)) {
    enactment.report('ERROR', 'otherPartition', 'to', [from, to]);
    return;
  }
  const many = households === null ? enactment.households.present(from) : households.length;
  if (many === 0) {
    enactment.report('WARNING', 'nothingChanges', 'from', [from], { unit: enactment.nameOf(from) });
    return;
  }
  if (households === null) enactment.households.moveAll(from, to);
  else reportStrays(enactment, enactment.households.move(households, from, to), from, 'households');
  enactment.lineage.push({ predecessor: from, successor: to, heir: false, designated: false });
  enactment.touch(from, to);
}

function handOver(enactment: Enactment, from: string, to: string): void {
  const above = enactment.timeline.stateOn(from, enactment.day)?.parent_id ?? null;
  for (const child of enactment.childrenOf(from)) enactment.rehang(child, from, child === to ? above : to);
  for (const team of enactment.teamsOf(from)) enactment.reassign(team, from, to);
  if (enactment.households.held(from) > 0 && !samePartition(enactment, from, to)) {
    enactment.report('ERROR', 'otherPartition', 'into', [from, to]);
  }
  enactment.households.inherit(from, to);
}

function samePartition({ timeline }: Enactment, a: string, b: string): boolean {
  return timeline.find(a)?.overlayId === timeline.find(b)?.overlayId;
}

function reportStrays(enactment: Enactment, strays: string[], block: string, about: string): void {
  if (strays.length === 0) return;
  const values = { unit: enactment.nameOf(block), count: strays.length };
  enactment.report('ERROR', 'householdsElsewhere', about, [block], values);
}
