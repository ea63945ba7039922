import type { Compared } from './compare.ts';

/** One line of the table. */
export interface Line extends Compared {
  what: string;
  bound: number;
}

const header = ['', 'ms', '→ ms', 'times', 'of it SQL, ms', '→ ms', 'statements', '→', 'at most'];

/** The comparisons as a table in Markdown, in milliseconds. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ what, base, other, ratio, bound }) => [
    what,
    base.all.toFixed(1),
    other.all.toFixed(1),
    ratio > bound ? `**${ratio.toFixed(2)}**` : ratio.toFixed(2),
    base.database.toFixed(1),
    other.database.toFixed(1),
    base.statements.toFixed(0),
    other.statements.toFixed(0),
    bound.toFixed(1),
  ]);
  return markdown(header, rows);
}

/** A table in Markdown, its first column of words and all others of numbers. */
export function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
