import { getNamedType, isObjectType } from 'graphql';
import type { Executable, Field } from '../compiled/planning.ts';
import type { Run } from '../compiled/run.ts';

/**
 * Counts what is written already of a field, as if its objects were resolved one by one. False, with nothing counted, where a list has
 * more entries than it may.
 */
export function tallyWritten(run: Run, field: Field, text: string): boolean {
  const found: Found = { points: 0, lists: [], fields: new Set() };
  look(found, field, JSON.parse(text));
  if (!found.lists.every(([list, entries]) => list.place === undefined || run.tally.holds(run, list.place, entries))) {
    return false;
  }
  for (const { place } of found.fields) if (place) run.tally.begin(place);
  run.tally.used += found.points;
  return true;
}

interface Found {
  points: number;
  lists: [Field, number][];
  fields: Set<Field>;
}

function look(found: Found, field: Field, value: unknown): void {
  found.fields.add(field);
  const type = getNamedType(field.definition.type);
  if (value === null || !isObjectType(type)) return;
  const plan = field.below(type);
  const objects: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (Array.isArray(value)) found.lists.push([field, value.length]);
  for (const object of objects) lookInto(found, plan, object);
}

function lookInto(found: Found, { points, fields }: Executable, object: unknown): void {
  found.points += points;
  if (typeof object !== 'object' || object === null) return;
  for (const field of fields) if (field.place) look(found, field, Reflect.get(object, field.name));
}
