import type { RestructuringStepInput } from '../generated/graphql.ts';
import type { Step } from './restructuring.ts';

/** How steps name a unit: by its id, or by `#` and the ref of the step of the same draft that opens it. */
export function references(steps: readonly Step[]): (id: string) => string {
  const opened = new Map(
    steps.flatMap(({ verb, unit, ref }) => (verb === 'OPEN' && unit && ref ? [[unit.id, `#${ref}`]] : [])),
  );
  return (id) => opened.get(id) ?? id;
}

/**
 * The steps of a draft as `reviseDraft` takes them. What the draft itself opens is named by its ref, so that a step that
 * was undone and is done again still fits what follows it.
 */
export function inputsOf(steps: readonly Step[]): RestructuringStepInput[] {
  const name = references(steps);
  return steps.map((step) => inputOf(step, name));
}

function inputOf(step: Step, name: (id: string) => string): RestructuringStepInput {
  const all = (units: readonly { id: string }[] | null) => (units ?? []).map(({ id }) => name(id));
  const maybe = (unit: { id: string } | null) => (unit === null ? null : name(unit.id));
  const unit = maybe(step.unit) ?? '';
  const officers = step.officers ?? 'FOLLOW';
  switch (step.verb) {
    case 'OPEN':
      return {
        open: {
          ref: step.ref ?? '',
          kind: step.kind ?? 'BLOCK',
          name: step.name ?? '',
          code: step.code,
          status: step.status ?? 'ACTIVE',
          parent: maybe(step.parent),
          overlay: step.overlay,
        },
      };
    case 'RENAME':
      return { rename: { unit, name: step.name, code: step.code } };
    case 'MOVE':
      return { move: { units: all(step.units), parent: maybe(step.parent) } };
    case 'CHANGE_KIND':
      return { changeKind: { unit, kind: step.kind ?? 'BLOCK', name: step.name } };
    case 'FOUND':
      return { found: { unit, name: step.name } };
    case 'BEGIN_EARLIER':
      return { beginEarlier: { unit } };
    case 'MERGE':
      return {
        merge: {
          units: all(step.units),
          into: maybe(step.into) ?? '',
          designated: maybe(step.designated),
          officers,
        },
      };
    case 'SPLIT':
      return {
        split: {
          unit,
          into: (step.parts ?? []).map((part) => ({
            unit: name(part.unit.id),
            units: all(part.units),
            teams: [...part.teams],
            households: [...part.households],
          })),
          heir: maybe(step.heir) ?? '',
          officers,
        },
      };
    case 'CLOSE':
      return { close: { unit, heir: maybe(step.heir), officers } };
    case 'TRANSFER_HOUSEHOLDS':
      return {
        transferHouseholds: {
          from: unit,
          to: maybe(step.into) ?? '',
          households: step.households === null ? null : [...step.households],
        },
      };
  }
}

/** Whether the draft itself opens a unit, so that nothing has been recorded of it yet. */
export function opensUnit(steps: readonly Step[], id: string): boolean {
  return steps.some(({ verb, unit }) => verb === 'OPEN' && unit?.id === id);
}

/** A ref for the next unit that a draft opens, which none of its steps has yet. */
export function nextRef(steps: readonly RestructuringStepInput[]): string {
  const taken = new Set(steps.map(({ open }) => open?.ref));
  let number = taken.size;
  while (taken.has(`u${number}`)) number += 1;
  return `u${number}`;
}

/** Steps without one of them, and without those that need what it opens. */
export function withoutStep(steps: readonly RestructuringStepInput[], index: number): RestructuringStepInput[] {
  const gone = new Set<string>();
  return steps.filter((step, at) => {
    const needs = at > index && [...gone].some((ref) => JSON.stringify(step).includes(`"#${ref}"`));
    if (at !== index && !needs) return true;
    if (step.open) gone.add(step.open.ref);
    return false;
  });
}
