import { Refusal } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { oneLine } from '../schema/text.ts';
import { readDay, unguarded } from './cells.ts';
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
import type { ReadRows, Row, RowError } from './row.ts';
import type { Table } from './table.ts';

/**
 * Reads the rows of a town's file. `today` bounds the days that it may name.
 * Errors: BAD_INPUT on input.content where its first row does not name the columns. What is wrong with rows is answered.
 */
export function readRows([first, ...rest]: Table, today: string): ReadRows {
  const places = readHeader(first?.cells ?? [], headers, ['kind', 'parent', 'name']);
  const read: ReadRows = { rows: [], errors: [], faulty: 0, unread: new Map() };
  for (const { row, cells } of rest) {
    const reader = new RowReader(row, (column) => unguarded(cells[places.get(column) ?? -1] ?? '').trim(), today);
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
class RowReader {
  readonly errors: RowError[] = [];

  constructor(
    readonly row: number,
    readonly cell: (column: Column) => string,
    readonly today: string,
  ) {}

  read(): Row | undefined {
    const kind = this.#word('kind', kindWords);
    if (kind === undefined) return undefined;
    const used = columnsOf(kind);
    for (const column of columns) {
      if (!used.includes(column) && this.cell(column) !== '') this.#fault(column, 'rowUnused');
    }
    const path = this.cell('parent');
    const parent = readPath(path);
    const placed = { row: this.row, parent, path: path.slice(0, 200), from: this.#day() };
    if (kind === 'OFFICER') {
      const title = this.#word('role', titleWords);
      const person = this.#text('person');
      return title && { ...placed, kind, title, person, namesake: this.#namesake() };
    }
    if (kind === 'MEMBER') {
      const role = this.#word('role', roleWords);
      if (role === undefined) return undefined;
      const [column, other] = role === 'PARTNER' ? (['partner', 'person'] as const) : (['person', 'partner'] as const);
      if (this.cell(other) !== '') this.#fault(other, 'partnerRole');
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

  #fault(column: Column, message: RowError['message'], values: RowError['values'] = {}): void {
    this.errors.push({ row: this.row, column, message, values });
  }

  #word<Value extends string>(column: Column, words: Record<Value, readonly string[]>): Value | undefined {
    const cell = this.cell(column);
    const value = meaning(words, cell);
    if (value === undefined && cell === '') this.#fault(column, 'required');
    else if (value === undefined) {
      const all = (Object.values(words) as string[][]).map(([word]) => word).join('、');
      this.#fault(column, 'rowWord', { value: cell.slice(0, 40), words: all });
    }
    return value;
  }

  #text(column: Column, most?: number): string {
    return this.#checked(column, () => oneLine(this.cell(column), column, most)) ?? '';
  }

  #day(): string | null {
    const cell = this.cell('from');
    if (cell === '') return null;
    const day = readDay(cell);
    if (day === undefined) this.#fault('from', 'rowDay');
    return day === undefined ? null : (this.#checked('from', () => dayOfChange(day, this.today, 'from')) ?? null);
  }

  #namesake(): number | null {
    const cell = this.cell('namesake').normalize('NFKC');
    if (cell === '') return null;
    if (!/^[1-9]\d{0,2}$/.test(cell)) this.#fault('namesake', 'badValue');
    return Number(cell);
  }

  #checked<Value>(column: Column, check: () => Value): Value | undefined {
    try {
      return check();
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      this.#fault(column, refusal.messageKey, refusal.detail.values);
      return undefined;
    }
  }
}
