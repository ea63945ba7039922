import { readHeader } from '../imports/header.ts';
import { type CellError, RowCells } from '../imports/row-cells.ts';
import type { Table } from '../imports/table.ts';
import { inTurns } from '../in-turns.ts';
import { creditCode } from '../organizations/credit-code.ts';
import { type Contacts, peopleCount, readContacts } from '../organizations/read-facts.ts';
import { oneLine } from '../schema/text.ts';
import { type Column, headers } from './columns.ts';

export type RowError = CellError<Column>;

/** An organisation as a row of a file describes it. What it leaves empty is null. */
export interface FileOrganization {
  row: number;
  name: string;
  /** Its unit as the file writes it, a path from the town downwards. */
  unit: string;
  kind: string;
  industry: string | null;
  creditCode: string | null;
  size: number | null;
  partyMembers: number | null;
  contacts: Contacts;
  from: string | null;
}

/** The organisations that a file describes, and what is wrong with its other rows. */
export interface ReadOrganizations {
  organizations: FileOrganization[];
  errors: RowError[];
  rows: number;
}

/**
 * Reads a file of organisations; `today` bounds the days that it may name.
 * Errors: BAD_INPUT on input.content where its first row does not name the columns. What is wrong with rows is answered.
 */
export async function readOrganizations([first, ...rest]: Table, today: string): Promise<ReadOrganizations> {
  const places = readHeader(first?.cells ?? [], headers, ['name', 'unit', 'kind']);
  const read: ReadOrganizations = { organizations: [], errors: [], rows: rest.length };
  for await (const { row, cells } of inTurns(rest)) {
    const reader = new RowCells<Column>(row, cells, places);
    const organization = readRow(reader, today);
    if (reader.errors.length === 0) read.organizations.push(organization);
    read.errors.push(...reader.errors);
  }
  return read;
}

function readRow(reader: RowCells<Column>, today: string): FileOrganization {
  const text = (column: Column) => reader.checked(column, () => oneLine(reader.cell(column), column)) ?? '';
  const contact = (column: keyof Contacts) =>
    reader.given(column, (cell) => readContacts({ [column]: cell })[column]) ?? null;
  if (reader.cell('unit') === '') reader.fault('unit', 'required');
  return {
    row: reader.row,
    name: text('name'),
    unit: reader.cell('unit'),
    kind: text('kind'),
    industry: reader.given('industry', (cell) => oneLine(cell, 'industry')) ?? null,
    creditCode: reader.given('creditCode', (cell) => creditCode(cell, 'creditCode')) ?? null,
    size: reader.given('size', (cell) => count(cell, 'size')) ?? null,
    partyMembers: reader.given('partyMembers', (cell) => count(cell, 'partyMembers')) ?? null,
    contacts: { owner: contact('owner'), contact: contact('contact'), telephone: contact('telephone') },
    from: reader.day('from', today) ?? null,
  };
}

/** A number of people as a cell writes it. Errors: BAD_INPUT on the column. */
function count(cell: string, column: Column): number {
  const digits = /^(\d{1,9})(?:\.0+)?人?$/.exec(cell.normalize('NFKC'))?.[1];
  return peopleCount(digits === undefined ? -1 : Number(digits), column);
}
