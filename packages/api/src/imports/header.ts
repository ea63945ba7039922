import { badInput } from '../errors.ts';

/**
 * In which place each column of a file is. `headers` holds the names that each may have, the first of which is told;
 * those of `needed` must be there.
 * Errors: BAD_INPUT on input.content where the first row names one that is not known, or one twice, or leaves out needed ones.
 */
export function readHeader<Column extends string>(
  cells: readonly string[],
  headers: Record<Column, readonly string[]>,
  needed: readonly NoInfer<Column>[],
): Map<Column, number> {
  const columns = Object.keys(headers) as Column[];
  const places = new Map<Column, number>();
  const known = columns.map((column) => headers[column][0]).join('、');
  for (const [place, cell] of cells.entries()) {
    const name = cell.normalize('NFKC').trim().toLowerCase();
    if (name === '') continue;
    const column = columns.find((each) => headers[each].includes(name));
    if (!column || places.has(column)) {
      if (places.size === 0) break;
      throw badInput('input.content', 'fileColumn', { column: name.slice(0, 40), columns: known });
    }
    places.set(column, place);
  }
  if (needed.some((column) => !places.has(column))) {
    const missing = needed.map((column) => headers[column][0]).join('、');
    throw badInput('input.content', 'fileColumns', { columns: missing });
  }
  return places;
}
