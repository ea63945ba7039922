import type { Desk } from '../db/door.ts';
import { addressLine } from '../households/set-address.ts';
import { readHeader } from '../imports/header.ts';
import { RowCells } from '../imports/row-cells.ts';
import type { Table } from '../imports/table.ts';
import { inTurns } from '../in-turns.ts';
import { readValues } from '../residents/resident-values.ts';
import { halfWidth, oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { type Column, headers, headWords } from './columns.ts';
import type { FileHousehold, FileMember, RowError } from './file-household.ts';

/** Characters of the reason for a category, as when somebody types it. */
const longestReason = 200;

/** The households that a file describes, and what is wrong with its rows. */
export interface ReadHouseholds {
  households: FileHousehold[];
  errors: RowError[];
  rows: number;
}

/**
 * Reads a file of households, one row a member: rows of one 户号 are one household.
 * Errors: BAD_INPUT on input.content where its first row does not name the columns. What is wrong with rows is answered.
 */
export async function readHouseholds(desk: Desk, [first, ...rest]: Table): Promise<ReadHouseholds> {
  const places = readHeader(first?.cells ?? [], headers, ['code']);
  const households = new Map<string, FileHousehold>();
  const errors: RowError[] = [];
  for await (const { row, cells } of inTurns(rest)) {
    const reader = new RowReader(desk, row, cells, places);
    reader.readInto(households);
    errors.push(...reader.errors);
  }
  return { households: [...households.values()], errors, rows: rest.length };
}

/** Reads one row and collects what is wrong with it. */
class RowReader extends RowCells<Column> {
  constructor(
    readonly desk: Desk,
    row: number,
    cells: readonly string[],
    places: ReadonlyMap<Column, number>,
  ) {
    super(row, cells, places);
  }

  readInto(households: Map<string, FileHousehold>): void {
    const code = this.checked('code', () => halfWidth(oneLine(this.cell('code'), 'code', 40)));
    if (code === undefined) return;
    const nothing = { block: null, address: null, from: null, members: [], categories: [] };
    const household = households.get(code) ?? { row: this.row, code, ...nothing };
    households.set(code, household);
    const path = this.cell('block');
    if (path !== '') this.#once(household, 'block', { row: this.row, path }, (block) => block.path);
    const address = this.given('address', (cell) => addressLine(cell, 'address'));
    if (address !== undefined) this.#once(household, 'address', address, String);
    const from = this.day('from', dayOf(this.desk.now));
    if (from !== undefined) this.#once(household, 'from', from, String);
    const member = this.#member();
    if (member) household.members.push(member);
    household.categories.push(...this.#categories());
  }

  /** Takes what a household has once; other rows leave it empty or say the same. */
  #once<Key extends 'block' | 'address' | 'from'>(
    household: FileHousehold,
    key: Key,
    value: NonNullable<FileHousehold[Key]>,
    text: (value: NonNullable<FileHousehold[Key]>) => string,
  ): void {
    const known = household[key];
    if (known === null) household[key] = value;
    else if (text(known) !== text(value)) this.fault(key, 'rowDiffersAbove', { row: household.row });
  }

  #member(): FileMember | undefined {
    const birthYear = this.given('birthYear', (cell) => {
      const year = /^\d{4}$/.test(cell.normalize('NFKC')) ? Number(cell.normalize('NFKC')) : Number.NaN;
      return readValues(this.desk, { birthYear: year }).BIRTH_YEAR ?? null;
    });
    const telephone = this.given('telephone', (cell) => readValues(this.desk, { telephone: cell }).TELEPHONE ?? null);
    const head = headWords.includes(this.cell('head').normalize('NFKC').toLowerCase());
    if (this.cell('head') !== '' && !head && !/^(否|0|no|false)$/i.test(this.cell('head'))) {
      this.fault('head', 'rowWord', { value: this.cell('head').slice(0, 40), words: '是、否' });
    }
    if (this.cell('name') === '') {
      if (head || birthYear != null || telephone != null) this.fault('name', 'required');
      return undefined;
    }
    const name = this.checked('name', () => oneLine(this.cell('name'), 'name'));
    return name === undefined
      ? undefined
      : { row: this.row, name, head, birthYear: birthYear ?? null, telephone: telephone ?? null };
  }

  #categories(): FileHousehold['categories'] {
    const names = this.cell('categories')
      .split(/[;；、,，]/)
      .map((name) => name.normalize('NFC').trim())
      .filter((name) => name !== '');
    if (names.length === 0) {
      if (this.cell('reason') !== '') this.fault('categories', 'required');
      return [];
    }
    const reason = this.checked('reason', () => oneLine(this.cell('reason'), 'reason', longestReason));
    return reason === undefined ? [] : names.map((name) => ({ row: this.row, name, reason }));
  }
}
