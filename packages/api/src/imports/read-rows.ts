import { oneLine } from '../schema/text.ts';
import {
  type Column,
  columns,
  columnsOf,
  headers,
  kindWords,
  meaning,
  roleWords,
  statusWords,
  titleWords,
} from './columns.ts';
import { readHeader } from './header.ts';
import { pathKey, readPath } from './path.ts';
import type { ReadRows, Row } from './row.ts';
import { RowCells } from './row-cells.ts';
import type { Table } from './table.ts';

/**
 * Reads the rows of a town's file. `today` bounds the days that it may name.
 * Errors: BAD_INPUT on input.content where its first row does not name the columns. What is wrong with rows is answered.
 */
export function readRows([first, ...rest]: Table, today: string): ReadRows {
  const places = readHeader(first?.cells ?? [], headers, ['kind', 'parent', 'name']);
  const read: ReadRows = { rows: [], errors: [], faulty: 0, unread: new Map() };
  for (const { row, cells } of rest) {
    const reader = new RowReader(row, cells, places, today);
    const result = reader.read();
    if (reader.errors.length === 0 && result) read.rows.push(result);
    else {
      read.faulty++;
      read.unread.set(pathKey([...readPath(reader.cell('parent')), { name: reader.cell('name') }]), row);
    }
    read.errors.push(...reader.errors);
  }
  return read;
}

/** Reads one row and collects what is wrong with it. */
class RowReader extends RowCells<Column> {
  constructor(
    row: number,
    cells: readonly string[],
    places: ReadonlyMap<Column, number>,
    readonly today: string,
  ) {
    super(row, cells, places);
  }

  read(): Row | undefined {
    const kind = this.#word('kind', kindWords);
    if (kind === undefined) return undefined;
    const used = columnsOf(kind);
    for (const column of columns) {
      if (!used.includes(column) && this.cell(column) !== '') this.fault(column, 'rowUnused');
    }
    const path = this.cell('parent');
    const parent = readPath(path);
    const placed = { row: this.row, parent, path: path.slice(0, 200), from: this.day('from', this.today) ?? null };
    if (kind === 'OFFICER') {
      const title = this.#word('role', titleWords);
      const person = this.#text('person');
      return title && { ...placed, kind, title, person, namesake: this.#namesake() };
    }
    if (kind === 'MEMBER') {
      const role = this.#word('role', roleWords);
      if (role === undefined) return undefined;
      const [column, other] = role === 'PARTNER' ? (['partner', 'person'] as const) : (['person', 'partner'] as const);
      if (this.cell(other) !== '') this.fault(other, 'partnerRole');
      return { ...placed, kind, role, person: this.#text(column), namesake: this.#namesake() };
    }
    const name = this.#text('name');
    if (kind === 'TEAM') return { ...placed, kind, name };
    const [code, overlay] = [this.cell('code'), this.cell('overlay')];
    return {
      ...placed,
      kind,
      name,
      code: code === '' ? null : this.#text('code', 20),
      status: this.cell('status') === '' ? null : (this.#word('status', statusWords) ?? null),
      overlay: overlay === '' ? null : this.#text('overlay'),
    };
  }

  #word<Value extends string>(column: Column, words: Record<Value, readonly string[]>): Value | undefined {
    const cell = this.cell(column);
    const value = meaning(words, cell);
    if (value === undefined && cell === '') this.fault(column, 'required');
    else if (value === undefined) {
      const all = (Object.values(words) as string[][]).map(([word]) => word).join('、');
      this.fault(column, 'rowWord', { value: cell.slice(0, 40), words: all });
    }
    return value;
  }

  #text(column: Column, most?: number): string {
    return this.checked(column, () => oneLine(this.cell(column), column, most)) ?? '';
  }

  #namesake(): number | null {
    const cell = this.cell('namesake').normalize('NFKC');
    if (cell === '') return null;
    if (!/^[1-9]\d{0,2}$/.test(cell)) this.fault('namesake', 'badValue');
    return Number(cell);
  }
}
