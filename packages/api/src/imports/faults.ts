import type { Column } from './columns.ts';
import { pathKey, type Segment } from './path.ts';
import type { ReadRows, Row, RowError } from './row.ts';
import type { TownIndex, UnitNode } from './town-index.ts';

/** Collects what is wrong with the rows of a file, and says of what hangs on a row at fault only that. */
export class Faults {
  readonly #errors: RowError[];
  readonly #rows: Set<number>;
  /** Which columns of which rows are at fault. */
  readonly #cells: Set<string>;
  /** Rows that describe what is there already. */
  readonly #known: number[] = [];
  /** Rows at fault that have no place in the index, by the key of their path. */
  readonly #unplaced: Map<string, number>;

  constructor(
    { errors, unread }: ReadRows,
    readonly index: TownIndex,
  ) {
    this.#errors = [...errors];
    this.#rows = new Set(errors.map((error) => error.row));
    this.#cells = new Set(errors.map(({ row, column }) => `${row} ${column}`));
    this.#unplaced = new Map(unread);
  }

  has(row: number): boolean {
    return this.#rows.has(row);
  }

  /** Notes a fault; the first one in a column of a row counts. */
  add({ row }: Pick<Row, 'row'>, column: Column, message: RowError['message'], values: RowError['values'] = {}): void {
    if (this.#cells.has(`${row} ${column}`)) return;
    this.#cells.add(`${row} ${column}`);
    this.#errors.push({ row, column, message, values });
    this.#rows.add(row);
  }

  /** Notes that a row describes what is there already, since a day. */
  recognise(row: Pick<Row, 'row' | 'from'>, begins: string): void {
    this.#known.push(row.row);
    if (row.from !== null && row.from < begins) this.add(row, 'from', 'dateBeforeBeginning', { date: begins });
  }

  /**
   * The one unit that a row hangs on. Where its path means several, it is the one that `fits`.
   * Undefined, and noted, where there is none, there are several, or it is itself at fault.
   */
  parentOf(row: Row, fits: (node: UnitNode) => boolean, path: readonly Segment[] = row.parent): UnitNode | undefined {
    const found = this.index.find(path);
    if (found.length === 0) return this.missing(row);
    const fitting = found.filter(fits);
    const [node, another] = fitting.length === 0 ? found : fitting;
    if (!node || another) {
      this.add(row, 'parent', 'rowParentAmbiguous', { path: row.path });
      this.unplace(row);
      return undefined;
    }
    if (node.fault && node.row !== null) {
      this.add(row, 'parent', 'rowParentAtFault', { row: node.row });
      this.unplace(row);
      return undefined;
    }
    return node;
  }

  /** Notes that what a row hangs on is not there, or could not be read. */
  missing(row: Row): undefined {
    const cause = row.parent
      .map((_, length) => this.#unplaced.get(pathKey(row.parent.slice(0, length + 1))))
      .find((each) => each !== undefined);
    if (cause === undefined) this.add(row, 'parent', 'rowParentMissing', { path: row.path });
    else this.add(row, 'parent', 'rowParentAtFault', { row: cause });
    this.unplace(row);
  }

  /** Notes that a row at fault has no place, so that what hangs on it is told so. */
  unplace(row: Row): void {
    if ('name' in row) this.#unplaced.set(pathKey([...row.parent, { name: row.name }]), row.row);
  }

  /** What is wrong, by row; what only hangs on another row at fault comes last. */
  get errors(): RowError[] {
    const hangs = (error: RowError) => (error.message === 'rowParentAtFault' ? 1 : 0);
    return this.#errors.toSorted((a, b) => hangs(a) - hangs(b) || a.row - b.row);
  }

  /** The rows that describe what is there already, and are not at fault. */
  get unchanged(): number[] {
    return this.#known.filter((row) => !this.has(row));
  }
}
