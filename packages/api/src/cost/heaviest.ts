import type { FieldNode } from 'graphql';
import type { Estimating, Sized } from './estimate.ts';
import type { Form, FormField } from './form.ts';

/** The part of an operation that costs most. */
export interface Heaviest {
  /** What the answer calls the fields that lead to it, from the outermost inwards. */
  path: readonly string[];
  node: FieldNode | undefined;
  /** What it costs at the most, in points. */
  points: number;
}

/** Finds the part of an operation that costs most: the innermost field that more than half of what is around it goes into. */
export function heaviestOf(estimating: Estimating, form: Form): Heaviest {
  const path: string[] = [];
  let node: FieldNode | undefined;
  let least = 0;
  let points = 0;
  for (let within: Within | undefined = { form, sized: undefined, objects: 1 }; within; ) {
    const found = costliest(estimating, within);
    if (!found || found.cost < least) break;
    path.push(found.field.name);
    node = found.field.node;
    points = found.cost;
    least = points / 2;
    within = belowOf(estimating, within, found.field);
  }
  return { path, node, points };
}

/** What is asked of so many objects. */
interface Within {
  form: Form;
  sized: Sized | undefined;
  objects: number;
}

function costliest(
  estimating: Estimating,
  { form, sized, objects }: Within,
): { field: FormField; cost: number } | undefined {
  let costliest: { field: FormField; cost: number } | undefined;
  for (const field of fieldsOf(estimating, form)) {
    const { each, once } = estimating.costOfField(field, sized);
    const cost = objects * each + once;
    if (!costliest || cost > costliest.cost) costliest = { field, cost };
  }
  return costliest;
}

function belowOf(estimating: Estimating, { sized, objects }: Within, field: FormField): Within | undefined {
  const { each, spare } = estimating.entriesOf(field, sized);
  return field.below && { form: field.below, sized: estimating.sizedBy(field), objects: objects * each + spare };
}

/** The fields of a form, with those of its fragments. */
function fieldsOf(estimating: Estimating, form: Form, seen = new Set<Form>()): FormField[] {
  if (seen.has(form)) return [];
  seen.add(form);
  return [
    ...form.fields.filter((field) => estimating.isAsked(field)),
    ...[...form.shared, ...form.narrowed]
      .filter((part) => estimating.isAsked(part))
      .flatMap((part) => fieldsOf(estimating, part.form, seen)),
  ];
}
