import { Temporal } from 'temporal-polyfill';

/** What a spreadsheet would take for a formula at the beginning of a cell. */
const formula = /^'*[=+\-@＝＋－＠]/;

/** A cell as it is exported: one that a spreadsheet would take for a formula begins with an apostrophe. */
export function guarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** A cell without the apostrophe that keeps it from being a formula. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/** The day before the first of spreadsheets, which count 29 February 1900 as one. */
const dayZero = Temporal.PlainDate.from('1899-12-30');

/** Reads a day as people and spreadsheets write it, as `YYYY-MM-DD`; undefined where it is none. */
export function readDay(cell: string): string | undefined {
  const text = cell.normalize('NFKC').trim();
  const serial = /^(\d{5})(?:\.0+)?$/.exec(text)?.[1];
  if (serial !== undefined) return dayZero.add({ days: Number(serial) }).toString();
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?)?$/.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = parts.slice(1).map(Number);
  try {
    return Temporal.PlainDate.from(
      { year: year ?? 0, month: month ?? 0, day: day ?? 0 },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return undefined;
  }
}
