import { type DocumentNode, visit } from 'graphql';
import { readGlobalId } from '../schema/global-id.ts';

/** Longer texts are no ids. */
const longestId = 200;

/** The towns whose codes, or the ids of whose things, are among an operation's arguments and variables. */
export function townsNamed(document: DocumentNode, variables: Readonly<Record<string, unknown>>): readonly number[] {
  const towns = new Set(writtenIn(document));
  for (const text of textsIn(variables)) for (const town of townIn(text)) towns.add(town);
  return [...towns];
}

const known = new WeakMap<DocumentNode, readonly number[]>();

function writtenIn(document: DocumentNode): readonly number[] {
  const towns = known.get(document) ?? [];
  if (known.has(document)) return towns;
  const found: number[] = [];
  visit(document, { StringValue: ({ value }) => void found.push(...townIn(value)) });
  known.set(document, found);
  return found;
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* textsIn(each);
}

function townIn(text: string): readonly number[] {
  if (text.length > longestId) return [];
  if (/^\d{9}$/.test(text)) return [Number(text)];
  const town = readGlobalId(text)?.townId;
  return town === undefined ? [] : [town];
}
